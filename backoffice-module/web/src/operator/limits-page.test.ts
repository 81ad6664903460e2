import { describe, expect, test } from "vitest";
import { ApiError, type Api } from "../shared/api.ts";
import { LimitsPage, reached } from "./limits-page.ts";
import type { OperatorAccount } from "./operator-page.ts";

const seen = { maxOpenSessions: 3, maxRequestsPerHour: null };
const lumen = {
  id: "a/1",
  siteKey: "pk_lumen",
  name: "Maison Lumen",
  limits: seen,
} as OperatorAccount;

function pageThat(answers: () => unknown) {
  const calls: { route: string; body: unknown }[] = [];
  const told: string[] = [];
  const call = (_method: string, route: string, body?: unknown): Promise<unknown> => {
    calls.push({ route, body });
    return new Promise((resolve) => resolve(answers()));
  };
  const page = new LimitsPage({ call } as Pick<Api, "call">, () => undefined, {
    changed: () => told.push("changed"),
    expired: () => told.push("expired"),
  });
  page.open(lumen);
  return { page, calls, told };
}

describe("the limits of an account", () => {
  test("an empty field is no limit", async () => {
    const { page, calls, told } = pageThat(() => ({}));
    page.type({ maxOpenSessions: " 5 ", maxRequestsPerHour: "" });
    await page.save();
    expect(calls).toEqual([
      {
        route: "/operator/accounts/a%2F1/limits",
        body: { maxOpenSessions: 5, maxRequestsPerHour: null, seen },
      },
    ]);
    expect(page.state).toMatchObject({ account: null, done: "Maison Lumen" });
    expect(told).toEqual(["changed"]);
  });

  test.each(["0", "-1", "1.5", "many", "1000001"])("%s is no limit to set", async (wrong) => {
    const { page, calls } = pageThat(() => ({}));
    page.type({ maxOpenSessions: "3", maxRequestsPerHour: wrong });
    await page.save();
    expect(calls).toEqual([]);
    expect(page.state.faults).toEqual({ maxRequestsPerHour: true });
    expect(page.state.account).toBe(lumen);
  });

  test.each<[ApiError, object]>([
    [
      new ApiError(400, "bad-message", "", "/maxOpenSessions"),
      { faults: { maxOpenSessions: true } },
    ],
    [new ApiError(0, "unreachable", ""), { trouble: "unreachable" }],
    [new ApiError(404, "not-found", ""), { trouble: "other" }],
  ])("a refusal is told and the form stays open: %s", async (error, state) => {
    const { page } = pageThat(() => {
      throw error;
    });
    page.type({ maxOpenSessions: "3", maxRequestsPerHour: "" });
    await page.save();
    expect(page.state).toMatchObject({ ...state, account: lumen, busy: false });
  });

  test("an operator whose time is up signs in again", async () => {
    const { page, told } = pageThat(() => {
      throw new ApiError(401, "token-expired", "");
    });
    page.type({ maxOpenSessions: "3", maxRequestsPerHour: "" });
    await page.save();
    expect(told).toEqual(["expired"]);
  });

  test("what a colleague set meanwhile is shown, and what was typed stays", async () => {
    const now = { ...lumen, limits: { maxOpenSessions: 5, maxRequestsPerHour: 100 } };
    const answers: (() => unknown)[] = [
      () => {
        throw new ApiError(409, "limits-changed", "");
      },
      () => ({ items: [{ ...now, id: "other" }, now], more: false }),
      () => ({}),
    ];
    const { page, calls, told } = pageThat(() => answers.shift()?.());
    page.type({ maxRequestsPerHour: "60" });
    await page.save();
    expect(calls[1]?.route).toBe("/operator/accounts?query=pk_lumen");
    expect(page.state).toMatchObject({
      trouble: "changed",
      busy: false,
      account: { limits: now.limits },
      form: { maxOpenSessions: "5", maxRequestsPerHour: "60" },
    });
    expect(told).toEqual([]);
    await page.save();
    expect(calls[2]?.body).toEqual({
      maxOpenSessions: 5,
      maxRequestsPerHour: 60,
      seen: now.limits,
    });
    expect(page.state).toMatchObject({ account: null, done: "Maison Lumen", trouble: null });
  });

  test("a limit is reached with as many as it allows", () => {
    expect([reached(4, 5), reached(5, 5), reached(9, null)]).toEqual([false, true, false]);
  });
});
