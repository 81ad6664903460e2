import type { SessionSnapshot } from "@visavis/signaling-client";
import { describe, expect, test } from "vitest";
import type { AccountState } from "../shared/account.ts";
import { PanelMachine, type PanelEffect } from "./panel-machine.ts";
import { mustRelay } from "./state.ts";
import { account, hello, session, VISITOR } from "./test/samples.ts";

const claims = {
  id: "camille",
  site: "pk_lumen",
  name: "Camille",
  role: "agent",
  expiresAt: 0,
} as const;

function connected(eligible = true): PanelMachine {
  const machine = new PanelMachine(VISITOR, () => 1_000);
  machine.dispatch({ is: "welcome", hello: hello({ eligible }), claims });
  machine.dispatch({ is: "link", link: "connected" });
  machine.dispatch({
    is: "visitor",
    visitor: { type: "visitor.state", visitorId: VISITOR, online: true, canShare: true },
  });
  return machine;
}

function hears(machine: PanelMachine, snapshot: SessionSnapshot): PanelEffect[] {
  return machine.dispatch({ is: "session", session: snapshot });
}

function kinds(effects: PanelEffect[]): string[] {
  return effects.map((effect) => effect.do);
}

describe("getting in", () => {
  test("an eligible account watches the visitor", () => {
    const machine = new PanelMachine(VISITOR, () => 0);
    const effects = machine.dispatch({ is: "welcome", hello: hello(), claims });
    expect(kinds(effects)).toEqual(["watch", "tell-host", "load-last"]);
  });

  test("what the account allows is known from the greeting, and by default all of it", () => {
    const machine = new PanelMachine(VISITOR, () => 0);
    machine.dispatch({ is: "welcome", hello: hello(), claims });
    expect(machine.state.policy).toEqual({ surface: "any", relayOnly: false, mayRequest: true });
    const policy = { surface: "tab", relayOnly: true, mayRequest: false } as const;
    const account = { name: "Maison Lumen", policy: { ...policy, languages: ["fr" as const] } };
    const given = hello({ account });
    machine.dispatch({ is: "welcome", hello: given, claims });
    expect(machine.state.policy).toEqual(policy);
  });

  test("a share that is bound to a relay binds a panel that was greeted before", () => {
    const machine = new PanelMachine(VISITOR, () => 0);
    machine.dispatch({ is: "welcome", hello: hello(), claims });
    expect(mustRelay(machine.state)).toBe(false);
    expect(mustRelay({ ...machine.state, session: { ...session(), relayOnly: true } })).toBe(true);
  });

  test("a share that began free stays so in a panel that was greeted with the rule", () => {
    const machine = new PanelMachine(VISITOR, () => 0);
    const policy = { surface: "any", relayOnly: true, languages: ["fr" as const] } as const;
    const account = { name: "Maison Lumen", policy: { ...policy, languages: ["fr" as const] } };
    machine.dispatch({ is: "welcome", hello: hello({ account }), claims });
    expect(mustRelay({ ...machine.state, session: session() })).toBe(false);
  });

  test("a request refused by the policy takes the button away", () => {
    const machine = connected();
    machine.dispatch({ is: "pressed", action: "request" });
    machine.dispatch({ is: "failed", action: "request", code: "not-permitted-by-policy" });
    expect(machine.state.policy.mayRequest).toBe(false);
  });

  test("an agent who is put on the list later may ask without a reload", () => {
    const machine = connected();
    expect(machine.dispatch({ is: "recheck" })).toEqual([]);
    machine.dispatch({ is: "pressed", action: "request" });
    machine.dispatch({ is: "failed", action: "request", code: "not-permitted-by-policy" });
    expect(kinds(machine.dispatch({ is: "recheck" }))).toEqual(["load-account"]);

    const still = account({ eligible: true, mayRequest: false });
    machine.dispatch({ is: "account", account: still });
    expect(machine.state.policy.mayRequest).toBe(false);
    machine.dispatch({ is: "account", account: account({ eligible: true }) });
    expect(machine.state.policy.mayRequest).toBe(true);
    expect(machine.state.failure).toBeNull();
    expect(machine.dispatch({ is: "recheck" })).toEqual([]);
  });

  test("a token for another visitor is told as a refused authorisation", () => {
    const machine = connected();
    machine.dispatch({ is: "failed", action: "watch", code: "forbidden" });
    expect(machine.state.obstacle).toBe("token-refused");
    machine.dispatch({ is: "welcome", hello: hello(), claims });
    expect(machine.state.obstacle).toBeNull();
  });

  test("an account that is not eligible asks why instead", () => {
    const machine = new PanelMachine(VISITOR, () => 0);
    const effects = machine.dispatch({ is: "welcome", hello: hello({ eligible: false }), claims });
    expect(kinds(effects)).toEqual(["load-account", "tell-host"]);
  });

  test("access granted later opens the panel without a reload", () => {
    const machine = connected(false);
    expect(kinds(machine.dispatch({ is: "recheck" }))).toEqual(["load-account"]);
    const effects = machine.dispatch({ is: "account", account: account({ eligible: true }) });
    expect(kinds(effects)).toEqual(["watch", "tell-host"]);
  });

  test("access granted after the connection was cut connects again", () => {
    const machine = connected();
    const cut = machine.dispatch({ is: "obstacle", obstacle: "token-refused" });
    expect(kinds(cut)).toEqual(["load-account"]);
    const gone: AccountState = account({ eligible: false, reason: "revoked" });
    machine.dispatch({ is: "account", account: gone });
    const effects = machine.dispatch({ is: "account", account: account({ eligible: true }) });
    expect(kinds(effects)).toEqual(["connect", "tell-host"]);
    expect(machine.state.obstacle).toBeNull();
  });

  test("a request refused for want of access asks why", () => {
    const machine = connected();
    machine.dispatch({ is: "pressed", action: "request" });
    const effects = machine.dispatch({ is: "failed", action: "request", code: "not-eligible" });
    expect(kinds(effects)).toEqual(["load-account", "tell-host"]);
    expect(machine.state.account?.eligible).toBe(false);
    expect(machine.state.pending).toBeNull();
  });

  test("the service's clock is remembered", () => {
    const machine = new PanelMachine(VISITOR, () => 1_000);
    machine.dispatch({
      is: "welcome",
      hello: hello({ serverTime: "1970-01-01T00:00:05Z" }),
      claims,
    });
    expect(machine.state.clockOffset).toBe(4_000);
  });
});

describe("pressing", () => {
  test("a second press waits for the first one's answer", () => {
    const machine = connected();
    expect(kinds(machine.dispatch({ is: "pressed", action: "request" }))).toEqual(["request"]);
    expect(machine.dispatch({ is: "pressed", action: "request" })).toEqual([]);
  });

  test("the share's state settles the press", () => {
    const machine = connected();
    machine.dispatch({ is: "pressed", action: "request" });
    hears(machine, session());
    expect(machine.state.pending).toBeNull();
  });

  test("a lost connection frees the button", () => {
    const machine = connected();
    machine.dispatch({ is: "pressed", action: "request" });
    machine.dispatch({ is: "link", link: "reconnecting" });
    expect(machine.state.pending).toBeNull();
  });

  test("another agent's share cannot be stopped or activated", () => {
    const machine = connected();
    hears(
      machine,
      session({ state: "accepted", mine: false, agent: { id: "noor", name: "Noor" } }),
    );
    expect(machine.dispatch({ is: "pressed", action: "stop" })).toEqual([]);
    expect(machine.dispatch({ is: "pressed", action: "activate" })).toEqual([]);
  });

  test("a failure disappears with the next thing that happens", () => {
    const machine = connected();
    machine.dispatch({ is: "pressed", action: "request" });
    machine.dispatch({ is: "failed", action: "request", code: "visitor-busy" });
    expect(machine.state.failure?.code).toBe("visitor-busy");
    hears(machine, session());
    expect(machine.state.failure).toBeNull();
  });
});

describe("a share", () => {
  test("its acceptance calls the agent back", () => {
    const machine = connected();
    hears(machine, session());
    const effects = hears(machine, session({ state: "accepted" }));
    expect(effects).toContainEqual({ do: "call", about: "accepted" });
  });

  test("its end drops the picture and tells the host", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    const effects = hears(machine, session({ state: "ended", endReason: "visitor-stopped" }));
    expect(kinds(effects)).toEqual(["drop-media", "call", "tell-host"]);
    expect(effects).toContainEqual({ do: "tell-host", ended: true });
  });

  test("an end by the agent's own hand calls nobody", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    const effects = hears(machine, session({ state: "ended", endReason: "agent-stopped" }));
    expect(kinds(effects)).toEqual(["drop-media", "tell-host"]);
  });

  test("an end that is told twice counts once", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    hears(machine, session({ state: "ended", endReason: "declined" }));
    expect(hears(machine, session({ state: "ended", endReason: "declined" }))).toEqual([]);
  });

  test("an old share that ends does not hide the open one", () => {
    const machine = connected();
    hears(machine, session({ id: "new-share-of-this-visitor" }));
    hears(machine, session({ id: "old-share-of-this-visitor", state: "ended" }));
    expect(machine.state.session?.id).toBe("new-share-of-this-visitor");
  });

  test("the end of another agent's share leaves no trace", () => {
    const machine = connected();
    const agent = { id: "noor", name: "Noor" };
    hears(machine, session({ state: "live", mine: false, agent }));
    hears(machine, session({ state: "ended", mine: false, agent, endReason: "agent-stopped" }));
    expect(machine.state.session).toBeNull();
  });

  test("the end of the own share is shown even when this panel no longer takes part", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    hears(machine, session({ state: "ended", mine: false, endReason: "agent-lost" }));
    expect(machine.state.session?.endReason).toBe("agent-lost");
  });

  test("a share that another window took over gives up the picture", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    const effects = hears(machine, session({ state: "live", mine: false }));
    expect(kinds(effects)).toContain("drop-media");
  });

  test("a request made by the host for this agent is taken up", () => {
    const machine = connected();
    const effects = hears(machine, session({ mine: false, agentConnection: "absent" }));
    expect(kinds(effects)).toContain("watch");
  });

  test("revoked access is asked about at once", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    const effects = hears(machine, session({ state: "ended", endReason: "eligibility-revoked" }));
    expect(kinds(effects)).toContain("load-account");
    expect(machine.state.account?.eligible).toBe(false);
  });

  test("shares of other visitors are none of this panel's business", () => {
    const machine = connected();
    expect(hears(machine, session({ visitorId: "somebody-else" }))).toEqual([]);
    expect(machine.state.session).toBeNull();
  });

  test("leaving ends the own open share and no other", () => {
    const machine = connected();
    expect(machine.dispatch({ is: "leaving" })).toEqual([]);
    hears(machine, session({ state: "live" }));
    expect(kinds(machine.dispatch({ is: "leaving" }))).toEqual(["leave"]);
    hears(machine, session({ state: "live", mine: false }));
    expect(machine.dispatch({ is: "leaving" })).toEqual([]);
  });
});

describe("coming back", () => {
  const welcome = { is: "welcome", hello: hello(), claims } as const;
  const held = { state: "live", mediaFlowing: true } as const;

  test("the own share keeps its picture while its place is taken again", () => {
    const machine = connected();
    hears(machine, session(held));
    machine.dispatch({ is: "media", media: "flowing" });
    machine.dispatch(welcome);
    const early = session({ ...held, mine: false, agentConnection: "reconnecting" });
    expect(kinds(hears(machine, early))).toEqual(["tell-host"]);
    expect(kinds(hears(machine, session(held)))).toEqual(["tell-host", "check-media"]);
    expect(machine.state).toMatchObject({ mine: true, media: "flowing" });
  });

  test("a running share that is taken over from another window asks for its picture once", () => {
    const machine = connected();
    hears(machine, session({ ...held, mine: false }));
    expect(kinds(hears(machine, session(held)))).toContain("check-media");
    expect(kinds(hears(machine, session(held)))).not.toContain("check-media");
  });

  test("a share that starts here leaves its picture to the popup", () => {
    const machine = connected();
    hears(machine, session());
    hears(machine, session({ state: "accepted" }));
    expect(kinds(hears(machine, session({ state: "live" })))).not.toContain("check-media");
  });

  const over = { state: "ended", endReason: "agent-left", mine: false } as const;

  test("an agent who reloaded the page is told how the share ended", () => {
    const machine = new PanelMachine(VISITOR, () => Date.parse("2026-03-02T09:00:00Z"));
    machine.dispatch(welcome);
    const last = session({ ...over, endedAt: "2026-03-02T08:55:00Z" });
    machine.dispatch({ is: "last", session: last });
    expect(machine.state.session?.endReason).toBe("agent-left");
  });

  test.each([
    ["of long ago", { endedAt: "2026-03-02T08:30:00Z" }],
    ["of a colleague", { endedAt: "2026-03-02T08:59:00Z", agent: { id: "noor", name: "Noor" } }],
  ])("a share %s is no news", (_which, parts) => {
    const machine = new PanelMachine(VISITOR, () => Date.parse("2026-03-02T09:00:00Z"));
    machine.dispatch(welcome);
    machine.dispatch({ is: "last", session: session({ ...over, ...parts }) });
    expect(machine.state.session).toBeNull();
  });
});

describe("the picture", () => {
  test("its first frame is told once", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    expect(kinds(machine.dispatch({ is: "media", media: "flowing" }))).toEqual(["media-flowing"]);
    expect(machine.dispatch({ is: "media", media: "flowing" })).toEqual([]);
  });

  test("a frame that outruns the word that the share is live is told then", () => {
    const machine = connected();
    hears(machine, session({ state: "accepted" }));
    expect(machine.dispatch({ is: "media", media: "flowing" })).toEqual([]);
    expect(kinds(hears(machine, session({ state: "live" })))).toContain("media-flowing");
  });

  test("quality is asked for once and confirmed by the share's state", () => {
    const machine = connected();
    hears(machine, session({ state: "live" }));
    expect(kinds(machine.dispatch({ is: "quality", mode: "smooth" }))).toEqual(["quality"]);
    expect(machine.state.wantedQuality).toBe("smooth");
    hears(machine, session({ state: "live", quality: "smooth" }));
    expect(machine.state.wantedQuality).toBeNull();
    expect(machine.dispatch({ is: "quality", mode: "smooth" })).toEqual([]);
  });
});
