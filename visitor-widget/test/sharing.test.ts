import { beforeEach, describe, expect, test, vi } from "vitest";
import { SignalingError, type SessionSnapshot } from "@visavis/signaling-client";
import { CaptureError } from "../src/popup/capture.ts";
import type { Sharing } from "../src/popup/sharing.ts";
import { settle, SharingStage } from "./sharing-stage.ts";
import { live, snapshot } from "./snapshots.ts";

let stage: SharingStage;
let sharing: Sharing;
let asked: SharingStage["asked"];
let links: SharingStage["links"];
let track: SharingStage["track"];

const say = (session: SessionSnapshot) => stage.say(session);
const saw = (type: string) => stage.saw(type);
const picked = () => stage.picked();

function begin(canShare = true): void {
  stage = new SharingStage(canShare);
  ({ sharing, asked, links, track } = stage);
  stage.greet();
}

beforeEach(() => begin());

describe("before the pick", () => {
  test("the way to the agent is prepared as soon as the request is accepted", () => {
    say(snapshot());
    expect(links).toHaveLength(0);
    say(snapshot({ state: "accepted" }));
    expect(links[0]?.start).toHaveBeenCalled();
  });

  test("it waits for an agent who is away", () => {
    say(snapshot({ state: "accepted", agentConnection: "reconnecting" }));
    expect(links).toHaveLength(0);
    say(snapshot({ state: "accepted" }));
    expect(links).toHaveLength(1);
  });

  test("the press opens the picker before anything else", () => {
    say(snapshot({ state: "accepted" }));
    sharing.share();
    expect(asked[0]?.[0]).toBe("capture");
    expect(sharing.phase).toBe("picking");
    expect(saw("visitor.notice")).toMatchObject([{ notice: "picker-open" }]);
  });

  test("a request that comes to an open window is accepted by the press", () => {
    say(snapshot());
    sharing.share();
    expect(saw("share.accept")).toMatchObject([{ wording: "view.1", language: "fr" }]);
  });

  test("a cancelled picker leads back to the button and is no end", async () => {
    say(snapshot({ state: "accepted" }));
    sharing.share();
    stage.pick.reject(new CaptureError("picker-cancelled"));
    await settle();
    expect([sharing.phase, sharing.failure]).toEqual(["invited", "picker-cancelled"]);
    expect(saw("visitor.notice").at(-1)).toMatchObject({ notice: "picker-cancelled" });
    expect(saw("share.stop")).toEqual([]);
  });

  test("no thanks is a refusal before the yes and a stop after it", () => {
    say(snapshot());
    sharing.refuse();
    say(snapshot({ state: "accepted" }));
    sharing.refuse();
    expect(saw("share.decline")).toMatchObject([{ cause: "refused" }]);
    expect(saw("share.stop")).toMatchObject([{ cause: "stopped" }]);
  });

  test("a browser that cannot share says so", () => {
    begin(false);
    say(snapshot());
    expect(sharing.phase).toBe("unsupported");
    sharing.refuse();
    expect(saw("share.decline")).toMatchObject([{ cause: "browser-unsupported" }]);
  });
});

describe("the picture", () => {
  test("leaves at the pick when the agent has activated before", async () => {
    say(snapshot({ state: "accepted", activated: true }));
    expect(links[0]?.attached).toEqual([null]);
    await picked();
    expect(saw("capture.started")).toHaveLength(1);
    expect(links[0]?.attached).toEqual([null, track]);
    expect(sharing.phase).toBe("waiting");
  });

  test("that left at the pick is taken back when the service cannot be told of it", async () => {
    say(snapshot({ state: "accepted", activated: true }));
    await picked();
    sharing.connection(false);
    expect(links[0]?.attached).toEqual([null, track, null]);
    // Back again, the state of before the gap proves nothing.
    sharing.connection(true);
    expect(links[0]?.attached).toEqual([null, track, null]);
    say(live());
    expect(links[0]?.attached).toEqual([null, track, null, track]);
  });

  test("that left at the pick is taken back when the service refuses", async () => {
    say(snapshot({ state: "accepted", activated: true }));
    stage.answer = () => Promise.reject(new SignalingError("internal", "the service failed", true));
    await picked();
    expect(links[0]?.attached).toEqual([null, track, null]);
  });

  test("that left at the pick is taken back when the service does not answer", async () => {
    say(snapshot({ state: "accepted", activated: true }));
    vi.useFakeTimers();
    try {
      stage.answer = () => new Promise(() => undefined);
      const began = picked();
      await vi.advanceTimersByTimeAsync(1_500);
      await began;
      expect(links[0]?.attached).toEqual([null, track]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(links[0]?.attached).toEqual([null, track, null]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("waits for the agent's activation, however long the visitor has picked", async () => {
    say(snapshot({ state: "accepted" }));
    await picked();
    expect(saw("capture.started")).toMatchObject([{ surface: "browser" }]);
    say(snapshot({ state: "accepted", capturing: true }));
    expect(sharing.phase).toBe("waiting");
    expect(links[0]?.attached).toEqual([null]);
    say(live());
    expect(links[0]?.attached).toEqual([null, track]);
    expect(sharing.phase).toBe("live");
  });

  test("goes blank at once on pause, and comes back when the server says live", async () => {
    say(live({ capturing: false }));
    await picked();
    sharing.pause();
    expect(links[0]?.attached.at(-1)).toBeNull();
    expect(sharing.phase).toBe("paused");
    say(live({ state: "paused" }));
    sharing.resume();
    expect(links[0]?.attached.at(-1)).toBeNull();
    say(live());
    expect(links[0]?.attached.at(-1)).toBe(track);
  });

  test("stays blank when the pause could not be said, and it is said again", async () => {
    say(live());
    await picked();
    stage.answer = () => Promise.reject(new SignalingError("unavailable", "lost", true));
    sharing.connection(false);
    sharing.pause();
    await settle();
    stage.answer = () => Promise.resolve({});
    sharing.connection(true);
    expect(saw("share.pause")).toHaveLength(2);
    expect(links[0]?.attached.at(-1)).toBeNull();
  });

  test("goes on while the service is away", async () => {
    say(live());
    await picked();
    sharing.connection(false);
    expect(links[0]?.attached.at(-1)).toBe(track);
    expect(links[0]?.reachable).toBe(false);
    sharing.connection(true);
    expect(links[0]?.reachable).toBe(true);
  });

  test("a pick after the end is let go", async () => {
    say(snapshot({ state: "accepted" }));
    sharing.share();
    say(snapshot({ state: "ended", endReason: "agent-left" }));
    stage.pick.resolve(stage.capture);
    await settle();
    expect(track.readyState).toBe("ended");
    expect(saw("capture.started")).toEqual([]);
  });
});

describe("ending", () => {
  beforeEach(async () => {
    say(live());
    await picked();
  });

  test("stop lets go of the picture before the server has answered", () => {
    sharing.stop();
    expect([track.readyState, links[0]?.closed, sharing.phase]).toEqual(["ended", true, "ending"]);
    expect(saw("share.stop")).toMatchObject([{ cause: "stopped" }]);
  });

  test("the browser's own stop counts", () => {
    track.dispatchEvent(new Event("ended"));
    expect(saw("share.stop")).toMatchObject([{ cause: "capture-ended" }]);
  });

  test("a stop that was lost is said again", async () => {
    stage.answer = () => Promise.reject(new SignalingError("unavailable", "lost", true));
    sharing.stop();
    await settle();
    stage.answer = () => Promise.resolve({});
    sharing.connection(false);
    sharing.connection(true);
    expect(saw("share.stop")).toHaveLength(2);
  });

  test("the agent's end lets go of everything", () => {
    say(live({ state: "ended", endReason: "agent-stopped" }));
    expect([track.readyState, links[0]?.closed, sharing.phase]).toEqual(["ended", true, "ended"]);
  });

  test("a closing window says goodbye", () => {
    expect(sharing.leave()?.id).toBe(snapshot().id);
    expect(saw("share.stop")).toMatchObject([{ cause: "popup-closed" }]);
    expect(track.readyState).toBe("ended");
  });

  test("another window that takes over ends this one's picture", () => {
    sharing.shutDown("taken-over");
    expect([sharing.phase, track.readyState]).toEqual(["taken-over", "ended"]);
  });

  test("a new request is followed once the old session is over, not before", () => {
    const next = snapshot({ id: "another-0123456789abcdef" });
    say(next);
    expect(sharing.session?.id).toBe(snapshot().id);
    say(live({ state: "ended", endReason: "agent-stopped" }));
    say(next);
    expect([sharing.session?.id, sharing.phase]).toEqual([next.id, "invited"]);
  });
});

test("no way through the network is told after fifteen seconds, and taken back", () => {
  vi.useFakeTimers();
  say(snapshot({ state: "accepted" }));
  const [link] = links;
  if (!link) throw new Error("no link");
  link.connected = false;
  vi.advanceTimersByTime(15_000);
  expect(saw("visitor.notice")).toMatchObject([{ notice: "no-route" }]);
  say(snapshot({ state: "accepted", notice: "no-route" }));
  link.connected = true;
  link.options.onConnected(true);
  expect(saw("visitor.notice").at(-1)).toMatchObject({ notice: "none" });
  vi.useRealTimers();
});

test("a notice of no way that comes back after the way was found is taken back", () => {
  say(live());
  expect(links[0]?.connected).toBe(true);
  say(live({ notice: "no-route" }));
  expect(saw("visitor.notice")).toMatchObject([{ notice: "none" }]);
});

test("time spent away from the service does not count as time without a way", () => {
  vi.useFakeTimers();
  say(live());
  const [link] = links;
  if (!link) throw new Error("no link");
  sharing.connection(false);
  link.connected = false;
  link.options.onConnected(false);
  vi.advanceTimersByTime(28_000);
  expect(saw("visitor.notice")).toEqual([]);
  sharing.connection(true);
  vi.advanceTimersByTime(14_000);
  expect(saw("visitor.notice")).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(saw("visitor.notice")).toMatchObject([{ notice: "no-route" }]);
  vi.useRealTimers();
});

test("what was found of the relay is told to the service, and again when it was away", async () => {
  say(snapshot({ state: "accepted" }));
  const sessionId = snapshot().id;
  stage.answer = () => Promise.reject(new SignalingError("unavailable", "away", true));
  links[0]?.options.onRelay("unreachable");
  await settle();
  stage.answer = () => Promise.resolve({});
  sharing.connection(false);
  sharing.connection(true);
  const told = { sessionId, reach: "unreachable" };
  expect(saw("relay.report")).toEqual([told, told]);
});

test("a notice of no relay is taken back once the picture can pass", () => {
  say(live());
  say(live({ notice: "no-relay", relayFailures: { agent: "unreachable" } }));
  expect(saw("visitor.notice")).toMatchObject([{ notice: "none" }]);
});
