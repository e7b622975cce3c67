// Rebuilds netgraph/present/vendor from web/package-lock.json: npm ci && npm run build
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const BUNDLE = "sigma-graphology.min.js";
const PARTS = ["sigma", "graphology", "graphology-utils", "events"];
const folder = new URL("../netgraph/present/vendor/", import.meta.url);
const inside = (name, file) => new URL(`node_modules/${name}/${file}`, import.meta.url);
const about = (name) => JSON.parse(readFileSync(inside(name, "package.json"), "utf8"));

const licence = (name) => {
  for (const file of ["LICENSE", "LICENSE.txt", "LICENSE.md"]) {
    try {
      return readFileSync(inside(name, file), "utf8").trim();
    } catch (missing) {
      if (missing.code !== "ENOENT") throw missing;
    }
  }
  return `${about(name).license} licence, as its package.json says`;
};

const { outputFiles } = await build({
  entryPoints: [new URL("entry.js", import.meta.url).pathname],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "sigmaMap",
  target: "es2020",
  legalComments: "none",
  write: false,
});
const text = outputFiles[0].text;
const versions = Object.fromEntries(PARTS.map((name) => [name, about(name).version]));
const record = { file: BUNDLE, sha256: createHash("sha256").update(text).digest("hex"), versions };
writeFileSync(new URL(BUNDLE, folder), text);
writeFileSync(new URL("vendor.json", folder), JSON.stringify(record, null, 1) + "\n");
const licences = PARTS.map((name) => `${name} ${versions[name]}\n\n${licence(name)}\n`);
writeFileSync(new URL("LICENSES.txt", folder), licences.join("\n----\n\n"));
