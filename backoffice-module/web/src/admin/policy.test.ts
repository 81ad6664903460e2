import { describe, expect, test } from "vitest";
import { logoFault } from "./logo-file.ts";
import {
  changedFields,
  choicesOf,
  draftOf,
  faultsOf,
  fieldAt,
  merged,
  settled,
  shortenedTo,
  type PolicyDraft,
  withAgents,
} from "./policy.ts";
import { policyTexts } from "./policy-texts.ts";
import { previewFacts, spoken } from "./preview-frame.ts";
import { samplePolicy } from "./test/sample-policy.ts";

function draft(parts: Partial<PolicyDraft> = {}): PolicyDraft {
  return { ...draftOf(samplePolicy()), ...parts };
}

describe("the form of a policy", () => {
  test("what is loaded comes back as it was", () => {
    const policy = samplePolicy({
      message: { fr: "Bonjour", en: null },
      retentionDays: 30,
      agents: ["noor"],
    });
    expect(policy).toMatchObject(choicesOf(draftOf(policy)));
  });

  test("an empty text is none", () => {
    expect(choicesOf(draft({ messageFr: "  ", privacyUrlEn: "" }))).toMatchObject({
      message: { fr: null, en: null },
      privacyUrl: { fr: null, en: null },
      retentionDays: null,
    });
  });

  test.each<[Partial<PolicyDraft>, object]>([
    [{}, {}],
    [{ requestsFrom: "listed-agents" }, { agents: "agents.none" }],
    [{ requestsFrom: "listed-agents", agents: ["noor"] }, {}],
    [{ agents: ["x".repeat(129)] }, { agents: "agents.long" }],
    [{ messageFr: "x".repeat(281) }, { messageFr: "message.long" }],
    [{ messageFr: `${"😀".repeat(280)} ` }, {}],
    [{ messageEn: "one\ntwo" }, { messageEn: "message.lines" }],
    [{ privacyUrlFr: "lumen.example" }, { privacyUrlFr: "url.kind" }],
    [{ privacyUrlFr: "http://lumen.example/" }, { privacyUrlFr: "url.kind" }],
    [{ privacyUrlFr: "javascript:alert(1)" }, { privacyUrlFr: "url.kind" }],
    [{ privacyUrlFr: "https://lumen.example/" }, {}],
    [{ privacyUrlFr: "http://shop.localhost:8080/" }, {}],
    [{ retention: { own: true, days: "" } }, { retention: "days.range" }],
    [{ retention: { own: true, days: "1.5" } }, { retention: "days.range" }],
    [{ retention: { own: true, days: "3651" } }, { retention: "days.range" }],
    [{ retention: { own: true, days: "3650" } }, {}],
    [{ retention: { own: false, days: "0" } }, {}],
  ])("%j is found wrong at %j", (parts, faults) => {
    expect(faultsOf(draft(parts))).toEqual(faults);
  });

  test.each([
    ["/agents/3", "agents"],
    ["/message/en", "messageEn"],
    ["/privacyUrl/fr", "privacyUrlFr"],
    ["/retentionDays", "retention"],
    ["/version", null],
    [null, null],
  ])("the service's pointer %s leads to %s", (pointer, field) => {
    expect(fieldAt(pointer)).toBe(field);
  });

  test("what was changed here stays, all else becomes as others decided", () => {
    const seen = draft();
    const own = { ...seen, surface: "tab", messageFr: "Bonjour" } as const;
    const theirs = { ...seen, surface: "window", visitorsMayAsk: true } as const;
    const end = merged(seen, own, theirs);
    expect(changedFields(seen, end)).toEqual(["visitorsMayAsk", "surface", "messageFr"]);
    expect(end.surface).toBe("tab");
  });

  test("what is kept by the service's term or one's own is one choice", () => {
    const seen = draft();
    const own = draft({ retention: { own: false, days: "90" } });
    expect(changedFields(seen, own)).toEqual([]);
    const theirs = draft({ retention: { own: true, days: "60" } });
    const longer = draft({ retention: { own: true, days: "400" } });
    expect(choicesOf(merged(seen, own, theirs)).retentionDays).toBe(60);
    expect(choicesOf(merged(longer, draft(), theirs)).retentionDays).toBeNull();
  });

  test.each([
    [null, 30, 30],
    [null, 400, null],
    [30, 30, null],
    [30, 29, 29],
    [30, null, null],
    [400, null, 365],
  ])("kept for %s days, then for %s: shortened to %s", (before, after, shortened) => {
    const retention = { own: after !== null, days: String(after ?? "") };
    const saved = samplePolicy({ retentionDays: before });
    expect(shortenedTo(draft({ retention }), saved)).toBe(shortened);
  });

  test("an id that was typed is a change only where its field is seen", () => {
    const typed = draft({ requestsFrom: "listed-agents", typedAgents: "noor" });
    expect(changedFields(draft(), typed)).toEqual(["requestsFrom", "typedAgents"]);
    expect(changedFields(draft(), { ...typed, requestsFrom: "every-agent" })).toEqual([]);
  });

  test("ids that were typed and not added are saved where their field is seen", () => {
    const typed = { agents: ["noor"], typedAgents: " camille,noor" };
    expect(settled(draft({ ...typed, requestsFrom: "listed-agents" }))).toMatchObject({
      agents: ["noor", "camille"],
      typedAgents: "",
    });
    expect(settled(draft(typed)).agents).toEqual(["noor"]);
  });

  test("ids are added once each, several at a time", () => {
    expect(withAgents(["noor"], " camille, noor;  jo dupont ,")).toEqual([
      "noor",
      "camille",
      "jo dupont",
    ]);
  });

  test("every field has a name in both languages", () => {
    for (const texts of [policyTexts.fr, policyTexts.en]) {
      for (const field of Object.keys(draft())) expect(texts).toHaveProperty([`field.${field}`]);
    }
  });
});

describe("a logo", () => {
  const small = () => Promise.resolve({ width: 300, height: 100 });
  const file = (bytes: number, type: string): File =>
    new File([new Uint8Array(bytes)], "l", { type });

  test.each([
    [file(10, "image/gif"), small, "type"],
    [file(10, "image/svg+xml"), small, "type"],
    [file(65_537, "image/png"), small, "size"],
    [file(10, "image/png"), () => Promise.resolve({ width: 1025, height: 10 }), "pixels"],
    [file(10, "image/webp"), () => Promise.reject(new Error("broken")), "broken"],
    [file(65_536, "image/jpeg"), small, null],
  ])("is looked at before it is sent", async (logo, measure, fault) => {
    expect(await logoFault(logo, measure)).toBe(fault);
  });
});

describe("the preview", () => {
  test("speaks a language that visitors are spoken to in", () => {
    expect(spoken({ languages: ["fr"] }, "en")).toBe("fr");
    expect(spoken({ languages: ["en", "fr"] }, "fr")).toBe("fr");
  });

  test("is told what visitors would be, of what is not saved", () => {
    const who = { language: "fr", accountName: "Maison Lumen", agentName: "Noor" } as const;
    expect(previewFacts(draft({ surface: "tab", messageFr: " Bonjour " }), who).policy).toEqual({
      surface: "tab",
      relayOnly: false,
      languages: ["fr", "en"],
      message: { fr: "Bonjour" },
      privacyUrl: {},
    });
  });
});
