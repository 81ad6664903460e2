// Builds dist/: the loader, what it loads later, and the popup. Prints what each weighs on the wire
// (gzip) and fails when the loader or the popup outgrows its promise.
import { cpSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { cssText } from "./design/css-text.mjs";

process.chdir(fileURLToPath(new URL(".", import.meta.url)));

const promises = [
  { what: "loader", files: ["visavis.js"], limit: 5 * 1000 },
  { what: "card", files: ["widget/card.js"], limit: 15 * 1000 },
  {
    what: "popup",
    files: ["popup/index.html", "popup/popup.js", "popup/popup.css"],
    limit: 40 * 1000,
  },
  {
    what: "accept page",
    files: ["accept/index.html", "accept/accept.js", "accept/accept.css"],
    limit: 20 * 1000,
  },
];

const common = {
  absWorkingDir: process.cwd(),
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target: "es2022",
  plugins: [cssText()],
};

rmSync("dist", { recursive: true, force: true });
cpSync("pages", "dist", { recursive: true });
await Promise.all([
  esbuild.build({
    ...common,
    entryPoints: ["src/loader/main.ts"],
    outfile: "dist/visavis.js",
    format: "iife",
  }),
  esbuild.build({
    ...common,
    entryPoints: ["src/card/main.ts"],
    outfile: "dist/widget/card.js",
    format: "esm",
  }),
  esbuild.build({
    ...common,
    entryPoints: ["src/popup/main.ts"],
    outfile: "dist/popup/popup.js",
    format: "esm",
  }),
  esbuild.build({
    ...common,
    entryPoints: ["src/popup/popup.css"],
    outfile: "dist/popup/popup.css",
  }),
  esbuild.build({
    ...common,
    entryPoints: ["src/accept/main.ts"],
    outfile: "dist/accept/accept.js",
    format: "esm",
  }),
  esbuild.build({
    ...common,
    entryPoints: ["src/accept/accept.css"],
    outfile: "dist/accept/accept.css",
  }),
]);

let tooHeavy = false;
for (const { what, files, limit } of promises) {
  const bytes = files
    .map((file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length)
    .reduce((sum, each) => sum + each, 0);
  const over = bytes > limit;
  tooHeavy ||= over;
  console.log(`${what}: ${bytes} of at most ${limit} bytes gzipped${over ? "  TOO HEAVY" : ""}`);
}
if (tooHeavy) process.exit(1);
