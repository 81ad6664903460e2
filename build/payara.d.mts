/** A running Payara Micro with the Visavis WAR in it. */
export interface RunningServer {
  readonly pid: number | undefined;
  /** Path of the server's log file. */
  readonly log: string;
  /** Resolves with the exit code once the process has ended. */
  readonly exited: Promise<number | string>;
  /** Asks the process to end, kills it after 20 s, resolves when it is gone. */
  stop(): Promise<void>;
}

export interface StartOptions {
  jar: string;
  war: string;
  port: number;
  directory: string;
  environment: Record<string, string>;
  steady?: boolean;
  tls?: { port: number; alias: string; optionsFile: string; everywhere?: boolean };
  timeoutMs?: number;
  signal?: AbortSignal;
  onSpawn?: (pid: number) => void;
}

export class StartFailure extends Error {
  readonly reason: string;
  readonly log: string;
}

/** Starts a server and resolves once the application itself answers; rejects with StartFailure. */
export function startPayara(options: StartOptions): Promise<RunningServer>;
