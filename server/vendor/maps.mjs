// Base maps: one small SVG a frame with land and borders, projected by d3-geo. frames.json says
// which; server/plots/data/frames.json tells Python scale and shift, and the tests' d3.json holds
// where d3 puts some places, against which Python's own projections are tested.
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { geoAzimuthalEqualArea, geoEqualEarth, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";

const HERE = dirname(fileURLToPath(import.meta.url));
const STEP = { "50m": 4, "110m": 5 }; // half pixels: points that are closer are left out
const SMALLEST = { "50m": 6, "110m": 4 }; // square pixels: islands below are left out
const PROBES = [[0, 0], [10.75, 59.91], [-0.13, 51.51], [25.27, 54.69], [18.95, 69.65], [24.12, 40.1],
  [-77.04, 38.9], [139.69, 35.69], [151.21, -33.87], [174.78, -41.29], [35.22, 31.77], [103.82, 1.35]];

export async function maps() {
  const frames = JSON.parse(await readFile(join(HERE, "frames.json"), "utf8"));
  const made = await Promise.all(frames.map(draw));
  return [
    ...made.map(({ file }) => file),
    { path: "server/plots/data/frames.json", data: lines(made.map(({ frame }) => frame)) },
    { path: "tests/server/plots/d3.json", data: lines(made.flatMap(({ probes }) => probes)) },
  ];
}

function lines(rows) {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

async function draw(spec) {
  const { name, title, width, height } = spec;
  const atlas = JSON.parse(await readFile(join(HERE, `node_modules/world-atlas/countries-${spec.atlas}.json`), "utf8"));
  const projection = fitted(spec);
  const { countries } = atlas.objects;
  const least = SMALLEST[spec.atlas];
  const land = thinned(path(projection, feature(atlas, atlas.objects.land)), least, STEP[spec.atlas]);
  const borders = thinned(path(projection, mesh(atlas, countries, (a, b) => a !== b)), 0, STEP[spec.atlas]);
  const data = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`
    + `<path id="land" d="${land}"/><path id="borders" fill="none" d="${borders}"/></svg>\n`;
  const [x, y] = projection.translate();
  const hash = createHash("sha256").update(data).digest("hex").slice(0, 10);
  const frame = { name, title, projection: spec.projection, longitude: spec.longitude, latitude: spec.latitude,
    width, height, scale: projection.scale(), x, y, hash };
  const probes = PROBES.map((point) => ({ frame: name, point, gives: projection(point) }))
    .filter(({ gives: [px, py] }) => px >= 0 && px <= width && py >= 0 && py <= height);
  const packages = ["world-atlas", "d3-geo", "topojson-client"];
  return { frame, probes, file: { path: `server/pages/static/vendor/map/${name}.svg`, data, packages, made: "drawn as map outlines" } };
}

function fitted({ projection, longitude, latitude, width, height, holds }) {
  const bare = projection === "equal-earth"
    ? geoEqualEarth().rotate([-longitude, 0])
    : geoAzimuthalEqualArea().rotate([-longitude, -latitude]).clipAngle(100);
  bare.fitSize([width, height], { type: "MultiPoint", coordinates: holds });
  const round = (number) => Math.round(number * 100) / 100;
  return bare.scale(round(bare.scale())).translate(bare.translate().map(round)).precision(0.4)
    .clipExtent([[-4, -4], [width + 4, height + 4]]);
}

function path(projection, shape) {
  return geoPath(projection).digits(1)(shape) ?? "";
}

// Half pixels, relative steps, no point nearer than a step, no ring below `least`.
function thinned(text, least, step) {
  return (text.match(/M[^M]+/g) ?? []).map((ring) => thin(ring, least, step)).join("");
}

function thin(ring, least, step) {
  const closed = ring.endsWith("Z");
  const points = ring.replace(/[MZ]/g, "").split("L").map((pair) => pair.split(",").map(Number));
  if (closed && Math.abs(area(points)) < least) return "";
  const kept = points.map(([x, y]) => [Math.round(x * 2), Math.round(y * 2)])
    .filter((point, at, all) => at === 0 || distance(point, all[at - 1]) > 0);
  const far = kept.reduce((found, point, at) =>
    at === 0 || at === kept.length - 1 || distance(point, found.at(-1)) >= step ? [...found, point] : found, []);
  if (far.length < (closed ? 3 : 2)) return "";
  const steps = far.slice(1).map(([x, y], at) => [x - far[at][0], y - far[at][1]]);
  const half = ([x, y]) => joined(x / 2, y / 2);
  return `M${half(far[0])}l${steps.map(half).reduce((a, b) => a + (b[0] === "-" ? "" : " ") + b)}${closed ? "z" : ""}`;
}

function joined(x, y) {
  const short = (number) => String(number).replace(/^(-?)0\./, "$1.");
  return short(x) + (short(y)[0] === "-" ? "" : " ") + short(y);
}

function area(points) {
  return points.reduce((sum, [x, y], at) => {
    const [a, b] = points[(at + 1) % points.length];
    return sum + (x * b - a * y) / 2;
  }, 0);
}

function distance([x, y], [a, b]) {
  return Math.hypot(x - a, y - b);
}
