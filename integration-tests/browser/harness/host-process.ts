import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A host's server, as its owner starts it. */
export interface HostProcess {
  stop(): Promise<void>;
}

/** Runs a Node program with these variables; resolves once it has printed its first line. */
export async function startHost(
  program: string,
  environment: Record<string, string>,
): Promise<HostProcess> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const said = once(createInterface({ input: child.stdout }), "line");
  await Promise.race([
    said,
    exited.then(([code]) => {
      throw new Error(`the host ended with ${String(code)}`);
    }),
  ]);
  return {
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
