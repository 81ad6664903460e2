import { beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError } from "../shared/api.ts";
import type { Policy, PolicyDraft } from "./policy.ts";
import { PolicyPage } from "./policy-page.ts";
import { samplePolicy } from "./test/sample-policy.ts";

describe("the account's policy", () => {
  let stands: Policy;
  let puts: object[];
  let refuse: ApiError | null;
  let uploaded: Promise<{ logo: string }>;
  let upload: ReturnType<typeof vi.fn>;
  /** What answers wait for. */
  let held: Promise<void>;
  let page: PolicyPage;

  beforeEach(async () => {
    stands = samplePolicy();
    puts = [];
    refuse = null;
    held = Promise.resolve();
    const call = async (method: string, _route: string, body?: unknown): Promise<unknown> => {
      if (method === "PUT") puts.push(body as object);
      await held;
      if (method === "GET") return stands;
      if (refuse !== null) throw refuse;
      const next = { ...stands, ...(body as Partial<Policy>), version: stands.version + 1 };
      stands = { ...next, decidedBy: "alix", decidedAt: "2026-11-20T10:00:00Z" };
      return stands;
    };
    uploaded = Promise.resolve({ logo: "ab".repeat(32) });
    upload = vi.fn(() => uploaded);
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
    [new ApiError(400, "bad-message", "", "/retentionDays"), { retention: "refused" }],
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
    [new ApiError(429, "limit-reached", ""), "often"],
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

  /** Runs something, types while its answer is on its way, and lets that come. */
  async function typedDuring<T>(run: () => Promise<T>, change: Partial<PolicyDraft>): Promise<T> {
    let answer = (): void => undefined;
    held = new Promise((come) => (answer = come));
    const outcome = run();
    await vi.waitFor(() => expect(page.state.draft).not.toBeNull());
    page.edit(change);
    answer();
    return outcome;
  }

  test("what is typed while it is saved is neither lost nor called saved", async () => {
    page.edit({ surface: "tab", messageFr: "Bonjour" });
    const all = await typedDuring(() => page.save(), { messageFr: "Bonjour à tous" });
    expect(all).toBe(false);
    expect(puts).toMatchObject([{ surface: "tab", message: { fr: "Bonjour" } }]);
    expect(page.state).toMatchObject({
      busy: false,
      justSaved: false,
      saved: { version: 1, message: { fr: "Bonjour" } },
      draft: { surface: "tab", messageFr: "Bonjour à tous" },
    });
    expect(page.dirty).toBe(true);
    expect(await page.save()).toBe(true);
    expect(puts[1]).toMatchObject({ version: 1, message: { fr: "Bonjour à tous" } });
  });

  test("what is typed while it is loaded again stays, over the version that it began with", async () => {
    stands = samplePolicy({ version: 4, surface: "window" });
    await typedDuring(() => page.load(), { messageFr: "Bonjour" });
    expect(page.state).toMatchObject({ saved: { version: 0 }, draft: { messageFr: "Bonjour" } });
  });

  test("loading again never takes away what was typed", async () => {
    page.edit({ messageFr: "Bonjour" });
    stands = samplePolicy({ version: 4 });
    await page.load();
    expect(page.state.draft?.messageFr).toBe("Bonjour");
    expect(page.state.saved?.version).toBe(0);
  });

  test("an id that was typed and not added is saved with the others", async () => {
    page.edit({ requestsFrom: "listed-agents", typedAgents: "noor" });
    expect(page.dirty).toBe(true);
    expect(await page.save()).toBe(true);
    expect(puts[0]).toMatchObject({ agents: ["noor"] });
    expect(page.state.draft).toMatchObject({ agents: ["noor"], typedAgents: "" });
    expect(page.dirty).toBe(false);
  });

  test("an id that was typed is named where the service refuses it", async () => {
    page.edit({ requestsFrom: "listed-agents", agents: ["noor"], typedAgents: "\u0007" });
    refuse = new ApiError(400, "bad-message", "", "/agents/1");
    await page.save();
    expect(page.state).toMatchObject({ refusedAgent: "\u0007", trouble: "fields" });
  });

  test("what would delete shares is asked about first", async () => {
    page.edit({ retention: { own: true, days: "30" } });
    expect(await page.save()).toBe(false);
    expect(puts).toEqual([]);
    expect(page.state).toMatchObject({ shortening: 30, busy: false, justSaved: false });
    expect(await page.save(true)).toBe(true);
    expect(puts).toMatchObject([{ retentionDays: 30 }]);
    expect(page.state.shortening).toBeNull();
  });

  test("who does not want to delete saves nothing and loses nothing", async () => {
    page.edit({ retention: { own: true, days: "30" }, surface: "tab" });
    await page.save();
    page.keepLonger();
    expect(page.state).toMatchObject({ shortening: null, draft: { surface: "tab" } });
    await page.save();
    page.edit({ retention: { own: true, days: "400" } });
    expect(page.state.shortening).toBeNull();
    expect(await page.save()).toBe(true);
    expect(puts).toMatchObject([{ retentionDays: 400, surface: "tab" }]);
  });

  test.each<[string, () => void]>([
    ["what was changed is discarded", () => page.discard()],
    ["the logo is taken away", () => page.removeLogo()],
  ])("a logo does not come back when meanwhile %s", async (_what, then) => {
    let end: (answer: { logo: string }) => void = () => undefined;
    uploaded = new Promise((resolve) => (end = resolve));
    const png = new File([new Uint8Array(10)], "l.png", { type: "image/png" });
    vi.stubGlobal("createImageBitmap", () => Promise.resolve({ width: 1, height: 1, close() {} }));
    const handed = page.setLogo(png);
    await vi.waitFor(() => expect(upload).toHaveBeenCalled());
    then();
    end({ logo: "ab".repeat(32) });
    await handed;
    expect(page.state).toMatchObject({ draft: { logo: null }, logoBusy: false });
    expect(page.dirty).toBe(false);
    vi.unstubAllGlobals();
  });

  test("of two logos that are handed over in one breath the later one stands", async () => {
    const ends: ((answer: { logo: string }) => void)[] = [];
    vi.stubGlobal("createImageBitmap", () => Promise.resolve({ width: 1, height: 1, close() {} }));
    const png = new File([new Uint8Array(10)], "l.png", { type: "image/png" });
    const handed: Promise<void>[] = [];
    for (const count of [1, 2]) {
      uploaded = new Promise((end) => ends.push(end));
      handed.push(page.setLogo(png));
      await vi.waitFor(() => expect(upload).toHaveBeenCalledTimes(count));
    }
    ends[1]?.({ logo: "cd".repeat(32) });
    ends[0]?.({ logo: "ab".repeat(32) });
    await Promise.all(handed);
    expect(page.state).toMatchObject({ draft: { logo: "cd".repeat(32) }, logoBusy: false });
    vi.unstubAllGlobals();
  });

  test("a file that is no logo is not sent, and says why", async () => {
    await page.setLogo(new File(["GIF89a"], "l.gif", { type: "image/gif" }));
    expect(page.state).toMatchObject({ logoFault: "type", logoBusy: false });
    expect(page.state.draft?.logo).toBeNull();
  });
});
