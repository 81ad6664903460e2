import { describe, expect, test } from "vitest";
import { ApiError, type Api } from "../shared/api.ts";
import { KeysPage, looksPrivate, type AgentKey } from "./keys-page.ts";
import { keysTexts } from "./keys-texts.ts";

const key: AgentKey = {
  kid: "key-1",
  kind: "secret",
  algorithm: "HS256",
  state: "active",
  createdAt: "2026-03-02T09:00:00Z",
  createdBy: "Alix",
  lastUsedAt: null,
  revokedAt: null,
};

interface Call {
  readonly method: string;
  readonly route: string;
  readonly body: unknown;
}

function pageOver(answer: (call: Call) => unknown): { page: KeysPage; calls: Call[] } {
  const calls: Call[] = [];
  const call = (method: string, route: string, body?: unknown): Promise<unknown> => {
    calls.push({ method, route, body });
    return new Promise((resolve) =>
      resolve(method === "GET" ? { items: [key], keySet: null } : answer({ method, route, body })),
    );
  };
  return { page: new KeysPage({ call } as Pick<Api, "call">, () => undefined), calls };
}

describe("the account's keys", () => {
  test("a new secret is shown until it is left, and then forgotten", async () => {
    const { page } = pageOver(() => ({ key, secret: "s3cret" }));
    await page.add({ kid: "", publicKey: null });
    expect(page.state.task).toMatchObject({ kind: "shown", secret: "s3cret", copied: false });
    page.copied();
    expect(page.state.task).toMatchObject({ copied: true });
    page.begin(null);
    expect(JSON.stringify(page.state)).not.toContain("s3cret");
  });

  test("rolling sends the overlap and tells when the old key ends", async () => {
    const replaced = { ...key, state: "ending", revokedAt: "2026-03-02T10:00:00Z" };
    const { page, calls } = pageOver(() => ({ key, secret: "s", replaced }));
    await page.roll({ ...key, kid: "a.b" }, { kid: "next", publicKey: null }, "PT1H");
    expect(calls[0]).toEqual({
      method: "POST",
      route: "/keys/a.b/roll",
      body: { kid: "next", overlap: "PT1H" },
    });
    expect(page.state.task).toMatchObject({ kind: "shown", replaced });
  });

  test("revoking now sends no time, later sends one", async () => {
    const { page, calls } = pageOver(() => key);
    await page.revoke(key, 0);
    await page.revoke(key, 60_000);
    const bodies = calls.filter(({ method }) => method === "POST").map(({ body }) => body);
    expect(bodies[0]).toEqual({});
    const { at } = bodies[1] as { at: string };
    expect(Date.parse(at)).toBeGreaterThan(Date.now());
    expect(page.state.revoked).toBe("key-1");
  });

  test.each([
    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    '{"kty":"EC","d":"AAAA"}',
    '{"kty":"oct","k" : "AAAA"}',
  ])("a private key never leaves the browser: %s", async (publicKey) => {
    const { page, calls } = pageOver(() => key);
    await page.add({ kid: "", publicKey });
    expect(calls).toEqual([]);
    expect(page.state.taskTrouble).toBe("private");
    expect(looksPrivate("-----BEGIN PUBLIC KEY-----")).toBe(false);
  });

  test.each<[ApiError, string]>([
    [new ApiError(400, "bad-message", "", "/kid"), "kid"],
    [new ApiError(400, "bad-message", "", "/publicKey"), "publicKey"],
    [new ApiError(409, "limit-reached", ""), "limit"],
    [new ApiError(0, "unreachable", ""), "unreachable"],
    [new ApiError(404, "not-found", ""), "other"],
  ])("a refusal is told beside what was asked: %s", async (error, trouble) => {
    const { page } = pageOver(() => {
      throw error;
    });
    await page.add({ kid: "x", publicKey: null });
    expect(page.state.taskTrouble).toBe(trouble);
    expect(page.state.busy).toBe(false);
  });

  test("a token that is tried is not kept", async () => {
    const trial = { accepted: false, fault: "life", header: {}, claims: {} };
    const { page } = pageOver(() => trial);
    await page.tryToken("a.b.c");
    expect(page.state.trial).toEqual(trial);
    expect(JSON.stringify(page.state)).not.toContain("a.b.c");
  });

  test("an empty address of a key set is none", async () => {
    const { page, calls } = pageOver(() => ({}));
    await page.saveSet("");
    expect(calls[0]).toMatchObject({ method: "DELETE", route: "/keys/jwks" });
    expect(page.state.setSaved).toBe(true);
  });

  test("both languages have a word for every fault of the service", () => {
    const faults = (texts: object): string[] =>
      Object.keys(texts).filter((name) => name.startsWith("fault."));
    expect(faults(keysTexts.fr)).toHaveLength(23);
    expect(faults(keysTexts.en)).toEqual(faults(keysTexts.fr));
  });
});
