import { beforeEach, describe, expect, test } from "vitest";
import { ApiError } from "../shared/api.ts";
import type { Policy } from "./policy.ts";
import { PolicyPage } from "./policy-page.ts";
import { samplePolicy } from "./test/sample-policy.ts";

describe("the account's policy", () => {
  let stands: Policy;
  let puts: object[];
  let refuse: ApiError | null;
  let page: PolicyPage;

  beforeEach(async () => {
    stands = samplePolicy();
    puts = [];
    refuse = null;
    const call = (method: string, _route: string, body?: unknown): Promise<unknown> => {
      if (method === "GET") return Promise.resolve(stands);
      puts.push(body as object);
      if (refuse !== null) return Promise.reject(refuse);
      const next = { ...stands, ...(body as Partial<Policy>), version: stands.version + 1 };
      stands = { ...next, decidedBy: "alix", decidedAt: "2026-11-20T10:00:00Z" };
      return Promise.resolve(stands);
    };
    const upload = () => Promise.resolve({ logo: "ab".repeat(32) });
    page = new PolicyPage(
      { call, upload } as ConstructorParameters<typeof PolicyPage>[0],
      () => undefined,
    );
    await page.load();
  });

  test("saves what was chosen over the version that it began with", async () => {
    page.edit({ surface: "tab" });
    expect(page.dirty).toBe(true);
    expect(await page.save()).toBe(true);
    expect(puts[0]).toMatchObject({ version: 0, surface: "tab" });
    expect(puts[0]).not.toHaveProperty("decidedBy");
    expect(page.dirty).toBe(false);
    expect(page.state).toMatchObject({ justSaved: true, saved: { version: 1 } });
  });

  test("sends nothing that is plainly wrong", async () => {
    page.edit({ requestsFrom: "listed-agents" });
    expect(await page.save()).toBe(false);
    expect(puts).toEqual([]);
    expect(page.state).toMatchObject({ faults: { agents: "agents.none" }, trouble: "fields" });
    page.edit({ agents: ["noor"] });
    expect(page.state.faults).toEqual({});
  });

  test.each<[ApiError, object]>([
    [new ApiError(400, "bad-message", "", "/retentionDays"), { retentionDays: "refused" }],
    [new ApiError(400, "bad-message", "", "/message/en"), { messageEn: "message.refused" }],
    [new ApiError(400, "bad-message", "", "/agents/0"), { agents: "agents.refused" }],
    [new ApiError(409, "no-relay", ""), { relayOnly: "relay.none" }],
  ])("tells what the service refuses at its field: %s", async (error, faults) => {
    page.edit({ agents: ["nobody"] });
    refuse = error;
    await page.save();
    expect(page.state).toMatchObject({ faults, trouble: "fields", busy: false });
  });

  test.each<[ApiError, string]>([
    [new ApiError(0, "unreachable", ""), "unreachable"],
    [new ApiError(503, "unavailable", ""), "unreachable"],
    [new ApiError(403, "forbidden", ""), "other"],
  ])("keeps what was typed when it cannot be saved: %s", async (error, trouble) => {
    page.edit({ messageFr: "Bonjour" });
    refuse = error;
    await page.save();
    expect(page.state.trouble).toBe(trouble);
    expect(page.state.draft?.messageFr).toBe("Bonjour");
  });

  test("what somebody else decided meanwhile is told, taken over and built upon", async () => {
    page.edit({ surface: "tab", messageFr: "Bonjour" });
    stands = samplePolicy({
      version: 4,
      decidedBy: "sam",
      surface: "window",
      visitorsMayAsk: true,
    });
    refuse = new ApiError(409, "policy-changed", "");
    expect(await page.save()).toBe(false);
    expect(page.state.conflict).toMatchObject({
      theirs: { decidedBy: "sam" },
      both: ["surface"],
      there: ["visitorsMayAsk"],
    });
    expect(page.state.draft?.messageFr).toBe("Bonjour");
    page.takeTheirs();
    refuse = null;
    expect(await page.save()).toBe(true);
    expect(puts[1]).toMatchObject({
      version: 4,
      surface: "tab",
      visitorsMayAsk: true,
      message: { fr: "Bonjour" },
    });
  });

  test("or what was changed here is given up", async () => {
    page.edit({ surface: "tab" });
    stands = samplePolicy({ version: 4, surface: "window" });
    refuse = new ApiError(409, "policy-changed", "");
    await page.save();
    page.giveUp();
    expect(page.state.draft?.surface).toBe("window");
    expect(page.dirty).toBe(false);
  });

  test("loading again never takes away what was typed", async () => {
    page.edit({ messageFr: "Bonjour" });
    stands = samplePolicy({ version: 4 });
    await page.load();
    expect(page.state.draft?.messageFr).toBe("Bonjour");
    expect(page.state.saved?.version).toBe(0);
  });

  test("a file that is no logo is not sent, and says why", async () => {
    await page.setLogo(new File(["GIF89a"], "l.gif", { type: "image/gif" }));
    expect(page.state).toMatchObject({ logoFault: "type", logoBusy: false });
    expect(page.state.draft?.logo).toBeNull();
  });
});
