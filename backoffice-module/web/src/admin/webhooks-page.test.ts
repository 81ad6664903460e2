import { describe, expect, test } from "vitest";
import { ApiError, type Api } from "../shared/api.ts";
import { WebhooksPage, type Delivery, type Endpoint } from "./webhooks-page.ts";

const endpoint: Endpoint = {
  id: "whe_1",
  url: "https://hooks.example.com/",
  events: ["share.ended"],
  description: null,
  status: "enabled",
  createdAt: "2026-11-20T09:00:00Z",
  previousSecretUntil: null,
};
const delivery = { id: "whd_1", status: "failed" } as Delivery;

interface Call {
  readonly route: string;
  readonly body: unknown;
}

function pageOver(answers: Record<string, unknown>) {
  const calls: Call[] = [];
  const call = (method: string, route: string, body?: unknown): Promise<unknown> => {
    calls.push({ route: `${method} ${route}`, body });
    const answer = answers[`${method} ${route}`] ?? { items: [endpoint], next: null };
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const page = new WebhooksPage({ call } as Pick<Api, "call">, () => undefined);
  return { page, calls };
}

describe("the section on webhooks", () => {
  test("shows a new secret until it is dismissed", async () => {
    const made = { ...endpoint, secret: "whsec_x" };
    const { page, calls } = pageOver({ "POST /webhooks": made });
    page.form(true);
    await page.add({ url: " https://hooks.example.com/ ", description: " ", events: [] });
    expect(calls[0]?.body).toEqual({ url: "https://hooks.example.com/", events: [] });
    expect(page.state).toMatchObject({ adding: false, secret: { value: "whsec_x" }, busy: false });
    page.copied();
    expect(page.state.copied).toBe(true);
    page.dismissSecret();
    expect(page.state.secret).toBeNull();
  });

  test.each<[Error, string]>([
    [new ApiError(400, "bad-message", "", "/url"), "address"],
    [new ApiError(429, "limit-reached", ""), "limit"],
    [new ApiError(0, "unreachable", ""), "failed"],
  ])("keeps the form open and says what is wrong: %s", async (error, trouble) => {
    const { page } = pageOver({ "POST /webhooks": error });
    page.form(true);
    await page.add({ url: "x", description: "", events: [] });
    expect(page.state).toMatchObject({ adding: true, trouble, busy: false });
  });

  test("asks before it deletes", async () => {
    const { page, calls } = pageOver({ "DELETE /webhooks/whe_1": undefined });
    page.ask("whe_1", "delete");
    page.ask("whe_1", null);
    await page.confirm();
    expect(calls).toHaveLength(0);
    page.ask("whe_1", "delete");
    await page.confirm();
    expect(calls.map(({ route }) => route)).toEqual(["DELETE /webhooks/whe_1", "GET /webhooks"]);
    expect(page.state.risk).toBeNull();
  });

  test("switches off and keeps the rest as it is", async () => {
    const { page, calls } = pageOver({});
    await page.enable(endpoint, false);
    expect(calls[0]?.body).toEqual({
      url: endpoint.url,
      events: ["share.ended"],
      enabled: false,
    });
  });

  test("opens the log after a test and goes on behind its end", async () => {
    const first = "GET /webhooks/whe_1/deliveries?limit=20";
    const { page } = pageOver({
      [first]: { items: [delivery], next: "whd_1" },
      [`${first}&before=whd_1`]: { items: [{ ...delivery, id: "whd_0" }], next: null },
    });
    await page.test("whe_1");
    expect(page.state).toMatchObject({ tested: "whe_1", log: { next: "whd_1" } });
    await page.more();
    expect(page.state.log?.items?.map(({ id }) => id)).toEqual(["whd_1", "whd_0"]);
  });

  test("sends a delivery again", async () => {
    const { page, calls } = pageOver({});
    await page.open("whe_1");
    await page.resend(delivery);
    expect(calls[1]?.route).toBe("POST /webhooks/whe_1/deliveries/whd_1/resend");
  });

  test("says that nothing could be loaded", async () => {
    const { page } = pageOver({ "GET /webhooks": new ApiError(503, "unavailable", "") });
    await page.load();
    expect(page.state).toMatchObject({ failed: true, endpoints: null });
  });
});
