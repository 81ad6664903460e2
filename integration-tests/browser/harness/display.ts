import { spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** A screen of 1920 × 1080 that nobody looks at: for browsers with real windows. */
export interface VirtualDisplay {
  /** The value for DISPLAY. */
  readonly name: string;
  close(): void;
}

/** Starts Xvfb on a display number that it finds free itself. */
export function openDisplay(): Promise<VirtualDisplay> {
  const program = process.env["XVFB_BIN"] ?? "/usr/bin/Xvfb";
  const screen = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp"];
  const child = spawn(program, ["-displayfd", "3", ...screen], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const announcement = child.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Xvfb ended with ${code ?? "a signal"}`)));
    announcement.once("data", (number: Buffer) => {
      const name = `:${number.toString().trim()}`;
      resolve({ name, close: () => void child.kill() });
    });
  });
}
