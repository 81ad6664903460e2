import { chromium, type Browser, type LaunchOptions } from "@playwright/test";
import type { NetworkGate } from "./gate.ts";

/** Part of the titles of the pages that the automatic picker chooses: every page of the shop. */
export const SHARED_TITLE = "Maison Lumen";

/** Automation lists its own features; Chromium honours only the last list, so this one has both. */
const FEATURES = [
  "CDPScreenshotNewSurface",
  "SkipListAccountsWithoutGaiaCookies",
  // The rule that browsers keep in production: a capture needs a click just before it.
  "GetDisplayMediaRequiresUserActivation",
];

/** What the visitor does in the browser's picker, which no script can press. */
export type Picker =
  | { readonly picks: "tab"; readonly title: string }
  | { readonly picks: "screen" }
  /** A tab of that title once there is one, the whole screen until then. */
  | { readonly picks: "screen-then-tab"; readonly title: string }
  | { readonly picks: "nothing" };

export interface BrowserWish {
  /** The relay per public port: which of the browser's connections go through which gate. */
  readonly gates: ReadonlyMap<number, NetworkGate>;
  readonly picker?: Picker;
  /** Whether Chromium's own popup blocker stays on, as for a person. */
  readonly popupBlocker?: boolean;
  /** A display of X11: the browser then has real windows. */
  readonly display?: string;
  /** SHA-256 of the one public key that is trusted without an authority, in base64. */
  readonly trustedKey?: string;
}

/** A stock Chromium whose connections to the service run through gates of this test run. */
export function launchChromium(wish: BrowserWish): Promise<Browser> {
  const options: LaunchOptions = {
    executablePath: process.env["CHROMIUM_BIN"] ?? "/usr/bin/chromium",
    headless: wish.display === undefined,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      `--enable-features=${FEATURES.join(",")}`,
      `--host-resolver-rules=${resolverRules(wish.gates)}`,
      ...pickerArguments(wish.picker),
      ...(wish.trustedKey === undefined
        ? []
        : [`--ignore-certificate-errors-spki-list=${wish.trustedKey}`]),
    ],
  };
  if (wish.popupBlocker === true) {
    options.ignoreDefaultArgs = ["--disable-popup-blocking"];
  }
  if (wish.display !== undefined) {
    options.env = { ...definedEnvironment(), DISPLAY: wish.display };
  }
  return chromium.launch(options);
}

function resolverRules(gates: ReadonlyMap<number, NetworkGate>): string {
  return [...gates]
    .flatMap(([port, gate]) =>
      ["localhost", "*.localhost"].map((host) => `MAP ${host}:${port} 127.0.0.1:${gate.port}`),
    )
    .join(",");
}

function pickerArguments(picker: Picker | undefined): string[] {
  switch (picker?.picks) {
    case "tab":
      return [`--auto-select-tab-capture-source-by-title=${picker.title}`];
    case "screen":
      return ["--auto-select-desktop-capture-source=Entire screen"];
    case "screen-then-tab":
      return [
        ...pickerArguments({ picks: "tab", title: picker.title }),
        ...pickerArguments({ picks: "screen" }),
      ];
    case "nothing":
      return ["--auto-reject-capture"];
    case undefined:
      return [];
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
