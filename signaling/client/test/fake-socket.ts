import type { SignalingSocket } from "../src/index.ts";

type Sent = Record<string, unknown> & { type: string; id: string };

/** A socket whose far side is the test. */
export class FakeSocket implements SignalingSocket {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly sent: Sent[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }

  close(): void {
    this.closed = true;
  }

  /** The server says something; anything but a string is sent as JSON. */
  say(message: unknown): void {
    const data = typeof message === "string" ? message : JSON.stringify(message);
    this.onmessage?.({ data } as MessageEvent);
  }

  /** The server closes. */
  drop(code: number): void {
    this.onclose?.({ code } as CloseEvent);
  }

  /** The last message of that type that the client sent. */
  last(type: string): Sent {
    const found = this.sent.filter((message) => message.type === type).at(-1);
    if (!found)
      throw new Error(`no ${type} among ${this.sent.map((each) => each.type).join(", ")}`);
    return found;
  }

  has(type: string): boolean {
    return this.sent.some((message) => message.type === type);
  }

  ready(): void {
    this.say({ type: "server.ready", versions: [1], helloWithinMs: 10_000 });
  }

  /** Answers the hello. */
  welcome(more: object = {}): void {
    this.say({ type: "ok", id: this.last("hello").id, result: { ...helloResult, ...more } });
  }

  refuse(id: string, code: string, retryable = false): void {
    this.say({ type: "error", id, code, detail: "no", retryable });
  }
}

export const helloResult = {
  version: 1,
  connectionId: "c-1",
  role: "visitor",
  serverTime: "2026-01-01T00:00:00Z",
  account: {
    name: "Maison Lumen",
    policy: { surface: "any", relayOnly: false, languages: ["fr", "en"] },
  },
  tokenExpiresAt: "2026-01-01T00:15:00Z",
  heartbeat: { intervalMs: 10_000, timeoutMs: 25_000 },
  iceServers: [],
  eligible: true,
};
