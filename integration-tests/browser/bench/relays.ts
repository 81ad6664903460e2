import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import type { End, Pair } from "./roundtrips.ts";

/** Someone else's relay in a process of its own, and how two clients of it form a pair. */
export interface Relay {
  pair(name: string): Promise<Pair>;
  stop(): void | Promise<void>;
}

/** A bare relay of 20 lines on the npm package `ws`. */
export async function bareRelay(): Promise<Relay> {
  const { process, port } = await startNode("relays/ws-relay.mjs");
  return {
    pair: async (name) => {
      const url = `ws://127.0.0.1:${port}/?pair=${name}`;
      return { asker: end(await opened(url)), echoer: end(await opened(url)) };
    },
    stop: () => void process.kill(),
  };
}

/** The npm package `peer`: PeerJS's signalling server. */
export async function peerJsRelay(): Promise<Relay> {
  const { process, port } = await startNode("relays/peer-server.mjs");
  const connect = async (from: string, to: string): Promise<End> => {
    const url = `ws://127.0.0.1:${port}/peerjs?key=peerjs&id=${from}&token=${from}`;
    return peerJsEnd(await opened(url), to);
  };
  return {
    pair: async (name) => ({
      asker: await connect(`${name}-a`, `${name}-b`),
      echoer: await connect(`${name}-b`, `${name}-a`),
    }),
    stop: () => void process.kill(),
  };
}

/** A socket once it is open. */
export function opened(url: string, origin?: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const options = { perMessageDeflate: false, ...(origin === undefined ? {} : { origin }) };
    const socket = new WebSocket(url, options);
    socket.once("open", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** The text of a message of `ws`. */
export function textOf(data: WebSocket.RawData): string {
  return Buffer.isBuffer(data) ? data.toString("utf8") : Buffer.concat(data as Buffer[]).toString();
}

function end(socket: WebSocket): End {
  const made: End = {
    send: (payload) => socket.send(payload),
    hear: () => undefined,
    close: () => socket.terminate(),
  };
  socket.on("message", (data) => made.hear(textOf(data)));
  return made;
}

function peerJsEnd(socket: WebSocket, to: string): End {
  const made: End = {
    send: (payload) => socket.send(JSON.stringify({ type: "CANDIDATE", dst: to, payload })),
    hear: () => undefined,
    close: () => socket.terminate(),
  };
  socket.on("message", (data) => {
    const message = JSON.parse(textOf(data)) as { type: string; payload: string };
    if (message.type === "CANDIDATE") {
      made.hear(message.payload);
    }
  });
  return made;
}

function startNode(script: string): Promise<{ process: ChildProcess; port: number }> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code ?? "a signal"}`)));
    child.stdout.once("data", (line: Buffer) =>
      resolve({ process: child, port: Number(line.toString()) }),
    );
  });
}
