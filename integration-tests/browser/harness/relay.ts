import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, portIsFree } from "../../../build/ports.mjs";

/** The configuration that ships; a journey only adds what a test machine needs. */
export const SHIPPED = fileURLToPath(new URL("../../../docs/turnserver.conf", import.meta.url));

/** Where the relay is found: Firefox takes none on the loopback. */
const HOST =
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";

/** What a browser on this machine is: the only peers that a journey's relay may reach. */
const OWN_PEERS = ["127.0.0.1", HOST];

/** A coturn of a journey's own, which stays at its port when it is stopped and started again. */
export class Relay {
  #child: ChildProcess | undefined;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "visavis-relay-"));
  #said = "";

  readonly host = HOST;

  private constructor(readonly port: number) {}

  /** Finds a place for a relay; nothing runs yet. */
  static async place(): Promise<Relay> {
    return new Relay(await freePair());
  }

  /** The addresses for `visavis.turn.urls`. */
  get urls(): string {
    return ["udp", "tcp"].map((way) => `turn:${HOST}:${this.port}?transport=${way}`).join();
  }

  /** What coturn wrote so far. */
  get log(): string {
    return this.#said;
  }

  /**
   * Starts coturn with the configuration that ships.
   *
   * @param nearPeers whether it may reach this machine's browsers, which the configuration denies
   */
  async start(secret: string, nearPeers = true): Promise<void> {
    const near = ["--allow-loopback-peers", ...OWN_PEERS.map((ip) => `--allowed-peer-ip=${ip}`)];
    const child = spawn(process.env["TURNSERVER_BIN"] ?? "/usr/bin/turnserver", [
      "-c",
      SHIPPED,
      `--static-auth-secret=${secret}`,
      "--realm=turn.example.com",
      `--listening-port=${this.port}`,
      `--listening-ip=${HOST}`,
      `--relay-ip=${HOST}`,
      "--relay-ip=::1",
      "--no-tls",
      "--no-dtls",
      `--userdb=${path.join(this.#folder, "turndb")}`,
      `--pidfile=${path.join(this.#folder, "pid")}`,
      ...(nearPeers ? near : []),
    ]);
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => (this.#said += text.toString()));
    }
    const ended = once(child, "exit").then(([code]) => {
      throw new Error(`coturn ended with ${String(code)}:\n${this.#said}`);
    });
    await Promise.race([untilItTakesConnections(this.port), ended]);
    ended.catch(() => undefined);
  }

  /** Stops it as a crash would: it says goodbye to nobody. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** coturn listens on the next port as well, and lets two of its kind share one in silence. */
async function freePair(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = await freePort();
    if (port < 65_000 && (await portIsFree(port + 1))) return port;
  }
  throw new Error("no two ports beside each other are free");
}

async function untilItTakesConnections(port: number): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    if (await connects(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`coturn does not listen on ${port}`);
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: HOST, port });
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}
