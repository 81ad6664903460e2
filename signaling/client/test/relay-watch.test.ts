import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RelayWatch, type RelayReach } from "../src/index.ts";

const RELAY = "candidate:1 1 udp 41885439 198.51.100.7 49152 typ relay raddr 0.0.0.0 rport 0";
const HOST = "candidate:1 1 udp 2122260223 192.0.2.4 50000 typ host";

class FakeConnection extends EventTarget {
  iceGatheringState: RTCIceGatheringState = "new";
  urls = ["turn:turn.example"];
  policy: RTCIceTransportPolicy = "all";
  getConfiguration = (): RTCConfiguration => ({
    iceServers: [{ urls: this.urls }],
    iceTransportPolicy: this.policy,
  });
  become(state: RTCIceGatheringState): void {
    this.iceGatheringState = state;
    this.dispatchEvent(new Event("icegatheringstatechange"));
  }
  find(candidate: string): void {
    this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate: { candidate } }));
  }
  fail(errorCode: number, url = "turn:turn.example"): void {
    this.dispatchEvent(Object.assign(new Event("icecandidateerror"), { errorCode, url }));
  }
}

let connection: FakeConnection;
let told: RelayReach[];
let watch: RelayWatch;

beforeEach(() => {
  vi.useFakeTimers();
  connection = new FakeConnection();
  told = [];
  watch = new RelayWatch(connection, (reach) => told.push(reach));
});
afterEach(() => {
  watch.close();
  vi.useRealTimers();
});

test("the first candidate of a relay says that it is reached, once", () => {
  connection.become("gathering");
  connection.find(HOST);
  connection.find(RELAY);
  connection.find(RELAY);
  connection.become("complete");
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(["reached"]);
});

test("a relay that answers with an error refuses", () => {
  connection.become("gathering");
  connection.fail(401);
  connection.become("complete");
  expect(told).toEqual(["refused"]);
});

test("a relay that does not answer is out of reach, at the latest after six seconds", () => {
  connection.become("gathering");
  connection.fail(701);
  connection.find(HOST);
  vi.advanceTimersByTime(5_900);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual(["unreachable"]);
});

test("an error of a STUN server says nothing about the relay", () => {
  connection.become("gathering");
  connection.fail(400, "stun:stun.example");
  connection.become("complete");
  expect(told).toEqual(["unreachable"]);
});

test("a relay that nobody named is missing only where it is the one way", () => {
  connection.urls = ["stun:stun.example"];
  connection.become("gathering");
  connection.become("complete");
  expect(told).toEqual([]);
  connection.policy = "relay";
  connection.become("gathering");
  connection.become("complete");
  expect(told).toEqual(["missing"]);
});

test("each gathering looks anew", () => {
  connection.become("gathering");
  connection.find(RELAY);
  connection.become("complete");
  connection.become("gathering");
  connection.become("complete");
  expect(told).toEqual(["reached", "unreachable"]);
});

test("a relay that comes late is told after all", () => {
  connection.become("gathering");
  vi.advanceTimersByTime(6_000);
  connection.find(RELAY);
  expect(told).toEqual(["unreachable", "reached"]);
});

test("a connection that is let go of tells nothing", () => {
  connection.become("gathering");
  watch.close();
  vi.advanceTimersByTime(60_000);
  connection.become("complete");
  expect(told).toEqual([]);
});
