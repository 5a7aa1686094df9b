// Builds ../page.bundle.js from src/. With --check nothing is written: exit code 1 when the bundle is not current.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = (path) => new URL(path, import.meta.url);
const text = (path) => readFileSync(here(path), "utf8").replaceAll("\r\n", "\n");
const target = here("../page.bundle.js");

/** A digest of everything the bundle is made of; tests/test_picture.py computes the same without Node. */
function digestOfSources() {
  const digest = createHash("sha256");
  const files = readdirSync(here("src/")).sort().map((name) => `src/${name}`);
  for (const path of [...files, "build.mjs", "package-lock.json"]) digest.update(`${path}\n${text(path)}`);
  return digest.digest("hex");
}

/** The licences of the packages that end up in the bundle ask to travel with it. Equal texts are printed once. */
function licences(inputs) {
  const packages = new Set(Object.keys(inputs).map((path) => /node_modules\/([^/]+)\//.exec(path)?.[1]).filter(Boolean));
  const byText = new Map();
  for (const name of [...packages].sort()) {
    const licence = text(`node_modules/${name}/LICENSE`).trim();
    byText.set(licence, [...(byText.get(licence) ?? []), name]);
  }
  return [...byText].map(([licence, names]) => `${names.join(", ")}:\n${licence}`).join("\n\n");
}

const result = await build({
  absWorkingDir: here(".").pathname,
  entryPoints: ["src/main.js"],
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: ["chrome109", "firefox115", "safari16"],
  legalComments: "none",
  metafile: true,
  write: false,
});
const banner = `/* Built from js/src by js/build.mjs; do not edit. Sources: sha256 ${digestOfSources()}\n\n${licences(result.metafile.inputs)}\n*/\n`;
const bundle = banner + result.outputFiles[0].text;
if (/<\/script|<!--/i.test(bundle)) throw new Error("The bundle would end its own script element.");

if (!process.argv.includes("--check")) writeFileSync(target, bundle);
else if (!existsSync(target) || readFileSync(target, "utf8") !== bundle) {
  console.error("page.bundle.js is not current: run `make picture` and commit the result.");
  process.exitCode = 1;
}
