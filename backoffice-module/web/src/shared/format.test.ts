import { expect, test } from "vitest";
import { clock, duration } from "./format.ts";

test("a clock shows minutes and seconds, and hours only when there are some", () => {
  expect(clock(7_400)).toBe("0:07");
  expect(clock(754_000)).toBe("12:34");
  expect(clock(3_723_000)).toBe("1:02:03");
  expect(clock(-5)).toBe("0:00");
});

test("a duration is told in its two largest units, and is never nothing", () => {
  expect(duration(45_000)).toBe("45\u00a0s");
  expect(duration(185_000)).toBe("3\u00a0min\u00a005\u00a0s");
  expect(duration(3_900_000)).toBe("1\u00a0h\u00a005\u00a0min");
  expect(duration(200)).toBe("1\u00a0s");
});
