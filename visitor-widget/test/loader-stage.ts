import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { SessionSnapshot } from "@visavis/signaling-client";
import { cardPhase, type CardPhase } from "../src/card/card-view.ts";
import type { CardState } from "../src/card/contract.ts";
import { createVisavis, type VisavisApi } from "../src/loader/visavis.ts";

/** What the card was given to show. */
export const card = {
  shown: [] as string[],
  policies: [] as unknown[],
  reworded: false,
  phase: undefined as CardPhase | undefined,
};
vi.mock("https://service.example/widget/card.js", () => ({
  mountCard: () => ({
    show: (state: CardState) => {
      const { session, policy, reworded } = state;
      card.phase = cardPhase(state);
      card.shown.push(session.state);
      card.reworded = reworded;
      card.policies.push(policy);
    },
    remove: () => card.shown.push("removed"),
  }),
}));

export class FakeWebSocket {
  static all: FakeWebSocket[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  sent: Record<string, unknown>[] = [];
  constructor(readonly url: string) {
    FakeWebSocket.all.push(this);
  }
  send(text: string): void {
    const message = JSON.parse(text) as { type: string; id: string };
    this.sent.push(message);
    const results: Record<string, object> = {
      hello: {
        heartbeat: { timeoutMs: 25_000 },
        account: { name: "Maison Lumen", policy: service.policy },
      },
      "ticket.new": {
        ticket: `ticket-${this.sent.length}`,
        expiresInMs: 60_000,
        policy: service.policy,
      },
    };
    if (message.type === "ticket.new" && service.withheld) {
      service.withheld.push(() =>
        this.say({ type: "ok", id: message.id, result: results["ticket.new"] }),
      );
      return;
    }
    if (message.type === "share.accept" && service.refuses) {
      const refusal = { type: "error", id: message.id, code: service.refuses, detail: "no" };
      queueMicrotask(() => this.say({ ...refusal, retryable: false }));
      return;
    }
    queueMicrotask(() => this.say({ type: "ok", id: message.id, result: results[message.type] }));
  }
  close(): void {
    this.onmessage = null;
  }
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

/** How the service behaves. */
export const service: {
  /** What its hello says of the policy. */
  policy?: object | undefined;
  /** Why it takes no yes, if it takes none. */
  refuses?: string | undefined;
  /** Tickets that it has not given yet; undefined where it gives them at once. */
  withheld?: (() => void)[] | undefined;
} = {};
export let api: VisavisApi;
export let events: [string, SessionSnapshot | undefined][];
export const fetched = vi.fn();
export const opened = vi.fn<(url: string) => { closed: boolean } | null>();

export const socket = () => {
  const newest = FakeWebSocket.all.at(-1);
  if (!newest) throw new Error("no socket");
  return newest;
};
export const tell = async (session: SessionSnapshot) => {
  socket().say({ type: "session.state", seq: 1, session });
  await vi.advanceTimersByTimeAsync(0);
};
export const said = (type: string) => socket().sent.filter((message) => message["type"] === type);

export async function start(attributes: Record<string, string> = {}): Promise<void> {
  const script = document.createElement("script");
  Object.defineProperty(script, "src", { value: "https://service.example/visavis.js" });
  Object.assign(script.dataset, { siteKey: "pk_demo_lumen", language: "fr", ...attributes });
  const visavis = createVisavis(script);
  api = visavis.api;
  visavis.begin();
  await vi.advanceTimersByTimeAsync(0);
  FakeWebSocket.all.at(-1)?.say({ type: "server.ready", versions: [1], helloWithinMs: 10_000 });
  await vi.advanceTimersByTimeAsync(0);
}

beforeAll(() => {
  for (const name of ["ready", "request", "state", "ended", "offline", "online"]) {
    window.addEventListener(`visavis:${name}`, (event) => {
      const { detail } = event as CustomEvent<{ session: SessionSnapshot } | undefined>;
      events.push([name, detail?.session]);
      // As a host that draws the request itself.
      if (name === "request") event.preventDefault();
    });
  }
});

beforeEach(() => {
  vi.useFakeTimers();
  FakeWebSocket.all = [];
  service.policy = service.withheld = service.refuses = undefined;
  card.shown = [];
  events = [];
  localStorage.clear();
  fetched.mockReset().mockResolvedValue({
    ok: true,
    status: 200,
    json: () => Promise.resolve({ token: "t" }),
  });
  opened.mockReset().mockReturnValue({ closed: false });
  vi.stubGlobal("WebSocket", FakeWebSocket);
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("open", opened);
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("navigator", {
    language: "fr",
    userAgent: "x",
    mediaDevices: { getDisplayMedia: vi.fn() },
  });
});
afterEach(() => {
  api.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

export const names = () => events.splice(0).map(([name]) => name);
