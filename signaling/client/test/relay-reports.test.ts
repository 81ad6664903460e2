import { expect, test } from "vitest";
import { RelayReports, relayTrouble, type SessionSnapshot } from "../src/index.ts";

const settle = () => new Promise((resolve) => setTimeout(resolve));

test("a report is sent once, and a first one that all is well not at all", async () => {
  const sent: string[] = [];
  const reports = new RelayReports((sessionId, reach) => {
    sent.push(`${sessionId} ${reach}`);
    return Promise.resolve();
  });
  reports.tell("one", "reached");
  reports.tell("one", "refused");
  reports.tell("one", "refused");
  await settle();
  reports.again();
  reports.tell("one", "reached");
  reports.tell("two", "unreachable");
  reports.tell("three", "reached");
  expect(sent).toEqual(["one refused", "one reached", "two unreachable"]);
});

test("a report that did not get through is sent again once the service is back", async () => {
  let away = true;
  let tries = 0;
  const reports = new RelayReports(() => {
    tries++;
    return away ? Promise.reject(new Error("away")) : Promise.resolve();
  });
  reports.tell("one", "unreachable");
  await settle();
  reports.again();
  await settle();
  away = false;
  reports.again();
  await settle();
  reports.again();
  expect(tries).toBe(3);
});

test.each([
  [undefined, undefined],
  [{ visitor: "unreachable" }, "visitor"],
  [{ agent: "unreachable" }, "agent"],
  [{ visitor: "unreachable", agent: "unreachable" }, "both"],
  [{ visitor: "unreachable", agent: "refused" }, "refused"],
  [{ visitor: "missing", agent: "refused" }, "missing"],
] as const)("%o is told as %s", (relayFailures, told) => {
  const session = (relayFailures ? { relayFailures } : {}) as SessionSnapshot;
  expect(relayTrouble(session)).toBe(told);
});
