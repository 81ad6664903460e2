// What ./run sets for the demonstration, and the secrets of this working copy.
import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const SECRETS = ["VISAVIS_SERVICE_SECRET", "VISAVIS_DEMO_AGENT_KEY"];
const SHORTEST_SECRET = 32;

/**
 * The VISAVIS_… variables of the demonstration; what the caller has in the environment wins.
 *
 * @param {string} data the data folder @param {string} origin of the service
 */
export function demoSettings(data, origin) {
  const demo = {
    ...secrets(path.join(data, "secrets.env")),
    VISAVIS_SERVICE_ORIGIN: origin,
    VISAVIS_DATABASE_URL: database(data),
  };
  const given = Object.keys(demo).filter((name) => process.env[name]);
  return { ...demo, ...Object.fromEntries(given.map((name) => [name, process.env[name]])) };
}

/**
 * What is wrong with the secrets, one sentence each. The application would say so as well, but only
 * when the server has booted.
 */
export function badSecrets(settings) {
  return SECRETS.filter((name) => settings[name].length < SHORTEST_SECRET).map((name) => {
    const remedy = process.env[name]
      ? "Set it to the output of: openssl rand -base64 48"
      : "Remove its line from data/secrets.env, and ./run makes a new one.";
    return `${name} is shorter than ${SHORTEST_SECRET} characters. ${remedy}`;
  });
}

function database(data) {
  // H2's own exit hook would close the file while the application still writes its last rows; so the
  // file is closed with the pool's last connection instead, and a killed process loses nothing either.
  // Faults of the database reach the log by the application; a trace file would only repeat them.
  return `jdbc:h2:file:${path.join(data, "visavis")};DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0`;
}

/** Made once, kept in a file that only its owner can read; one that is missing there is added. */
function secrets(file) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const known = new Map();
  for (const [, name, value] of text.matchAll(/^([A-Z_]+)=(.*)$/gm)) {
    known.set(name, value.trim());
  }
  for (const name of SECRETS.filter((name) => !known.has(name))) {
    known.set(name, randomBytes(32).toString("base64url"));
    const gap = text === "" || text.endsWith("\n") ? "" : "\n";
    appendFileSync(file, `${gap}${name}=${known.get(name)}\n`, { mode: 0o600 });
  }
  return Object.fromEntries(known);
}
