// Builds the pages of the service into dist/, which the WAR takes as it is.
//   pages/**              copied
//   src/<page>/main.ts    dist/<page>/main.js   (a module)
//   src/<page>/page.css   dist/<page>/page.css  (imports resolved)
import { existsSync, cpSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { cssText } from "../../visitor-widget/design/css-text.mjs";

process.chdir(fileURLToPath(new URL(".", import.meta.url)));

// Scripts for foreign pages: one file each, classic, under a path of its own.
const classicScripts = {
  "reference/chat": "src/chat/main.ts",
  "visavis-share": "src/share-element/main.ts",
};

const common = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  outdir: "dist",
  logLevel: "warning",
  target: "es2022",
};

function entries(file) {
  const pages = existsSync("src") ? readdirSync("src") : [];
  const found = pages.filter((page) => existsSync(`src/${page}/${file}`));
  const classic = Object.values(classicScripts);
  return Object.fromEntries(
    found
      .map((page) => [`${page}/${file.replace(/\.\w+$/, "")}`, `src/${page}/${file}`])
      .filter(([, source]) => !classic.includes(source)),
  );
}

async function bundle(entryPoints, options) {
  const present = Object.entries(entryPoints).filter(([, source]) => existsSync(source));
  if (present.length === 0) return;
  await esbuild.build({ ...common, ...options, entryPoints: Object.fromEntries(present) });
}

rmSync("dist", { recursive: true, force: true });
if (existsSync("pages")) cpSync("pages", "dist", { recursive: true });
await Promise.all([
  bundle(entries("main.ts"), { format: "esm", plugins: [cssText()] }),
  bundle(classicScripts, { format: "iife", plugins: [cssText()] }),
  bundle(entries("page.css"), {}),
]);
