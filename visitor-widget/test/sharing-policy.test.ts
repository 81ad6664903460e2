import { beforeEach, describe, expect, test } from "vitest";
import { SignalingError } from "@visavis/signaling-client";
import { CaptureError } from "../src/popup/capture.ts";
import { settle, SharingStage } from "./sharing-stage.ts";
import { live, snapshot } from "./snapshots.ts";

const ready = () => snapshot({ state: "accepted", activated: true });
let stage: SharingStage;

const attached = () => stage.links[0]?.attached;
const notices = () => stage.saw("visitor.notice").map(({ notice }) => notice);

beforeEach(() => {
  stage = new SharingStage();
  stage.greet({ surface: "tab" });
});

describe("the words of a request", () => {
  const changed = new SignalingError("policy-changed", "no", false);
  const versions = () => stage.saw("share.accept").map(({ policyVersion }) => policyVersion);
  const reworded = () => stage.sharing.agreement.reworded(stage.sharing.session);

  beforeEach(() => {
    stage = new SharingStage();
    stage.greet({ version: 3, surface: "tab" });
    stage.say(snapshot());
  });

  function refuseOnce(): void {
    const policy = { ...stage.sharing.policy, version: 4, surface: "any" };
    stage.answer = (type) => {
      if (type === "ticket.new") return Promise.resolve({ policy });
      return type === "share.accept" ? Promise.reject(changed) : Promise.resolve({});
    };
  }

  test("that have changed are shown, and what was picked is let go", async () => {
    refuseOnce();
    await stage.picked();
    await settle();
    expect(stage.track.readyState).toBe("ended");
    expect([stage.sharing.phase, reworded()]).toEqual(["invited", true]);
    expect(stage.sharing.policy.surface).toBe("any");
    expect(stage.links).toHaveLength(0);

    stage.answer = () => Promise.resolve({});
    stage.sharing.share();
    expect([versions(), reworded()]).toEqual([[3, 4], false]);
  });

  test("that have changed are shown also when the refusal comes before the pick", async () => {
    refuseOnce();
    stage.sharing.share();
    await settle();
    stage.pick.resolve(stage.capture);
    await settle();
    expect(stage.track.readyState).toBe("ended");
    expect([stage.sharing.phase, stage.saw("capture.started")]).toEqual(["invited", []]);
  });

  test("are the same under a version that shows the same", () => {
    stage.greet({ version: 4, surface: "tab", languages: ["fr", "en"] });
    expect(reworded()).toBe(false);
    stage.greet({ version: 5, surface: "tab", message: { fr: "Bonjour." } });
    expect(reworded()).toBe(true);
  });

  const later = { id: "BBBBBBBBBBBBBBBBBBBBBB" };

  test("that comes to a window of an earlier share are learned anew, and told if they changed", async () => {
    stage.say(snapshot({ state: "ended", endReason: "declined" }));
    refuseOnce();
    stage.say(snapshot(later));
    await settle();
    expect(stage.saw("ticket.new")).toMatchObject([{ sessionId: later.id }]);
    expect([stage.sharing.policy.surface, reworded()]).toEqual(["any", true]);
    stage.answer = () => Promise.resolve({});
    stage.sharing.share();
    expect([stage.allowed, versions()]).toEqual(["any", [4]]);
  });

  test("that were agreed to before the new ones came stay those that were agreed to", async () => {
    stage.say(snapshot({ state: "ended", endReason: "declined" }));
    let give: (result: unknown) => void = () => undefined;
    stage.answer = (type) =>
      type === "ticket.new" ? new Promise((resolve) => (give = resolve)) : Promise.resolve({});
    stage.say(snapshot(later));
    stage.sharing.share();
    give({ policy: { ...stage.sharing.policy, version: 4, surface: "any" } });
    await settle();
    expect([stage.sharing.policy.surface, versions(), reworded()]).toEqual(["tab", [3], false]);
  });

  test("that came with a new connection are no news of which a yes was said before", () => {
    stage.sharing.share();
    stage.pick.resolve(stage.capture);
    return settle().then(() => {
      stage.sharing.connection(false);
      stage.greet({ version: 4 });
      expect(versions()).toEqual([3, 3]);
      expect(reworded()).toBe(true);
      stage.say(snapshot({ state: "accepted" }));
      expect(reworded()).toBe(false);
    });
  });
});

describe("a pick", () => {
  test("is asked for within what the account takes", () => {
    stage.say(ready());
    stage.sharing.share();
    expect(stage.allowed).toBe("tab");
  });

  test("that is not taken leads back to the button, with nothing sent and the agent told", async () => {
    stage.say(ready());
    stage.sharing.share();
    stage.pick.reject(new CaptureError("surface-refused"));
    await settle();
    expect([stage.sharing.phase, stage.sharing.failure]).toEqual(["invited", "surface-refused"]);
    expect(attached()).toEqual([null]);
    expect(stage.saw("capture.started")).toEqual([]);
    expect(notices()).toEqual(["picker-open", "surface-refused"]);
    await stage.picked();
    expect([stage.sharing.failure, attached()?.at(-1)]).toEqual([undefined, stage.track]);
  });

  test("that turned into something else before it could leave never leaves", async () => {
    stage.say(ready());
    await stage.picked("monitor");
    expect(attached()).toEqual([null]);
  });

  test("that the service does not take is let go", async () => {
    stage.say(ready());
    const refusal = new SignalingError("surface-not-permitted", "no", false);
    stage.answer = (type) =>
      type === "capture.started" ? Promise.reject(refusal) : Promise.resolve({});
    await stage.picked();
    expect(stage.track.readyState).toBe("ended");
    expect(attached()?.at(-1)).toBeNull();
    expect([stage.sharing.phase, stage.sharing.failure]).toEqual(["invited", "surface-refused"]);
    expect(notices().at(-1)).toBe("surface-refused");
  });

  test("is not even asked for where the browser would not tell what it is", () => {
    const blind = new SharingStage(true, false);
    blind.greet({ surface: "window" });
    blind.say(ready());
    expect([blind.sharing.phase, blind.sharing.failure]).toEqual(["invited", "surface-unknown"]);
    expect(blind.saw("visitor.notice")).toMatchObject([{ notice: "surface-unknown" }]);
    blind.say(snapshot({ state: "accepted", notice: "surface-unknown" }));
    expect(blind.saw("visitor.notice")).toHaveLength(1);
    blind.sharing.share();
    expect(blind.allowed).toBeUndefined();
  });

  test("of anything needs no browser that tells", async () => {
    const blind = new SharingStage(true, false);
    blind.greet();
    blind.say(ready());
    await blind.picked("unknown");
    expect(blind.links[0]?.attached.at(-1)).toBe(blind.track);
  });
});

describe("a switch while sharing", () => {
  beforeEach(async () => {
    stage.say(ready());
    await stage.picked();
    stage.say(live());
  });

  test.each(["monitor", "window", "unknown"] as const)(
    "to what is not taken (%s) blanks the picture at once and tells both sides",
    (surface) => {
      expect(attached()?.at(-1)).toBe(stage.track);
      stage.turn(surface);
      expect(attached()?.at(-1)).toBeNull();
      expect(stage.sharing.phase).toBe("paused");
      expect(stage.saw("share.pause")).toHaveLength(1);
      const notice = surface === "unknown" ? "surface-unknown" : "surface-refused";
      expect(stage.sharing.barred).toBe(notice);
      expect(notices().at(-1)).toBe(notice);
      expect(stage.track.readyState).toBe("live");
    },
  );

  test("cannot be resumed before it is back, and then only by the visitor", () => {
    stage.turn("monitor");
    stage.say(live({ state: "paused", notice: "surface-refused" }));
    stage.sharing.resume();
    expect(stage.saw("share.resume")).toEqual([]);
    stage.turn("browser");
    expect([stage.sharing.phase, attached()?.at(-1)]).toEqual(["paused", null]);
    expect(notices().at(-1)).toBe("none");
    stage.sharing.resume();
    expect(stage.saw("share.resume")).toHaveLength(1);
    stage.say(live());
    expect(attached()?.at(-1)).toBe(stage.track);
  });

  test("to another thing that is taken goes on", () => {
    stage.turn("browser");
    expect([stage.sharing.phase, attached()?.at(-1)]).toEqual(["live", stage.track]);
  });

  test("of the policy itself counts too", () => {
    const open = new SharingStage();
    open.greet();
    open.say(ready());
    return open.picked("monitor").then(() => {
      open.say(live());
      expect(open.links[0]?.attached.at(-1)).toBe(open.track);
      open.greet({ surface: "window" });
      expect(open.links[0]?.attached.at(-1)).toBeNull();
      expect(open.sharing.phase).toBe("paused");
    });
  });
});

test("a switch before the agent activates is paused the moment the share is live", async () => {
  stage.say(snapshot({ state: "accepted" }));
  await stage.picked();
  stage.turn("monitor");
  expect(notices().at(-1)).toBe("surface-refused");
  stage.say(live({ notice: "surface-refused" }));
  expect(attached()).toEqual([null]);
  expect(stage.saw("share.pause")).toHaveLength(1);
});

test("the way to the agent is by a relay only where the session says so, whatever was greeted", () => {
  for (const [account, session] of [
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ] as const) {
    const one = new SharingStage();
    one.greet({ relayOnly: account });
    one.say(session ? { ...ready(), relayOnly: true } : ready());
    expect(one.links[0]?.options.relayOnly).toBe(session);
  }
});
