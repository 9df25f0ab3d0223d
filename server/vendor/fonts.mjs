// The fonts, as their packages hold them: "Source" is a reserved font name, so nothing is cut.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULES = join(dirname(fileURLToPath(import.meta.url)), "node_modules");
const SERIF = "@fontsource/source-serif-4";
const SANS = "@fontsource-variable/public-sans";
const FILES = [
  [SERIF, "source-serif-4-latin-400-normal.woff2"],
  [SERIF, "source-serif-4-latin-ext-400-normal.woff2"],
  [SANS, "public-sans-latin-wght-normal.woff2"],
  [SANS, "public-sans-latin-ext-wght-normal.woff2"],
];

export async function fonts() {
  return Promise.all(FILES.map(async ([name, path]) => {
    const data = await readFile(join(MODULES, name, "files", path));
    return { path: `server/pages/static/vendor/${path}`, data, packages: [name], made: "unmodified" };
  }));
}
