// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChatConnection } from "./connection.ts";
import type { ServerMessage } from "./protocol.ts";

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 1;
  readonly sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 3;
  }
  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  dies(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const welcome = { type: "welcome", role: "agent", visitors: [] };
let heard: ServerMessage[] = [];
let online: boolean[] = [];
let turnedAway: number[] = [];
let connection: ChatConnection;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.all = [];
  heard = [];
  online = [];
  turnedAway = [];
  connection = new ChatConnection("ws://h/chat", () => ({ type: "hello", role: "agent" }), {
    heard: (message) => heard.push(message),
    changed: (now) => online.push(now),
    turnedAway: (code) => turnedAway.push(code),
  });
  connection.open();
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function latest(): FakeSocket {
  const socket = FakeSocket.all.at(-1);
  if (!socket) throw new Error("no socket was opened");
  return socket;
}

it("says hello first and is online from the welcome on", () => {
  latest().onopen?.();
  expect(latest().sent).toEqual(['{"type":"hello","role":"agent"}']);
  expect(connection.send({ type: "pong" })).toBe(false);
  latest().says(welcome);
  expect(online).toEqual([true]);
  expect(connection.send({ type: "pong" })).toBe(true);
});

it("answers pings by itself", () => {
  latest().says(welcome);
  latest().says({ type: "ping" });
  expect(latest().sent).toEqual(['{"type":"pong"}']);
  expect(heard.map((message) => message.type)).toEqual(["welcome"]);
});

it("ignores frames that are no messages", () => {
  for (const data of ["", "null", "7", "{", '{"a":1}', new ArrayBuffer(2)]) {
    latest().onmessage?.({ data });
  }
  expect(heard).toEqual([]);
});

it("comes back after a loss, more slowly each time", () => {
  latest().says(welcome);
  latest().dies();
  expect(online).toEqual([true, false]);
  vi.advanceTimersByTime(750);
  expect(FakeSocket.all).toHaveLength(2);
  latest().dies();
  vi.advanceTimersByTime(400);
  expect(FakeSocket.all).toHaveLength(2);
  vi.advanceTimersByTime(1100);
  expect(FakeSocket.all).toHaveLength(3);
});

it("comes back at once when the browser says the network is there", () => {
  latest().dies();
  dispatchEvent(new Event("online"));
  expect(FakeSocket.all).toHaveLength(2);
});

it("gives up on a server that has gone silent", () => {
  latest().says(welcome);
  vi.advanceTimersByTime(30_000);
  latest().says({ type: "ping" });
  vi.advanceTimersByTime(39_000);
  expect(online).toEqual([true]);
  vi.advanceTimersByTime(1_000);
  expect(online).toEqual([true, false]);
});

it("stays away once closed", () => {
  latest().says(welcome);
  connection.close();
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);
  expect(online).toEqual([true, false]);
});

it.each([1008, 4401])("does not try again after close code %d", (code) => {
  latest().says(welcome);
  latest().dies(code);
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);
  expect(turnedAway).toEqual([code]);
  expect(online).toEqual([true, false]);
});
