// Draws every state of the panel, the account admin's page and the operator's page against a
// scripted service, checks each with axe-core and leaves pictures to look at.
//   node src/panel/test/look.mjs FOLDER [only-names-that-contain]
// Needs Chromium (CHROMIUM=/path to use another) and a build of the pages.
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { accountCases, operatorCases, panelCases } from "./look-cases.mjs";

const folder = process.argv[2] ?? "look";
const only = process.argv[3] ?? "";
const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self' ws:; base-uri 'none'; form-action 'self'; object-src 'none'";

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://x").pathname.replace(/\/$/, "/index.html");
  try {
    const body = readFileSync(join(dist, path));
    response.writeHead(200, {
      "Content-Type": `${types[extname(path)] ?? "text/plain"}; charset=utf-8`,
      "Content-Security-Policy": policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://localhost:${server.address().port}`;

const looks = [
  { name: "fr-light-wide", lang: "fr", theme: "light", width: 1000, height: 720 },
  { name: "en-dark-wide", lang: "en", theme: "dark", width: 1000, height: 720 },
  { name: "fr-dark-narrow", lang: "fr", theme: "dark", width: 360, height: 720 },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
let faults = 0;
for (const look of looks) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    locale: look.lang === "fr" ? "fr-FR" : "en-GB",
    colorScheme: look.theme,
    bypassCSP: false,
  });
  for (const one of [...panelCases, ...accountCases, ...operatorCases]) {
    if (!one.name.includes(only)) continue;
    const page = await context.newPage();
    page.on("pageerror", (error) => fault(`${one.name}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("Failed to load resource")) {
        fault(`${one.name}: ${message.text()}`);
      }
    });
    await one.arrange(page, { origin, ...look });
    await page.waitForFunction(
      ([selector, state]) => document.querySelector(selector)?.dataset.vvState === state,
      [one.root, one.state],
      { timeout: 15_000 },
    );
    await one.settle?.(page);
    const found = await axeViolations(page);
    for (const violation of found) fault(`${look.name} ${one.name}: ${violation}`);
    const scrolls = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (scrolls) fault(`${look.name} ${one.name}: wider than the page`);
    await page.screenshot({ path: join(folder, `${one.name}.${look.name}.png`) });
    await page.close();
  }
  await context.close();
}
await browser.close();
server.close();
console.log(faults === 0 ? "nothing to say" : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

function fault(words) {
  faults += 1;
  console.log(words);
}

/** The pages' policy forbids eval; the debugger's own evaluation does not ask it. */
async function axeViolations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.map(
      (v) => `${v.impact} ${v.id}: ${v.nodes[0]?.html} ${v.nodes[0]?.failureSummary}`,
    );
  });
}
