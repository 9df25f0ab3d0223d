// Writes what is taken from others, and what is made of it, below the repository's root (or below
// the folder named). Each step gives files: {path, data, packages, made}, the path from the root;
// vendor.toml tells of each below VENDOR. Deterministic: a test makes it anew and compares bytes.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { editor } from "./editor.mjs";
import { fonts } from "./fonts.mjs";
import { maps } from "./maps.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const HEAD = "# Made by `make vendor`: what is here from others, and the files made of it.\n";
const STEPS = [editor, fonts, maps];
const VENDOR = "server/pages/static/vendor/";
const out = process.argv[2] ?? join(HERE, "../..");
const lock = JSON.parse(await readFile(join(HERE, "package-lock.json"), "utf8"));

const files = (await Promise.all(STEPS.map((step) => step()))).flat();
const vendored = files.filter(({ path }) => path.startsWith(VENDOR));
const names = [...new Set(vendored.flatMap((file) => file.packages))].sort();
for (const file of files) await put(file.path, file.data);
for (const name of names) await put(VENDOR + licence(name), await readFile(licenceOf(name)));
await put(`${VENDOR}vendor.toml`, [HEAD, ...names.map(packageRow), ...vendored.map(fileRow)].join("\n"));

async function put(path, data) {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await writeFile(join(out, path), data);
}

function licence(name) {
  return `licences/${name.replace("@", "").replace("/", "-")}.txt`;
}

function licenceOf(name) {
  return join(HERE, "node_modules", name, "LICENSE");
}

function packageRow(name) {
  const { version, license, integrity } = lock.packages[`node_modules/${name}`];
  const file = `${name.split("/").at(-1)}-${version}.tgz`;
  const origin = `https://registry.npmjs.org/${name}/-/${file}`;
  return table("package", { name, version, licence: license, licence_file: licence(name), origin, integrity });
}

function fileRow({ path, data, packages, made }) {
  const sha256 = createHash("sha256").update(data).digest("hex");
  return table("file", { path: path.slice(VENDOR.length), packages, made, sha256, bytes: Buffer.byteLength(data) });
}

function table(name, members) {
  const rows = Object.entries(members).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  return [`[[${name}]]`, ...rows, ""].join("\n");
}
