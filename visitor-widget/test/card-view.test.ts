import { describe, expect, test } from "vitest";
import type { EndReason } from "@visavis/signaling-client";
import { OPEN_POLICY, type VisitorPolicy } from "../src/policy.ts";
import { cardPhase, cardView } from "../src/card/card-view.ts";
import type { CardState } from "../src/card/contract.ts";
import { endWords } from "../src/words/end-words.ts";
import { live, snapshot } from "./snapshots.ts";

function state(more: Partial<CardState> = {}): CardState {
  return {
    session: snapshot(),
    language: "fr",
    policy: undefined,
    canShare: true,
    answer: undefined,
    asked: true,
    reworded: false,
    blocked: false,
    popupUrl: "https://service/popup/#t=x",
    online: true,
    stopping: false,
    clockOffset: 0,
    ...more,
  };
}

const accepted = snapshot({ state: "accepted" });
const presses = (given: CardState) => cardView(given).buttons.map((button) => button.press);

describe("the request card", () => {
  test("asks in the agent's name, with yes and no", () => {
    const view = cardView(state());
    expect(view.title).toBe("Camille, de Maison Lumen, vous propose de partager votre écran");
    expect(view.buttons.map((button) => button.text)).toEqual(["Oui", "Non"]);
    expect(view.alert).toBe("Demande de partage d’écran");
  });

  test("speaks English", () => {
    expect(cardView(state({ language: "en" })).buttons.map(({ text }) => text)).toEqual([
      "Yes",
      "No",
    ]);
  });

  test.each([
    ["any", "tout l’écran"],
    ["window", "jamais tout l’écran"],
    ["tab", "un seul onglet"],
  ] as const)("says what may be shown: %s", (surface, words) => {
    const policy = { ...OPEN_POLICY, surface };
    expect(cardView(state({ policy })).text).toContain(words);
  });

  test("says first that its words have changed, where they have", () => {
    const { text } = cardView(state({ reworded: true }));
    expect(text).toMatch(/^Maison Lumen vient de changer ce qui suit/);
    expect(text).toContain(cardView(state()).text);
  });

  test("links to the company's privacy text where there is one, and to web addresses only", () => {
    const privacy = (privacyUrl: VisitorPolicy["privacyUrl"]) =>
      cardView(state({ policy: { ...OPEN_POLICY, ...(privacyUrl && { privacyUrl }) } })).privacy;
    expect(privacy({ fr: "https://lumen.example/vie-privee" })).toMatchObject({
      url: "https://lumen.example/vie-privee",
      text: "Confidentialité",
    });
    expect(privacy({ en: "https://lumen.example/privacy" })?.language).toBe("en");
    expect(privacy({ fr: "javascript:alert(1)" })).toBeUndefined();
    expect(privacy(undefined)).toBeUndefined();
  });

  test("cannot say yes before a ticket is at hand", () => {
    const [yes, no] = cardView(state({ popupUrl: "" })).buttons;
    expect([yes?.enabled, no?.enabled]).toEqual([false, true]);
  });

  test("tells of an unfit browser before any popup", () => {
    const given = state({ canShare: false });
    expect(cardPhase(given)).toBe("unsupported");
    expect(presses(given)).toEqual(["decline"]);
  });

  test("knows an answer given in another tab", () => {
    const session = { ...accepted, visitorConnection: "connected" as const };
    expect(cardPhase(state({ session }))).toBe("elsewhere");
    expect(cardPhase(state({ session, answer: "yes" }))).toBe("waiting");
    expect(cardPhase(state({ session, asked: false }))).toBe("waiting");
  });

  test("offers a link when the popup was blocked, whether or not the yes has arrived", () => {
    const blocked = { answer: "yes", blocked: true } as const;
    expect(presses(state(blocked))).toEqual(["link", "stop"]);
    expect(presses(state({ ...blocked, session: accepted }))).toEqual(["link", "stop"]);
  });

  test("offers the popup again when it is not there", () => {
    expect(cardPhase(state({ session: accepted, asked: false }))).toBe("popup-closed");
    expect(cardPhase(state({ session: accepted, answer: "yes" }))).toBe("waiting");
    const lost = { ...accepted, visitorConnection: "gone" as const };
    expect(presses(state({ session: lost, answer: "yes" }))).toEqual(["accept", "stop"]);
  });

  test.each([
    ["sharing", live()],
    ["paused", live({ state: "paused" })],
    ["reconnecting", live({ visitorConnection: "reconnecting" })],
    ["reconnecting", live({ agentConnection: "reconnecting" })],
    ["ready", { ...accepted, capturing: true }],
  ] as const)("has a stop button while %s", (phase, session) => {
    expect(cardPhase(state({ session }))).toBe(phase);
    expect(presses(state({ session }))).toEqual(["stop"]);
  });

  test("says « Vous partagez votre écran » and « Arrêter le partage »", () => {
    const view = cardView(state({ session: live() }));
    expect([view.title, view.buttons[0]?.text]).toEqual([
      "Vous partagez votre écran",
      "Arrêter le partage",
    ]);
  });

  test("says that stop was pressed until it is confirmed, and what helps meanwhile", () => {
    const given = state({ session: live(), stopping: true });
    expect([cardPhase(given), presses(given)]).toEqual(["stopping", []]);
    const offline = cardView({ ...given, online: false });
    expect(offline.text).toContain("fermez la fenêtre de partage");
    const session = snapshot({ state: "ended", endReason: "visitor-stopped" });
    expect(cardPhase({ ...given, session })).toBe("ended");
  });

  test.each([
    ["lateAnswer", snapshot(), "Sans réponse, la demande se ferme dans moins de 20"],
    ["lateStart", accepted, "Sans choix de votre part"],
    ["lateAgent", { ...accepted, capturing: true }, "Si Camille n’active pas la connexion"],
  ] as const)("reminds of a deadline that is near (%s)", (_which, session, words) => {
    const deadline = { at: "2026-01-01T00:02:00Z", reason: "expired" as const };
    const given = state({ session: { ...session, deadline }, clockOffset: 5_000 });
    const at = (time: string) => cardView(given, Date.parse(time));
    expect(at("2026-01-01T00:01:00Z")).toMatchObject({ footnote: "", late: false });
    const near = at("2026-01-01T00:01:40Z");
    expect(near.footnote.replaceAll("\u00a0", " ")).toContain(words);
    expect(near).toMatchObject({ late: true, alert: "La demande va se fermer" });
    expect(at("2026-01-01T00:01:58Z").late).toBe(false);
  });

  test("says when the page itself lost the service", () => {
    expect(cardView(state({ online: false })).footnote).toContain("nouvel essai");
  });

  test("calls back for endings that others caused only", () => {
    const ended = (endReason: EndReason) =>
      cardView(state({ session: live({ state: "ended", endReason }) }));
    expect(ended("agent-stopped").alert).toBe("Partage d’écran terminé");
    expect(ended("visitor-stopped").alert).toBe("");
    expect(ended("withdrawn").text).toBe("Camille a retiré sa demande.");
  });
});

describe("endings in words", () => {
  const reasons: EndReason[] = [
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
  ];

  test.each(["fr", "en"] as const)("every reason has its own in %s", (language) => {
    const texts = reasons.map((endReason) => endWords(snapshot({ endReason }), language).text);
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts)
      expect(text).not.toMatch(language === "fr" ? /undefined| [;:!?»]|'/ : /undefined|'/);
  });

  test.each(["fr", "en"] as const)(
    "nothing is called a share before it was live, in %s",
    (language) => {
      for (const endReason of reasons) {
        const early = endWords(snapshot({ endReason }), language);
        expect(early.title).toBe(language === "fr" ? "Demande close" : "Request closed");
        expect(early.text).not.toMatch(/arrêté le partage|stopped (sharing|the share)/);
      }
      const late = endWords(live({ endReason: "agent-stopped" }), language);
      expect(late.title).toBe(language === "fr" ? "Partage terminé" : "Sharing has ended");
    },
  );

  test.each(["fr", "en"] as const)("a revoked key is no lost connection, in %s", (language) => {
    const lost = { endReason: "agent-lost" } as const;
    const revoked = { ...lost, endDetail: "key-revoked" };
    for (const ended of [snapshot(revoked), live(revoked)]) {
      const { text } = endWords(ended, language);
      expect(text).not.toBe(endWords(live(lost), language).text);
      expect(text).toContain(ended.accountName);
    }
  });

  test("an unfit browser is not called a refusal", () => {
    const words = endWords(
      snapshot({ endReason: "declined", endDetail: "browser-unsupported" }),
      "en",
    );
    expect(words.text).toContain("cannot share");
  });
});
