// The work behind ./run: build, start the server, say where to click, stop it.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import process from "node:process";
import { claim } from "./claim.mjs";
import { build } from "./maven.mjs";
import { StartFailure, startPayara } from "./payara.mjs";
import { freePort, nextFreePort, portIsFree } from "./ports.mjs";
import { badSecrets, demoSettings } from "./settings.mjs";
import { provideTls, TlsFault } from "./tls.mjs";

const SCRIPT = fileURLToPath(import.meta.url);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DATA = path.join(ROOT, "data");
const WAR = path.join(ROOT, "backoffice-module/target/visavis.war");
const JAR = path.join(ROOT, "target/payara-micro.jar");

const { TLS_CERT, TLS_KEY, HTTPS = TLS_CERT ? "1" : "0" } = process.env;
const secure = HTTPS !== "0" && HTTPS !== "";
const port = Number(process.env.PORT ?? (secure ? "8443" : "8080"));
const host = (secure && process.env.HOST) || "localhost";
const scheme = secure ? "https" : "http";
const origin = `${scheme}://${host}:${port}`;
const givenUp = new AbortController();
let server;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function listenForStop() {
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
    process.on(signal, () => {
      if (!givenUp.signal.aborted) {
        console.log("\nStopping …");
        // A stop while it runs is how it ends; before that it was given up.
        process.exitCode = server ? 0 : 128 + number;
        givenUp.abort();
        void server?.stop();
      }
    });
  }
}

function claimData() {
  const { owner, add } = claim(DATA, [SCRIPT, path.join(DATA, "payara")]);
  if (owner) {
    const remedy = `Stop that one first: Ctrl-C where it runs, or kill ${owner}`;
    fail(`Visavis is running already on the data in data/, as process ${owner}. ${remedy}`);
  }
  return add;
}

async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    fail(
      `PORT is "${process.env.PORT}", which is not a port number. For example: PORT=${await nextFreePort(8080)} ./run`,
    );
  }
  if (!(await portIsFree(port))) {
    fail(
      `Port ${port} is in use, or not allowed to you. Choose another: PORT=${await nextFreePort(8090)} ./run`,
    );
  }
}

async function buildWhereNeeded() {
  if (process.argv.includes("--no-build") && existsSync(WAR) && existsSync(JAR)) {
    return;
  }
  console.log("Building Visavis (the first time this downloads its libraries, a few minutes) …");
  if (await build({ root: ROOT, jar: JAR, signal: givenUp.signal })) {
    return;
  }
  if (givenUp.signal.aborted) {
    console.log("The build was given up. ./run begins it again.");
    process.exit();
  }
  fail("The build failed; the lines above say why.");
}

function settings() {
  const all = demoSettings(DATA, origin);
  const bad = badSecrets(all);
  if (bad.length > 0) {
    fail(bad.join("\n"));
  }
  return all;
}

function certificate() {
  try {
    const found = provideTls({ data: DATA, host, certificate: TLS_CERT, key: TLS_KEY });
    return { ...found, port, everywhere: host !== "localhost" };
  } catch (fault) {
    return fail(fault instanceof TlsFault ? fault.message : fault.stack);
  }
}

async function start(addProcess, environment) {
  console.log("Starting the server …");
  // Beside HTTPS a plain port stays on the loopback: this script asks there whether all is ready.
  const where = { jar: JAR, war: WAR, port: tls ? await freePort() : port, directory: DATA, tls };
  const control = { signal: givenUp.signal, onSpawn: addProcess };
  try {
    return await startPayara({ ...where, ...control, environment });
  } catch (failure) {
    if (givenUp.signal.aborted) {
      process.exit();
    }
    return fail(
      failure instanceof StartFailure ? `Visavis did not start. ${failure.message}` : failure.stack,
    );
  }
}

function sayWhereToClick() {
  console.log(`
Visavis is running. For demonstration only: the two shops, this backoffice, all names and passwords.

  Start here        ${origin}/
  The shop          ${scheme}://shop.localhost:${port}/   (be the visitor)
  Second shop       ${scheme}://atelier.localhost:${port}/   (its account is not eligible)
  Backoffice        ${origin}/reference/
                      agents camille, noor; account admin alix (Maison Lumen)
                      agent sacha; account admin dominique (Atelier Brume); password: demo
  Operator          ${origin}/operator/   name: operator, password: demo
  Your own pages    docs/plug-in/README.md

The data is in data/, the log in data/server.log. Ctrl-C stops Visavis.`);
  if (tls?.trial) {
    console.log(`
The certificate is a trial one, made here: every browser warns of it once on each host name above, that
of the visitor too, and a website's script is not loaded before. Chromium: "Your connection is not private"
(NET::ERR_CERT_AUTHORITY_INVALID), Advanced, Proceed. Firefox: "Warning: Potential Security Risk Ahead",
Advanced, Accept the Risk. Compare the certificate's SHA-256 there with
${tls.fingerprint}`);
  }
}

listenForStop();
const addProcess = claimData();
await checkPort();
const environment = settings();
const tls = secure ? certificate() : undefined;
await buildWhereNeeded();
server = await start(addProcess, environment);
sayWhereToClick();
const code = await server.exited;
if (!givenUp.signal.aborted) {
  fail(`The server ended by itself (${code}). The log: ${server.log}`);
}
