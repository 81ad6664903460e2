// The server's log: the running one and a few former ones beside it, each of bounded size.
import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from "node:fs";

/** How many former logs are kept, as server.log.1 (the latest) to server.log.5. */
const KEPT = 5;
const MOST_BYTES = 20 * 1024 * 1024;

/** A log that begins anew at every start, and when it has grown too long. */
export class LogFile {
  #file;
  #bytes = 0;

  /** @param {string} path the log; what is there already becomes the first of the former ones */
  constructor(path) {
    this.path = path;
    this.#begin();
  }

  /** Writes at once, so that whoever reads the file after a crash finds the last words. */
  write(line) {
    if (this.#file === undefined) {
      return;
    }
    if (this.#bytes > MOST_BYTES) {
      this.close();
      this.#begin();
    }
    this.#bytes += writeSync(this.#file, `${line}\n`);
  }

  close() {
    if (this.#file !== undefined) {
      closeSync(this.#file);
      this.#file = undefined;
    }
  }

  #begin() {
    rmSync(`${this.path}.${KEPT}`, { force: true });
    for (let age = KEPT - 1; age >= 0; age--) {
      const from = age === 0 ? this.path : `${this.path}.${age}`;
      if (existsSync(from)) {
        renameSync(from, `${this.path}.${age + 1}`);
      }
    }
    this.#file = openSync(this.path, "w");
    this.#bytes = 0;
  }
}
