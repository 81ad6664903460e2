import type { SessionSnapshot } from "@visavis/signaling-client";
import { describe, expect, test } from "vitest";
import { translator } from "../shared/language.ts";
import { initialState, type PanelState } from "./state.ts";
import { session } from "./test/samples.ts";
import { panelTexts, type PanelText } from "./texts.ts";
import { viewOf } from "./view-of.ts";
import type { PanelView } from "./view.ts";

const NOW = Date.parse("2026-03-02T09:01:00Z");
const t = translator(panelTexts, "fr");

function view(change: Partial<PanelState> = {}, now = NOW): PanelView {
  const state: PanelState = {
    ...initialState(0),
    link: "connected",
    me: { id: "camille", role: "agent" },
    account: {
      name: "Maison Lumen",
      eligible: true,
      reason: "eligible",
      until: null,
      accessRequestedAt: null,
    },
    visitor: { online: true, canShare: true },
    ...change,
  };
  return viewOf(state, { t, language: "fr", now });
}

function shareView(parts: Partial<SessionSnapshot>, change: Partial<PanelState> = {}): PanelView {
  return view({ session: session(parts), mine: parts.mine ?? true, ...change });
}

function actions(shown: PanelView): string[] {
  return shown.actions.map(({ action }) => action);
}

describe("before a share", () => {
  test("a first connection is waited for before it is called trouble", () => {
    const connecting = { link: "connecting", linkSince: NOW } as const;
    expect(view(connecting, NOW + 1_000).screen).toBe("loading");
    expect(view(connecting, NOW + 5_000).screen).toBe("unreachable");
  });

  test("a visitor who is there can be asked", () => {
    expect(view().screen).toBe("idle");
    expect(view().actions[0]?.label).toBe("Envoyer une demande de partage");
  });

  test("an agent who may not ask is told whom to turn to, and finds no button", () => {
    const policy = { surface: "any", relayOnly: false, mayRequest: false } as const;
    for (const visitor of [
      { online: true, canShare: true },
      { online: false, canShare: true },
      { online: true, canShare: false },
    ]) {
      const shown = view({ policy, visitor });
      expect(shown.screen).toBe("may-not-request");
      expect(shown.text.join(" ")).toContain("la personne qui administre votre compte");
      expect(actions(shown)).toEqual([]);
    }
    const over = shareView({ state: "ended", endReason: "visitor-stopped" }, { policy });
    expect(actions(over)).toEqual([]);
    expect(over.text.join(" ")).toContain("la personne qui administre votre compte");
  });

  test("an account admin reads of the role only, whoever may ask", () => {
    const policy = { surface: "any", relayOnly: false, mayRequest: false } as const;
    const shown = view({ policy, me: { id: "alix", role: "admin" } });
    expect([shown.screen, ...shown.banners.map(({ id }) => id)]).toEqual(["idle", "role"]);
  });

  test("a call for help is told until a request is open", () => {
    const helpAskedAt = "2026-03-02T08:57:30Z";
    const visitor = { online: true, canShare: true, helpAskedAt };
    const [banner] = view({ visitor }).banners;
    expect(banner).toMatchObject({ id: "help", text: "Sa demande date de 3\u00a0min." });
    expect(shareView({}, { visitor }).banners.map(({ id }) => id)).not.toContain("help");
  });

  test("an account admin looks on: nothing to ask, nothing to end", () => {
    const me = { id: "alix", role: "admin" } as const;
    expect(actions(view({ me }))).toEqual([]);
    expect(view({ me }).banners.map(({ id }) => id)).toEqual(["role"]);
    const own = { agent: { id: "alix", name: "Alix" }, mine: false };
    expect(actions(shareView(own, { me, mine: false }))).toEqual([]);
  });

  test("a browser that cannot share is told before anything is asked", () => {
    const shown = view({ visitor: { online: true, canShare: false } });
    expect(shown.screen).toBe("visitor-unsupported");
    expect(actions(shown)).toEqual(["request-link"]);
  });

  test("a visitor who is not on the site can be sent a link", () => {
    const shown = view({ visitor: { online: false, canShare: true } });
    expect(shown.screen).toBe("visitor-offline");
    expect(actions(shown)).toEqual(["request-link"]);
  });

  test("the link of a request is the main matter unless the request stands on the page", () => {
    const asked = {
      state: "requested",
      acceptUrl: "https://share.example/accept/#k=abc",
      acceptUrlExpiresAt: "2026-03-02T09:15:00Z",
    } as const;
    const alone = shareView({ ...asked, delivery: "link" }).link;
    expect(alone?.url).toBe(asked.acceptUrl);
    expect(alone?.folded).toBeNull();
    expect(shareView({ ...asked, delivery: "site" }).link?.folded).toBe("Envoyer plutôt un lien");
    const away = { visitor: { online: false, canShare: true } };
    expect(shareView({ ...asked, delivery: "site" }, away).link?.folded).toBeNull();
    expect(shareView({ state: "requested" }).link).toBeNull();
  });

  test("an account without access is told why, and whom to ask", () => {
    const account = {
      name: "Atelier Brume",
      eligible: false,
      reason: "never-granted",
      until: null,
      accessRequestedAt: null,
    } as const;
    const agent = view({ account });
    expect(agent.screen).toBe("not-eligible");
    expect(actions(agent)).toEqual([]);
    expect(agent.text.join(" ")).toContain("la personne qui administre votre compte");
    expect(actions(view({ account, me: { id: "alix", role: "admin" } }))).toEqual(["ask-access"]);
  });

  test.each([
    "token-missing",
    "token-refused",
    "taken-over",
    "service-refused",
    "other-site",
  ] as const)("%s offers a way on", (obstacle) => {
    expect(actions(view({ obstacle }))).toEqual(["retry"]);
  });
});

describe("a share", () => {
  test("a request counts down by the service's clock", () => {
    const deadline = { reason: "expired", at: "2026-03-02T09:02:00Z" } as const;
    const shown = shareView({ deadline }, { clockOffset: 10_000 });
    expect(shown.screen).toBe("requested");
    expect(shown.countdown?.left).toBe("0:50");
    expect(actions(shown)).toEqual(["withdraw"]);
  });

  test("a deadline that comes near is said in words", () => {
    const deadline = { reason: "not-started", at: "2026-03-02T09:01:15Z" } as const;
    const shown = shareView({ state: "accepted", deadline });
    expect(shown.banners.map(({ id }) => id)).toEqual(["reminder"]);
    expect(shown.banners[0]?.text).toContain("20");
    expect(shown.countdown?.urgent).toBe(true);
  });

  test("activation is offered from the yes on, and not again once done", () => {
    expect(actions(shareView({ state: "accepted" }))).toEqual(["activate", "stop"]);
    expect(actions(shareView({ state: "accepted", activated: true }))).toEqual(["stop"]);
  });

  test.each([
    [{}, "current", "todo"],
    [{ notice: "popup-blocked" }, "problem", "todo"],
    [{ visitorConnection: "connected" }, "done", "current"],
    [{ visitorConnection: "connected", notice: "picker-cancelled" }, "done", "problem"],
    [{ visitorConnection: "connected", notice: "permission-denied" }, "done", "problem"],
    [{ visitorConnection: "connected", capturing: true }, "done", "done"],
  ] as const)("the checklist tells how far the visitor is: %o", (parts, window, capture) => {
    const { steps } = shareView({ state: "accepted", ...parts });
    expect(steps.map(({ state }) => state)).toEqual(["done", window, capture, "current"]);
  });

  test("a live share without a picture says that it is on its way", () => {
    const shown = shareView({ state: "live", liveAt: "2026-03-02T09:00:58Z" });
    expect(shown.stage?.cover?.title).toBe("L’image arrive…");
    expect(shown.title).not.toBe("Vous voyez l’écran du visiteur");
  });

  test("a picture that flows is uncovered, with the time it has been live", () => {
    const live = { state: "live", liveAt: "2026-03-02T09:00:18Z", mediaFlowing: true } as const;
    const shown = shareView(live, { media: "flowing" });
    expect(shown.stage?.cover).toBeNull();
    expect(shown.elapsed).toBe("0:42");
    expect(actions(shown)).toEqual(["stop"]);
  });

  test("a pause covers the picture whatever still arrives", () => {
    const shown = shareView({ state: "paused", mediaFlowing: true }, { media: "flowing" });
    expect(shown.screen).toBe("paused");
    expect(shown.stage?.visible).toBe(false);
  });

  test("a notice of no way says nothing over a picture that flows", () => {
    const live = { state: "live", mediaFlowing: true, notice: "no-route" } as const;
    expect(shareView(live, { media: "flowing" }).banners).toEqual([]);
    expect(shareView(live, { media: "broken" }).banners).toHaveLength(1);
  });

  test.each([
    ["any", "un onglet, une fenêtre ou un écran"],
    ["window", "un onglet ou une fenêtre"],
    ["tab", "un onglet"],
  ] as const)("a picture that is not taken is told with what is: %s", (surface, allowed) => {
    const policy = { surface, relayOnly: false, mayRequest: true };
    for (const notice of ["surface-refused", "surface-unknown"] as const) {
      const parts = { state: "accepted", visitorConnection: "connected", notice } as const;
      const shown = shareView(parts, { policy });
      expect(shown.banners.map(({ text }) => text).join()).toContain(allowed);
      expect(shown.steps.find(({ id }) => id === "capture")?.state).toBe("problem");
    }
  });

  test("where pictures go by a relay only, its absence is told as the likely cause", () => {
    const live = { state: "live", notice: "no-route" } as const;
    expect(shareView({ ...live, relayOnly: true }).banners[0]?.text).toContain("relais");
    expect(shareView(live).banners[0]?.text).not.toContain("relais");
    const over = { state: "ended", endReason: "no-media", endDetail: "no-route" } as const;
    expect(shareView({ ...over, relayOnly: true }).text[0]).toContain("relais");
    expect(shareView(over).text[0]).not.toContain("relais");
  });

  test.each([
    [{ visitor: "unreachable" }, "au réseau du visiteur"],
    [{ agent: "unreachable" }, "à votre réseau"],
    [{ visitor: "unreachable", agent: "unreachable" }, "ni au visiteur ni à vous"],
    [{ visitor: "unreachable", agent: "refused" }, "refuse la connexion"],
    [{ visitor: "missing" }, "le service n’en a plus"],
  ] as const)("a relay that is not reached is told by where it fails: %o", (failures, said) => {
    const parts = { state: "live", notice: "no-relay", relayFailures: failures } as const;
    expect(shareView(parts).banners[0]?.text).toContain(said);
    expect(shareView(parts, { media: "flowing" }).banners).toEqual([]);
  });

  test("a share that ended for want of a relay says so", () => {
    const over = { state: "ended", endReason: "no-media", endDetail: "no-relay" } as const;
    expect(shareView(over).text[0]).toContain("n’a pas été joint");
  });

  test("a lost connection to the service leaves the picture up", () => {
    const shown = shareView(
      { state: "live", mediaFlowing: true },
      { media: "flowing", link: "reconnecting" },
    );
    expect(shown.screen).toBe("live");
    expect(shown.stage?.cover).toBeNull();
    expect(shown.banners.map(({ id }) => id)).toContain("link-lost");
  });

  test("another window of the same agent may be stopped from here, another agent not", () => {
    expect(actions(shareView({ state: "live", mine: false }))).toEqual(["stop-elsewhere"]);
    const noor = { id: "noor", name: "Noor" };
    const other = shareView({ state: "live", mine: false, agent: noor });
    expect(other.title).toContain("Noor");
    expect(actions(other)).toEqual([]);
  });

  test("a share whose own window is gone may go on here", () => {
    const shown = shareView({ state: "live", mine: false, agentConnection: "reconnecting" });
    expect(actions(shown)).toEqual(["take-here", "stop-elsewhere"]);
  });
});

describe("an end", () => {
  const reasons = [
    "visitor-stopped",
    "agent-stopped",
    "capture-ended",
    "popup-closed",
    "agent-left",
    "visitor-lost",
    "agent-lost",
    "expired",
    "declined",
    "not-started",
    "not-activated",
    "eligibility-revoked",
    "no-media",
    "withdrawn",
  ] as const;

  test.each(reasons)("by %s has words of its own and a way to a new request", (endReason) => {
    const shown = shareView({ state: "ended", endReason });
    expect(shown.screen).toBe("ended");
    expect(shown.text[0]).toMatch(/.{15,}/);
    expect(actions(shown)).toEqual(["request"]);
  });

  test("by a revoked key is not told as a lost connection", () => {
    const lost = shareView({ state: "ended", endReason: "agent-lost" });
    const revoked = { endReason: "agent-lost", endDetail: "key-revoked" } as const;
    const shown = shareView({ state: "ended", ...revoked });
    expect(shown.text[0]).toContain("révoquée");
    expect(shown.text[0]).not.toBe(lost.text[0]);
    expect(actions(shown)).toEqual(["request"]);
  });

  test("no two reasons share their words", () => {
    const words = reasons.map((endReason) => shareView({ state: "ended", endReason }).text[0]);
    expect(new Set(words).size).toBe(reasons.length);
  });

  test("a visitor who is gone can be sent a link only, and that is said", () => {
    const shown = shareView(
      { state: "ended", endReason: "visitor-lost" },
      { visitor: { online: false, canShare: true } },
    );
    expect(actions(shown)).toEqual(["request-link"]);
    expect(shown.text).toContain(t("visitor-offline.text"));
  });
});

describe("an end before anything was shown", () => {
  test("is told as a request that was cancelled", () => {
    const early = shareView({
      state: "ended",
      endReason: "agent-stopped",
      acceptedAt: "2026-03-02T09:00:20Z",
    });
    expect(early.title).toBe("Demande terminée");
    expect(early.text[0]).toContain("annulé la demande");
    const late = shareView({
      state: "ended",
      endReason: "agent-stopped",
      liveAt: "2026-03-02T09:00:30Z",
    });
    expect([late.title, late.text[0]]).toEqual(["Partage terminé", "Vous avez arrêté le partage."]);
  });

  test("can be brought about by « Annuler la demande »", () => {
    expect(shareView({ state: "accepted" }).actions.at(-1)?.label).toBe("Annuler la demande");
    const live = shareView({ state: "live", liveAt: "2026-03-02T09:00:30Z" });
    expect(live.actions[0]?.label).toBe("Arrêter le partage");
  });
});

describe("the words", () => {
  const keys = Object.keys(panelTexts.fr) as PanelText[];

  test("French never breaks a line before a sign", () => {
    for (const key of keys) expect(t(key)).not.toMatch(/ [;:!?»]|« /);
  });

  test("apostrophes are typographic in both languages", () => {
    for (const key of keys) {
      expect(panelTexts.fr[key] + panelTexts.en[key]).not.toContain("'");
    }
  });
});
