import { describe, expect, it } from "vitest";
import { readRoute, recordLink } from "./route.ts";
import { ago, duration } from "./times.ts";

describe("the way through the backoffice", () => {
  it.each([
    ["", { at: "visitors" }],
    ["#/nowhere", { at: "visitors" }],
    ["#/settings", { at: "settings" }],
    ["#/visitors/v-1", { at: "record", visitorId: "v-1", tab: "chat" }],
    ["#/visitors/v-1/share", { at: "record", visitorId: "v-1", tab: "share" }],
    ["#/visitors/v-1/other", { at: "record", visitorId: "v-1", tab: "chat" }],
    ["#/visitors/%E0%A4%A/chat", { at: "record", visitorId: "%E0%A4%A", tab: "chat" }],
  ])("reads %s", (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });

  it("finds its own links again, whatever the id", () => {
    const id = "a/b:c._-é";
    expect(readRoute(recordLink(id, "history"))).toEqual({
      at: "record",
      visitorId: id,
      tab: "history",
    });
  });
});

describe("times in words", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");
  it.each([
    ["2026-03-01T11:59:40Z", "maintenant"],
    ["2026-03-01T12:00:05Z", "maintenant"],
    ["2026-03-01T11:55:00Z", "il y a 5 minutes"],
    ["2026-03-01T09:00:00Z", "il y a 3 heures"],
    ["2026-02-28T12:00:00Z", "hier"],
  ])("says %s as %s", (at, words) => {
    expect(ago(at, "fr", now)).toBe(words);
  });

  it.each([
    [12_400, "12 s"],
    [65_000, "1 min 05 s"],
    [3_725_000, "1 h 02 min"],
  ])("writes %d ms as %s", (ms, words) => {
    expect(duration(ms).replaceAll("\u00a0", " ")).toBe(words);
  });
});
