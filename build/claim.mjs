// Which processes work on a data folder. Two servers on one would hurt each other's files, so the
// second is turned away; what a killed one left behind does not stand in the way.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/**
 * Claims the folder for this process until it exits.
 *
 * @param {string} directory the data folder; made where it is missing
 * @param {string[]} marks paths of which one stands on the command line of every process of ours, so that
 *   a number the system gave to another program since does not count
 * @returns {{owner: number} | {add: (pid: number) => void}} the process that has the folder; or a
 *   function that names a further process which works on it now
 */
export function claim(directory, marks) {
  const file = path.join(directory, "run.pid");
  mkdirSync(directory, { recursive: true });
  for (;;) {
    try {
      // Exclusive: of two that start at the same moment only one writes it.
      writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
      process.on("exit", () => rmSync(file, { force: true }));
      return { add: (pid) => writeFileSync(file, `${pid}\n`, { flag: "a" }) };
    } catch (failure) {
      if (failure.code !== "EEXIST") {
        throw failure;
      }
      const owner = ownerIn(file, marks);
      if (owner !== undefined) {
        return { owner };
      }
      rmSync(file, { force: true });
    }
  }
}

function ownerIn(file, marks) {
  const pids = readFileSync(file, "utf8").split("\n").map(Number);
  return pids.find((pid) => pid > 0 && isOurs(pid, marks));
}

function isOurs(pid, marks) {
  const line = commandLine(pid);
  return line === undefined ? isAlive(pid) : marks.some((mark) => line.includes(mark));
}

/** The command line of a process, "" when there is no such process, undefined when nobody can say. */
function commandLine(pid) {
  if (!isAlive(pid)) {
    return "";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    // No such folder on macOS.
  }
  try {
    const columns = ["-ww", "-o", "args=", "-p", String(pid)];
    return execFileSync("ps", columns, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === "EPERM";
  }
}
