// The work behind ./run: build, make the secrets once, start the server, say where to click.
import { randomBytes } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import process from "node:process";
import { StartFailure, startPayara } from "./payara.mjs";
import { portIsFree } from "./ports.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DATA = path.join(ROOT, "data");
const WAR = path.join(ROOT, "backoffice-module/target/visavis.war");
const QUIET = ["-q", "-B", "-Dstyle.color=never"];
const JAR = path.join(ROOT, "target/payara-micro.jar");

const port = Number(process.env.PORT ?? "8080");
const origin = `http://localhost:${port}`;

function fail(message) {
  console.error(message);
  process.exit(1);
}

async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    fail(`PORT is "${process.env.PORT}", which is not a port number. For example: PORT=8090 ./run`);
  }
  if (!(await portIsFree(port))) {
    const other = port === 8090 ? 8091 : 8090;
    fail(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${other} ./run`,
    );
  }
}

function build() {
  console.log("Building Visavis (the first time this downloads its libraries, a few minutes) …");
  run("mvn", [...QUIET, "-DskipTests", "package", "-pl", "backoffice-module", "-am"]);
  if (!existsSync(JAR)) {
    const version = /<payara.version>([^<]+)</.exec(
      readFileSync(path.join(ROOT, "pom.xml"), "utf8"),
    );
    const artifact = `fish.payara.extras:payara-micro:${version[1]}`;
    const where = [`-Dartifact=${artifact}`, `-DoutputDirectory=${path.dirname(JAR)}`];
    run("mvn", [...QUIET, "-N", "dependency:copy", ...where, "-Dmdep.stripVersion=true"]);
  }
}

function run(command, args) {
  try {
    const env = { ...process.env, npm_config_loglevel: "error" };
    execFileSync(command, args, { cwd: ROOT, stdio: "inherit", env });
  } catch {
    fail("The build failed; the lines above say why.");
  }
}

/** Two servers on one data folder would hurt each other's files; the second is turned away. */
function claimData() {
  const claim = path.join(DATA, "run.pid");
  mkdirSync(DATA, { recursive: true });
  const owner = existsSync(claim) ? Number(readFileSync(claim, "utf8")) : 0;
  if (owner > 0 && isAlive(owner)) {
    fail(
      `Visavis is running already, as process ${owner}, on the data in data/. Stop that one first.`,
    );
  }
  writeFileSync(claim, String(process.pid));
  process.on("exit", () => rmSync(claim, { force: true }));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Secrets of this working copy: made once, kept in data/secrets.env, readable by the owner only. */
function secrets() {
  const file = path.join(DATA, "secrets.env");
  if (!existsSync(file)) {
    const lines = ["VISAVIS_SERVICE_SECRET", "VISAVIS_DEMO_AGENT_KEY"].map(
      (name) => `${name}=${randomBytes(32).toString("base64url")}\n`,
    );
    writeFileSync(file, lines.join(""), { mode: 0o600 });
  }
  const pairs = readFileSync(file, "utf8").matchAll(/^([A-Z_]+)=(.*)$/gm);
  return Object.fromEntries([...pairs].map(([, name, value]) => [name, value]));
}

/** Everything that the demo sets; what the caller has in the environment wins. */
function environment() {
  const demo = {
    ...secrets(),
    VISAVIS_SERVICE_ORIGIN: origin,
    VISAVIS_DATABASE_URL: `jdbc:h2:file:${path.join(DATA, "visavis")};DB_CLOSE_DELAY=-1`,
  };
  return { ...demo, ...pick(process.env, Object.keys(demo)) };
}

function pick(from, names) {
  return Object.fromEntries(names.filter((name) => from[name]).map((name) => [name, from[name]]));
}

function sayWhereToClick() {
  const shop = `http://shop.localhost:${port}/`;
  console.log(`
Visavis is running. For demonstration only: the two shops, this backoffice, all names and passwords.

  Start here        ${origin}/
  The shop          ${shop}   (be the visitor)
  Second shop       http://atelier.localhost:${port}/   (its account is not eligible)
  Backoffice        ${origin}/reference/
                      agents camille, noor; account admin alix (Maison Lumen)
                      agent sacha; account admin dominique (Atelier Brume); password: demo
  Operator          ${origin}/operator/   name: operator, password: demo

The data is in data/, the log in data/server.log. Ctrl-C stops Visavis.`);
}

await checkPort();
claimData();
if (!process.argv.includes("--no-build") || !existsSync(WAR) || !existsSync(JAR)) {
  build();
}

const givenUp = new AbortController();
let server;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (!givenUp.signal.aborted) {
      console.log("\nStopping …");
      givenUp.abort();
      void server?.stop();
    }
  });
}

async function start() {
  const where = { jar: JAR, war: WAR, port, directory: DATA };
  try {
    return await startPayara({ ...where, environment: environment(), signal: givenUp.signal });
  } catch (failure) {
    if (givenUp.signal.aborted) {
      process.exit(130);
    }
    return fail(
      failure instanceof StartFailure ? `Visavis did not start. ${failure.message}` : failure.stack,
    );
  }
}

console.log("Starting the server …");
server = await start();
sayWhereToClick();
const code = await server.exited;
if (!givenUp.signal.aborted) {
  fail(`The server ended by itself (${code}). The log: ${server.log}`);
}
