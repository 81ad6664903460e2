// Builds the WAR and fetches the server, for ./run: quietly, and so that Ctrl-C leaves nothing behind.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { eachLine } from "./lines.mjs";

const QUIET = ["-q", "-B", "-ntp", "-Dstyle.color=never"];

/**
 * Builds what ./run starts.
 *
 * @param {object} what root: the working copy; jar: where the server is to be; signal: an AbortSignal that
 *   gives the build up
 * @returns {Promise<boolean>} whether it was built; false when given up or failed, and then what was
 *   printed says why
 */
export async function build({ root, jar, signal }) {
  forgetClasses(root);
  const built = await maven(root, signal, [
    ...["-DskipTests", "package"],
    ...["-pl", "backoffice-module", "-am"],
  ]);
  if (!built || existsSync(jar)) {
    return built;
  }
  const version = /<payara.version>([^<]+)</.exec(readFileSync(path.join(root, "pom.xml"), "utf8"));
  return maven(root, signal, [
    ...["-N", "dependency:copy", "-Dmdep.stripVersion=true"],
    `-Dartifact=fish.payara.extras:payara-micro:${version[1]}`,
    `-DoutputDirectory=${path.dirname(jar)}`,
  ]);
}

/**
 * What was compiled from a source that is there no more would stay, be packed, and keep the
 * application from starting.
 */
function forgetClasses(root) {
  const compiled = ["signaling", "persistence", "backoffice-module"].map((module) =>
    path.join(root, module, "target", "classes"),
  );
  for (const folder of [...compiled, path.join(root, "backoffice-module", "target", "visavis")]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

function maven(root, signal, goals) {
  return new Promise((resolve) => {
    const child = spawn("mvn", [...QUIET, ...goals], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", npm_config_loglevel: "error" },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that one signal ends Maven and all that it started.
      detached: true,
    });
    eachLine(child.stdout, (line) => console.log(line));
    eachLine(child.stderr, (line) => console.error(line));
    const giveUp = () => process.kill(-child.pid, "SIGTERM");
    signal.addEventListener("abort", giveUp, { once: true });
    const end = (code) => {
      signal.removeEventListener("abort", giveUp);
      resolve(code === 0 && !signal.aborted);
    };
    child.once("error", (error) => {
      console.error(`Maven could not be started: ${error.message}`);
      end(-1);
    });
    child.once("close", end);
  });
}
