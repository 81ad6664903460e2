import { beforeEach, describe, expect, test } from "vitest";
import { Api } from "../shared/api.ts";
import { highest } from "./usage-chart.ts";
import { UsagePage, type Figures, type UsageReport } from "./usage-page.ts";

const none: Figures = { requested: 0, accepted: 0, live: 0, sharedSeconds: 0 };
const report: UsageReport = {
  from: "2026-10-22",
  to: "2026-11-20",
  total: none,
  days: [],
  accounts: [],
  endings: [],
  firstFrameMs: null,
};

describe("the operator's view of usage", () => {
  let asked: string[];
  let answer: () => Promise<Response>;
  let expired: number;
  let usage: UsagePage;

  beforeEach(() => {
    asked = [];
    expired = 0;
    answer = () => Promise.resolve(Response.json(report));
    const send = (path: unknown): Promise<Response> => {
      asked.push(String(path));
      return answer();
    };
    const api = new Api(() => Promise.resolve("t"), "/api/v1", send);
    const now = (): number => Date.parse("2026-11-20T23:30:00Z");
    usage = new UsagePage(
      api,
      () => undefined,
      () => expired++,
      now,
    );
  });

  test("asks for the last thirty days of all accounts", async () => {
    await usage.load();
    expect(asked).toEqual(["/api/v1/operator/usage?from=2026-10-22&to=2026-11-20"]);
    expect(usage.state).toMatchObject({ report, busy: false, trouble: null });
  });

  test("asks for what is chosen", async () => {
    await usage.choose(7);
    await usage.only({ id: "a&b", name: "A" });
    expect(asked.at(-1)).toBe("/api/v1/operator/usage?from=2026-11-14&to=2026-11-20&account=a%26b");
  });

  test("an answer overtaken by a later choice is dropped", async () => {
    let late: (response: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (late = resolve));
    const first = usage.load();
    await Promise.resolve();
    const firstAnswer = late;
    answer = () => Promise.resolve(Response.json({ ...report, from: "later" }));
    await usage.choose(7);
    firstAnswer(Response.json(report));
    await first;
    expect(usage.state.report?.from).toBe("later");
  });

  test("a service that is away keeps what was shown and says so", async () => {
    await usage.load();
    answer = () => Promise.resolve(new Response(null, { status: 503 }));
    await usage.load();
    expect(usage.state).toMatchObject({ report, trouble: "unreachable" });
  });

  test("an expired sign-in is told", async () => {
    answer = () => Promise.resolve(new Response(null, { status: 401 }));
    await usage.load();
    expect(expired).toBe(1);
    expect(usage.state.report).toBeNull();
  });

  test("the table comes with a name of its own", async () => {
    answer = () => Promise.resolve(new Response("day,account\r\n"));
    expect(await usage.table()).toEqual({
      name: "visavis-usage-2026-10-22-2026-11-20.csv",
      text: "day,account\r\n",
    });
  });

  test.each([
    [0, 5],
    [5, 5],
    [6, 10],
    [11, 20],
    [49, 50],
    [501, 1000],
  ])("a chart whose highest bar is %i reaches to %i", (requested, top) => {
    expect(highest([{ figures: { ...none, requested }, words: "" }])).toBe(top);
  });
});
