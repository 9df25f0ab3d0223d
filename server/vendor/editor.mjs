// The query editor: CodeMirror and a grammar of SPARQL, in one file.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, version } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

export async function editor() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: HERE,
    entryPoints: ["codemirror.mjs"],
    bundle: true,
    format: "esm",
    legalComments: "none",
    metafile: true,
    minify: true,
    target: "es2022",
    write: false,
  });
  return [{
    path: "server/pages/static/vendor/codemirror.js",
    data: outputFiles[0].contents,
    packages: packagesIn(metafile),
    made: `bundled by esbuild ${version}`,
  }];
}

function packagesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(used.flatMap(([path]) => PACKAGE.exec(path)?.[1] ?? []))].sort();
}
