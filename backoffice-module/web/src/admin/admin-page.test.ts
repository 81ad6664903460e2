import { describe, expect, test } from "vitest";
import { ApiError, type Api } from "../shared/api.ts";
import { TokenMissing } from "../shared/host-bridge.ts";
import { AdminPage } from "./admin-page.ts";

const account = {
  name: "Atelier Brume",
  siteKey: "pk_demo_brume",
  eligible: false,
  eligibleUntil: null,
  reason: "never-granted",
  accessRequestedAt: null as string | null,
  accessRefusal: null,
  mayRequest: false,
};

function pageOver(answer: (method: string, route: string, body: unknown) => unknown): AdminPage {
  const call = (method: string, route: string, body?: unknown): Promise<unknown> =>
    new Promise((resolve) => resolve(answer(method, route, body)));
  return new AdminPage({ call } as Pick<Api, "call">, () => undefined);
}

describe("the account admin's page", () => {
  test("shows the account even when its shares cannot be loaded", async () => {
    const page = pageOver((_method, route) => {
      if (route.startsWith("/sessions")) throw new ApiError(503, "unavailable", "");
      return account;
    });
    await page.load();
    expect(page.state).toMatchObject({ account, historyFailed: true, trouble: null });
  });

  test.each<[Error, string]>([
    [new TokenMissing(), "token"],
    [new ApiError(401, "token-expired", ""), "token"],
    [new ApiError(0, "unreachable", ""), "unreachable"],
    [new ApiError(500, "internal", ""), "unreachable"],
    [new ApiError(404, "not-found", ""), "other"],
  ])("tells what keeps it from loading: %s", async (error, trouble) => {
    const page = pageOver(() => {
      throw error;
    });
    await page.load();
    expect(page.state.trouble).toBe(trouble);
  });

  test("asks for access with its message and shows the pending request", async () => {
    let asked: unknown;
    const page = pageOver((method, route, body) => {
      if (method === "POST") asked = body;
      if (route.startsWith("/sessions")) return { items: [], next: null };
      const accessRequestedAt = asked === undefined ? null : "2026-03-02T09:00:00Z";
      return { ...account, accessRequestedAt };
    });
    await page.load();
    await page.ask("  quatre agents ");
    expect(asked).toEqual({ message: "quatre agents" });
    expect(page.state.account?.accessRequestedAt).toBe("2026-03-02T09:00:00Z");
    expect(page.state.asked).toBe(true);
  });

  test("goes on behind the oldest share shown", async () => {
    const routes: string[] = [];
    const page = pageOver((_method, route) => {
      if (!route.startsWith("/sessions")) return account;
      routes.push(route);
      return { items: [{ id: String(routes.length) }], next: routes.length === 1 ? "a b" : null };
    });
    await page.load();
    await page.loadMore();
    expect(routes[1]).toBe("/sessions?limit=20&before=a+b");
    expect(page.state.sessions).toHaveLength(2);
    expect(page.state.next).toBeNull();
  });
});
