/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function palette(block: string): Map<string, string> {
  return new Map(
    Array.from(block.matchAll(/--vv-([\w-]+): (#[0-9a-f]{6})/g), (found) => [
      found[1] ?? "",
      found[2] ?? "",
    ]),
  );
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const [light = "", darkByDevice = "", darkByChoice = ""] = source
  .split(/\scolor-scheme: /)
  .slice(1);
const textPairs = [
  ...["bg", "surface", "surface-2"].flatMap((ground) =>
    ["text", "muted", "accent", "danger", "success"].map((ink) => [ink, ground] as const),
  ),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
  ["accent", "accent-soft"],
  ["text", "accent-soft"],
  ["danger", "danger-soft"],
  ["success", "success-soft"],
  ["warning-text", "warning-soft"],
] as const;
const shapePairs = ["bg", "surface", "surface-2"].flatMap((ground) =>
  ["border-strong", "focus"].map((ink) => [ink, ground] as const),
);

describe.each([
  ["light", light],
  ["dark", darkByChoice],
])("the %s palette", (_name, block) => {
  const colours = palette(block);
  it.each(textPairs)("lets %s be read on %s", (ink, ground) => {
    expect(contrast(colours.get(ink) ?? "", colours.get(ground) ?? "")).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapePairs)("lets the line %s be seen on %s", (ink, ground) => {
    expect(contrast(colours.get(ink) ?? "", colours.get(ground) ?? "")).toBeGreaterThanOrEqual(3);
  });
});

it("dark is the same whether the device or the page asks for it", () => {
  expect(palette(darkByDevice)).toEqual(palette(darkByChoice));
});
