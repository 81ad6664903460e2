import { beforeEach, describe, expect, test } from "vitest";
import { OperatorPage, type OperatorAccount } from "./operator-page.ts";

const brume: OperatorAccount = {
  id: "2",
  name: "Atelier Brume",
  siteKey: "pk_demo_brume",
  siteOrigins: [],
  backofficeOrigins: [],
  eligible: false,
  eligibleUntil: null,
  reason: "never-granted",
  accessRequest: { requestedAt: "2026-03-02T09:00:00Z", requestedBy: "dominique", message: null },
  limits: { maxOpenSessions: null, maxRequestsPerHour: null },
  liveSessions: 0,
  requestsLastHour: 0,
  sessionsTotal: 0,
};

type Answer = (method: string, path: string, body: unknown) => [number, unknown];

describe("the operator's page", () => {
  let kept: string | null;
  let calls: { method: string; path: string; body: unknown }[];
  let answer: Answer;
  let page: OperatorPage;

  beforeEach(() => {
    kept = null;
    calls = [];
    answer = (method, path) => {
      if (path.endsWith("/sign-in")) return [200, { token: "t", expiresAt: "" }];
      return [200, method === "PUT" ? brume : { items: [brume], more: false }];
    };
    const shelf = { read: () => kept, write: (token: string | null) => (kept = token) };
    const send = (path: unknown, init?: RequestInit): Promise<Response> => {
      const method = init?.method ?? "GET";
      const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
      calls.push({ method, path: String(path), body });
      const [status, json] = answer(method, String(path), body);
      return Promise.resolve(Response.json(json, { status }));
    };
    page = new OperatorPage("/api/v1", shelf, () => undefined, send);
  });

  test("signs in, keeps the token and shows who waits for an answer", async () => {
    await page.signIn("operator", "demo");
    expect(kept).toBe("t");
    expect(page.state.pending.map(({ name }) => name)).toEqual(["Atelier Brume"]);
  });

  test("who asks is asked for apart, and a search waits for the last letter", async () => {
    await page.signIn("operator", "demo");
    expect(calls.map(({ path }) => path)).toContain("/api/v1/operator/accounts?asking=true");
    calls.length = 0;
    await Promise.all(["b", "br", "bru "].map((text) => page.search(text)));
    const searched = calls.filter(({ path }) => path.includes("query="));
    expect(searched.map(({ path }) => path)).toEqual(["/api/v1/operator/accounts?query=bru"]);
  });

  test("a wrong password is told as that", async () => {
    answer = () => [401, { code: "not-authenticated" }];
    await page.signIn("operator", "wrong");
    expect(page.state).toMatchObject({ signedIn: false, trouble: "wrong" });
  });

  test("an expired session goes back to the sign-in with words", async () => {
    await page.signIn("operator", "demo");
    answer = () => [401, { code: "token-expired" }];
    await page.load();
    expect(page.state).toMatchObject({ signedIn: false, trouble: "expired", accounts: null });
    expect(kept).toBeNull();
  });

  test("a service that is away keeps the list and says so", async () => {
    await page.signIn("operator", "demo");
    answer = () => [503, {}];
    await page.load();
    expect(page.state.trouble).toBe("unreachable");
    expect(page.state.accounts).toHaveLength(1);
  });

  test("a grant carries its end and note, and is confirmed", async () => {
    await page.signIn("operator", "demo");
    page.openGrant(brume);
    await page.grant(brume, "2999-01-01T00:00:00Z", " essai ");
    const put = calls.find(({ method }) => method === "PUT");
    expect(put).toEqual({
      method: "PUT",
      path: "/api/v1/operator/accounts/2/eligibility",
      body: { eligible: true, until: "2999-01-01T00:00:00Z", note: "essai" },
    });
    expect(page.state.dialog).toBeNull();
    expect(page.state.done).toEqual({ action: "granted", account: "Atelier Brume" });
  });

  test("a refusal carries its note, and one that somebody else answered is told as that", async () => {
    await page.signIn("operator", "demo");
    page.openRefuse(brume);
    await page.refuse(brume, " pas avant janvier ");
    expect(calls.find(({ path }) => path.endsWith("/refuse"))).toEqual({
      method: "POST",
      path: "/api/v1/operator/accounts/2/access-request/refuse",
      body: { note: "pas avant janvier" },
    });
    expect(page.state.done).toEqual({ action: "refused", account: "Atelier Brume" });
    answer = () => [409, { code: "wrong-state" }];
    page.openRefuse(brume);
    await page.refuse(brume, "");
    expect(page.state.dialogTrouble).toBe("answered");
  });

  test("an end in the past is refused before anything is sent", async () => {
    await page.signIn("operator", "demo");
    page.openGrant(brume);
    await page.grant(brume, "2001-01-01T00:00:00Z", "");
    expect(page.state.dialogTrouble).toBe("past");
    expect(calls.some(({ method }) => method === "PUT")).toBe(false);
  });

  test("what a withdrawal would end is loaded when it is asked about", async () => {
    await page.signIn("operator", "demo");
    answer = () => [200, { items: [{ ...brume, liveSessions: 2 }] }];
    const opened = page.openRevoke(brume);
    expect(page.state.dialog).toMatchObject({ kind: "revoke", fresh: false });
    await opened;
    expect(page.state.dialog).toMatchObject({ account: { liveSessions: 2 }, fresh: true });
  });

  test("a decision that fails leaves its question open", async () => {
    await page.signIn("operator", "demo");
    await page.openRevoke(brume);
    answer = () => [500, {}];
    await page.revoke(brume, "");
    expect(page.state.dialog?.kind).toBe("revoke");
    expect(page.state.dialogTrouble).toBe("unreachable");
  });
});
