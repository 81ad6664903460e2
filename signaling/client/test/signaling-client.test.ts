// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  SignalingClient,
  type CloseCause,
  type ConnectionState,
  type Credential,
  type ServerEvent,
  type SignalingOptions,
} from "../src/index.ts";
import { FakeSocket } from "./fake-socket.ts";

const sessionId = "s".repeat(22);
const stop = { sessionId, cause: "stopped" } as const;

let sockets: FakeSocket[];
let states: [ConnectionState, CloseCause | undefined][];
let events: ServerEvent[];
let credential: ReturnType<typeof vi.fn<(fresh: boolean) => Promise<Credential>>>;

function open(more: Partial<SignalingOptions> = {}): SignalingClient {
  return new SignalingClient({
    url: "ws://service/signal",
    clientId: "client-0123456789",
    hello: () => ({ kind: "page", language: "fr", canShare: true }),
    credential,
    onState: (state, cause) => states.push([state, cause]),
    onMessage: (event) => events.push(event),
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    random: () => 0.999,
    ...more,
  });
}

/** Lets promises run, then returns the newest socket. */
async function socket(): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(0);
  const newest = sockets.at(-1);
  if (!newest) throw new Error("no socket yet");
  return newest;
}

async function connected(more: object = {}): Promise<FakeSocket> {
  const newest = await socket();
  newest.ready();
  newest.welcome(more);
  return socket();
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  states = [];
  events = [];
  credential = vi.fn((fresh: boolean) => Promise.resolve({ token: fresh ? "fresh" : "kept" }));
});
afterEach(() => vi.useRealTimers());

describe("the handshake", () => {
  test("hello waits for the server to speak first and carries no token in the URL", async () => {
    const urls: string[] = [];
    open({
      openSocket: (url) => {
        urls.push(url);
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
    });
    const first = await socket();
    expect(first.sent).toEqual([]);
    first.ready();
    expect(first.last("hello")).toMatchObject({
      versions: [1],
      kind: "page",
      token: "kept",
      clientId: "client-0123456789",
      language: "fr",
      canShare: true,
    });
    expect(urls).toEqual(["ws://service/signal"]);
  });

  test("a request made before the connection stands leaves after the hello is answered", async () => {
    const client = open();
    const stopped = client.request("share.stop", stop);
    const first = await socket();
    first.ready();
    expect(first.has("share.stop")).toBe(false);
    first.welcome();
    await socket();
    first.say({ type: "ok", id: first.last("share.stop").id });
    await expect(stopped).resolves.toEqual({});
    expect(states).toEqual([["connected", undefined]]);
  });

  test("a server that never answers the hello is given up after ten seconds", async () => {
    open();
    (await socket()).ready();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sockets[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(400);
    expect(sockets).toHaveLength(2);
  });

  test("a refused ticket closes for good and says why", async () => {
    credential.mockResolvedValue({ ticket: "spent" });
    open();
    const first = await socket();
    first.ready();
    first.refuse(first.last("hello").id, "ticket-invalid");
    await socket();
    expect(states).toEqual([["closed", "ticket-invalid"]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
  });

  test("an expired token is replaced once by a fresh one", async () => {
    open();
    const first = await socket();
    first.ready();
    first.refuse(first.last("hello").id, "token-expired");
    await vi.advanceTimersByTimeAsync(400);
    const second = await socket();
    second.ready();
    expect(second.last("hello")["token"]).toBe("fresh");
    second.refuse(second.last("hello").id, "token-expired");
    await socket();
    expect(states.at(-1)).toEqual(["closed", "token-expired"]);
  });

  test("a service that is away is tried again", async () => {
    credential.mockRejectedValueOnce(new Error("offline"));
    open();
    await vi.advanceTimersByTimeAsync(400);
    await connected();
    expect(states.map(([state]) => state)).toEqual(["reconnecting", "connected"]);
  });
});

describe("requests", () => {
  test("a refusal rejects with its code", async () => {
    const client = open();
    const only = await connected();
    const refused = expect(client.request("ticket.new", { sessionId })).rejects.toMatchObject({
      code: "not-found",
      retryable: false,
    });
    only.refuse(only.last("ticket.new").id, "not-found");
    await refused;
  });

  test("a request leaves within the call, so that a page that unloads can say goodbye", async () => {
    const client = open();
    const only = await connected();
    void client.request("share.stop", { sessionId, cause: "popup-closed" }).catch(() => undefined);
    expect(only.last("share.stop")).toMatchObject({ cause: "popup-closed" });
    client.dispose();
  });

  test("silence rejects as unavailable", async () => {
    const client = open();
    const only = await connected();
    const silent = expect(client.request("share.stop", stop, 3_000)).rejects.toMatchObject({
      code: "unavailable",
      retryable: true,
    });
    only.say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(3_000);
    await silent;
  });

  test("a lost connection rejects what was sent and keeps what was not", async () => {
    const client = open();
    const first = await connected();
    const sent = expect(client.request("share.stop", stop)).rejects.toMatchObject({
      code: "unavailable",
    });
    first.drop(1006);
    await sent;
    const kept = client.request("share.stop", stop);
    client.send({ type: "peer.ice", sessionId, candidate: "" });
    await vi.advanceTimersByTimeAsync(400);
    const second = await connected();
    expect(second.sent.map((message) => message.type)).toEqual(["hello", "share.stop", "peer.ice"]);
    second.say({ type: "ok", id: second.last("share.stop").id });
    await kept;
  });

  test("a closed client refuses at once", async () => {
    const client = open();
    client.dispose();
    await expect(client.request("share.stop", stop)).rejects.toMatchObject({ retryable: false });
  });
});

describe("keeping alive", () => {
  test("ping is answered by pong at once", async () => {
    open();
    const only = await connected();
    only.say({ type: "ping" });
    expect(only.sent.at(-1)).toEqual({ type: "pong" });
  });

  test("a silent socket is dead after the heartbeat's limit, without any close event", async () => {
    open();
    const first = await connected();
    await vi.advanceTimersByTimeAsync(20_000);
    first.say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(24_000);
    expect(first.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(first.closed).toBe(true);
    expect(states.at(-1)).toEqual(["reconnecting", undefined]);
  });

  test("a tab that was frozen reads what waits before it gives up", async () => {
    open();
    const first = await connected();
    vi.setSystemTime(Date.now() + 120_000);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(first.closed).toBe(false);
    first.say({ type: "ping" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(first.closed).toBe(false);
  });

  test("waits double up to eight seconds and start anew once the connection holds", async () => {
    open();
    const waits: number[] = [];
    for (let round = 0; round < 7; round++) {
      const current = await socket();
      const before = sockets.length;
      current.drop(1006);
      let waited = 0;
      for (; sockets.length === before; waited += 50) await vi.advanceTimersByTimeAsync(50);
      waits.push(waited);
    }
    expect(waits).toEqual([300, 600, 1200, 2400, 4800, 8000, 8000]);
    const steady = await connected();
    steady.say({ type: "ping" });
    steady.drop(1012);
    await vi.advanceTimersByTimeAsync(300);
    expect(sockets).toHaveLength(9);
  });

  test("no message can break it", async () => {
    open();
    const only = await connected();
    only.say("{");
    only.say({ type: "ok", id: "unheard" });
    only.say({ type: "ping" });
    expect(only.sent.at(-1)).toEqual({ type: "pong" });
  });
});

describe("close codes", () => {
  test.each([
    [4002, "taken-over"],
    [4003, "revoked"],
  ])("%i is final", async (code, cause) => {
    open();
    (await connected()).drop(code);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toEqual(["closed", cause]);
    expect(sockets).toHaveLength(1);
  });

  test.each([4001, 4012])("%i asks for a fresh token", async (code) => {
    open();
    (await connected()).drop(code);
    await vi.advanceTimersByTimeAsync(400);
    expect(credential).toHaveBeenLastCalledWith(true);
    expect(sockets).toHaveLength(2);
  });
});

describe("resuming", () => {
  const state = (seq: number) => ({ type: "session.state", seq, session: { id: sessionId } });

  test("the next hello says what was seen last", async () => {
    open();
    const first = await connected();
    first.say(state(1));
    first.say({ type: "peer.renegotiate", sessionId, iceRestart: false, seq: 2 });
    first.drop(1006);
    await vi.advanceTimersByTimeAsync(400);
    const second = await socket();
    second.ready();
    expect(second.last("hello")["resume"]).toEqual({ sessionId, seq: 2 });
  });

  test("what was seen is not told twice when the server resumes", async () => {
    open();
    const first = await connected();
    first.say(state(1));
    first.say(state(2));
    first.drop(1006);
    await vi.advanceTimersByTimeAsync(400);
    const second = await connected({ resumed: true });
    second.say(state(2));
    second.say(state(3));
    expect(events).toEqual([state(1), state(2), state(3)]);
  });

  test("a whole snapshot counts even with a lower number", async () => {
    open();
    const first = await connected();
    first.say(state(5));
    first.drop(1006);
    await vi.advanceTimersByTimeAsync(400);
    (await connected({ resumed: false })).say(state(1));
    expect(events).toEqual([state(5), state(1)]);
  });
});

describe("renewal", () => {
  test("token.expiring brings a fresh token over the same connection", async () => {
    const onToken = vi.fn();
    open({ onToken });
    const only = await connected();
    only.say({ type: "token.expiring", expiresAt: "2026-01-01T00:15:00Z" });
    await socket();
    expect(only.last("token.renew")["token"]).toBe("fresh");
    only.say({ type: "ok", id: only.last("token.renew").id, result: { token: "newer" } });
    await socket();
    expect(onToken).toHaveBeenCalledWith("newer");
    expect(events).toEqual([]);
  });
});

test("aborting the signal disposes of the client", async () => {
  const abort = new AbortController();
  open({ signal: abort.signal });
  const only = await connected();
  abort.abort();
  expect(only.closed).toBe(true);
  expect(states.at(-1)).toEqual(["closed", "disposed"]);
});
