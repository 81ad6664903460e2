import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  AcceptService,
  type Answer,
  type LinkFacts,
  type LinkTicket,
  type Standing,
} from "../src/accept/accept-service.ts";
import { acceptWords } from "../src/accept/accept-words.ts";
import { OPEN_POLICY, type VisitorPolicy } from "../src/policy.ts";
import { Answering, type AnsweringPorts } from "../src/accept/answering.ts";

const NOW = Date.parse("2026-11-20T10:00:00Z");
const TICKET: Answer<LinkTicket> = { ok: { ticket: "ticket-1" } };

function facts(standing: Standing, expiresAt: string | null = "2026-11-20T10:15:00Z"): LinkFacts {
  return {
    standing,
    accountName: "Maison Lumen",
    agentName: "Camille",
    sites: ["lumen.example"],
    expiresAt: standing === "open" ? expiresAt : null,
    report: null,
  };
}

describe("answering by link", () => {
  let now = NOW;
  let looked: Answer<LinkFacts> = { ok: facts("open") };
  const look = vi.fn(() => Promise.resolve(looked));
  const accept = vi.fn((): Promise<Answer<LinkTicket>> => Promise.resolve(TICKET));
  const decline = vi.fn((): Promise<Answer<LinkFacts>> =>
    Promise.resolve({ ok: facts("declined") }),
  );
  const go = vi.fn();

  function answering(parts: Partial<AnsweringPorts> = {}): Answering {
    return new Answering({
      code: "code",
      canShare: true,
      tellsSurface: true,
      language: () => "fr",
      service: { look, accept, decline },
      attempt: { id: "attempt", sent: false },
      go,
      now: () => now,
      changed: () => undefined,
      ...parts,
    });
  }

  beforeEach(() => {
    vi.clearAllMocks();
    now = NOW;
    looked = { ok: facts("open") };
    accept.mockResolvedValue(TICKET);
  });

  it("a browser that cannot tell what is shown is told another one before anything is spent", async () => {
    const policy: VisitorPolicy = { ...OPEN_POLICY, surface: "tab" };
    looked = { ok: { ...facts("open"), policy } };
    const blind = answering({ tellsSurface: false });
    await blind.look();
    expect(blind.screen).toBe("browser-needed");
    await blind.decline();
    expect(decline).toHaveBeenCalledWith("code", "browser-unsupported");
    expect(accept).not.toHaveBeenCalled();
    const seeing = answering();
    await seeing.look();
    expect(seeing.screen).toBe("open");
    looked = { ok: { ...facts("open"), policy: { ...policy, surface: "any" } } };
    const unasked = answering({ tellsSurface: false });
    await unasked.look();
    expect(unasked.screen).toBe("open");
  });

  it("only looks until the person presses", async () => {
    const page = answering();
    expect(page.screen).toBe("looking");
    await page.look();
    expect(page.screen).toBe("open");
    expect(accept).not.toHaveBeenCalled();
    expect(decline).not.toHaveBeenCalled();
  });

  it("goes on to the sharing window after a yes", async () => {
    const page = answering();
    await page.look();
    await page.accept();
    expect(accept).toHaveBeenCalledWith("code", "attempt", "fr", 0);
    expect(go).toHaveBeenCalledWith("ticket-1");
    expect(page.screen).toBe("looking");
  });

  const words = (version: number): Answer<LinkFacts> => ({
    ok: { ...facts("open"), policy: { ...OPEN_POLICY, version, message: said(version) } },
  });
  const said = (version: number) => ({ fr: `Règle ${version}`, en: `Rule ${version}` });

  it("shows the words that hold by now when the yes was to others, and waits for a new one", async () => {
    looked = words(3);
    const page = answering();
    await page.look();
    looked = words(4);
    accept.mockResolvedValueOnce({ failed: "changed" });
    await page.accept();
    expect([page.screen, page.failure]).toEqual(["open", "changed"]);
    expect(page.facts?.policy?.version).toBe(4);
    await page.accept();
    expect(accept.mock.calls.map((call) => (call as unknown[])[3])).toEqual([3, 4]);
    expect(go).toHaveBeenCalledOnce();
  });

  it("says so when other words come while the page is read", async () => {
    looked = words(3);
    const page = answering();
    await page.look();
    expect(page.failure).toBeUndefined();
    await page.look();
    expect(page.failure).toBeUndefined();
    looked = words(4);
    await page.look();
    expect(page.failure).toBe("changed");
  });

  it("says nothing of a version that shows the same", async () => {
    const page = answering();
    await page.look();
    looked = { ok: { ...facts("open"), policy: { ...OPEN_POLICY, version: 4 } } };
    await page.look();
    expect(page.failure).toBeUndefined();
    await page.accept();
    expect(accept).toHaveBeenCalledWith("code", "attempt", "fr", 4);
  });

  it("gives one yes for two quick presses", async () => {
    const page = answering();
    await page.look();
    await Promise.all([page.accept(), page.accept()]);
    expect(accept).toHaveBeenCalledTimes(1);
  });

  it("asks for a computer where the browser cannot share, and spends nothing", async () => {
    const page = answering({ canShare: false });
    await page.look();
    expect(page.screen).toBe("computer-needed");
    await page.decline();
    expect(decline).toHaveBeenCalledWith("code", "browser-unsupported");
    expect(page.screen).toBe("declined");
  });

  it("keeps the request on screen when the yes was lost, and says it again alike", async () => {
    const page = answering();
    await page.look();
    accept.mockResolvedValueOnce({ failed: "offline" });
    await page.accept();
    expect(page.screen).toBe("open");
    expect(page.failure).toBe("offline");
    await page.accept();
    expect(accept).toHaveBeenNthCalledWith(2, "code", "attempt", "fr", 0);
    expect(go).toHaveBeenCalled();
  });

  it("offers to go on where this tab's own yes has used the link", async () => {
    looked = { ok: facts("used") };
    const page = answering({ attempt: { id: "attempt", sent: true } });
    await page.look();
    expect(page.screen).toBe("again");
  });

  it("says that it was used when somebody else was quicker", async () => {
    const attempt = { id: "attempt", sent: false };
    const page = answering({ attempt });
    await page.look();
    accept.mockResolvedValueOnce({ failed: "over" });
    looked = { ok: facts("used") };
    await page.accept();
    expect(page.screen).toBe("used");
    expect(attempt.sent).toBe(false);
  });

  it("believes the service and not its own clock, which may be ahead", async () => {
    now = Date.parse("2026-11-20T10:40:00Z");
    const page = answering();
    await page.look();
    expect(page.screen).toBe("open");
    await page.accept();
    expect(go).toHaveBeenCalledWith("ticket-1");
  });

  it("asks the service once when the end has come by its own clock", async () => {
    const page = answering();
    await page.look();
    page.tick();
    expect(look).toHaveBeenCalledTimes(1);
    now = Date.parse("2026-11-20T10:15:00Z");
    page.tick();
    page.tick();
    expect(look).toHaveBeenCalledTimes(2);
    looked = { ok: facts("expired") };
    await page.look();
    page.tick();
    expect([page.screen, look.mock.calls.length]).toEqual(["expired", 3]);
  });

  it("says nothing of an answer when it was only a look that failed", async () => {
    const page = answering();
    await page.look();
    looked = { failed: "too-often" };
    await page.look();
    expect([page.screen, page.failure]).toEqual(["open", undefined]);
  });

  it("says that a yes was not taken until it is pressed again, whatever it sees meanwhile", async () => {
    const page = answering();
    await page.look();
    accept.mockResolvedValueOnce({ failed: "too-often" });
    await page.accept();
    await page.look();
    expect([page.screen, page.failure]).toEqual(["open", "too-often"]);
    await page.accept();
    expect([page.failure, go.mock.calls.length]).toEqual([undefined, 1]);
  });

  it("no longer says that a yes was lost once it has arrived after all", async () => {
    const page = answering({ attempt: { id: "attempt", sent: false } });
    await page.look();
    accept.mockResolvedValueOnce({ failed: "offline" });
    await page.accept();
    looked = { ok: facts("used") };
    await page.look();
    expect([page.screen, page.failure]).toEqual(["again", undefined]);
  });

  it.each(["used", "declined", "expired", "withdrawn", "unavailable"] as const)(
    "shows a link that is %s as that",
    async (standing) => {
      looked = { ok: facts(standing) };
      const page = answering();
      await page.look();
      expect(page.screen).toBe(standing);
    },
  );

  it("tells a link that is none from a service that is away", async () => {
    looked = { failed: "unknown" };
    const none = answering();
    await none.look();
    expect(none.screen).toBe("unknown");
    looked = { failed: "offline" };
    const away = answering();
    await away.look();
    expect(away.screen).toBe("unreachable");
    looked = { ok: facts("open") };
    await away.look();
    expect(away.screen).toBe("open");
    expect(answering({ code: "" }).screen).toBe("unknown");
  });
});

describe("the service of links", () => {
  it.each([
    [404, "unknown"],
    [409, "over"],
    [403, "over"],
    [429, "too-often"],
    [503, "down"],
  ])("takes %i for %s", async (status, failed) => {
    const send = vi.fn(() => Promise.resolve(new Response("{}", { status })));
    expect(await new AcceptService("/api/v1", send).look("code")).toEqual({ failed });
  });

  it("tells words that changed from an answer that came too late", async () => {
    const of = (code: string) => () =>
      Promise.resolve(new Response(JSON.stringify({ code }), { status: 409 }));
    const say = (send: typeof fetch) => new AcceptService("/x", send).accept("c", "a", "fr", 3);
    expect(await say(of("policy-changed"))).toEqual({ failed: "changed" });
    expect(await say(of("already-answered"))).toEqual({ failed: "over" });
  });

  it("sends the code in the body, never in the address", async () => {
    const send = vi.fn<typeof fetch>(() => Promise.resolve(new Response("{}")));
    await new AcceptService("/api/v1", send).look("secret-code");
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe("/api/v1/accept-links/look-up");
    expect(init?.method).toBe("POST");
    expect(init?.body).toBe('{"code":"secret-code"}');
  });

  it("takes a network that is gone for that", async () => {
    const send = vi.fn(() => Promise.reject(new TypeError("gone")));
    expect(await new AcceptService("/api/v1", send).look("code")).toEqual({ failed: "offline" });
  });
});

describe("the words of the accept page", () => {
  it("write the typographic apostrophe", () => {
    for (const [key, phrase] of Object.entries(acceptWords.fr)) {
      const text = typeof phrase === "string" ? phrase : phrase("Camille", "Maison Lumen");
      expect(text, key).not.toContain("'");
    }
  });

  it("promise of an answer that was not taken nothing that the page does not do", () => {
    for (const failure of ["offline", "down", "too-often", "changed"] as const) {
      expect(acceptWords.fr[failure]).not.toContain("d’elle-même");
      expect(acceptWords.en[failure]).not.toContain("by itself");
    }
  });
});
