import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Rules whose verdict depends on colours. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];
/** On a busy machine a page may still be drawn anew when it is looked at: what is wrong for good is wrong after that, too. */
const DRAWN = { timeout: 30_000 };

interface Violation {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** As much of axe-core as is called in a page that it was put into. */
interface Axe {
  run(where: Document, options: object): Promise<{ violations: Violation[] }>;
}

/** axe-core, with the rules of WCAG 2.2 A and AA, finds nothing serious or critical. */
export async function expectAccessible(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await expect(async () => {
      await Promise.allSettled(page.frames().map((frame) => frame.evaluate(standStill)));
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      expectNothingSerious(page, violations);
    }).toPass(DRAWN);
  }
}

/** Whatever depends on the colour scheme is looked at in the dark one, too; the pages are light again after it. */
export async function expectAccessibleInBoth(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    // Without motion no colour is caught on its way to another.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expect(async () => {
      expectNothingSerious(page, await coloursOf(page));
    }).toPass(DRAWN);
    await page.emulateMedia({ colorScheme: null, reducedMotion: "reduce" });
  }
}

/** What the rules of colours find. axe-core is in every frame already, unless one has just been loaded: to put it there is what takes long. */
async function coloursOf(page: Page): Promise<readonly Violation[]> {
  await Promise.allSettled(page.frames().map((frame) => frame.evaluate(standStill)));
  const found = await Promise.all(
    page.frames().map((frame) => frame.evaluate(run, OF_COLOURS).catch(() => null)),
  );
  const known = found.filter((one) => one !== null);
  return known.length === found.length
    ? known.flat()
    : (await new AxeBuilder({ page }).withRules(OF_COLOURS).analyze()).violations;
}

/** Runs in a frame: no colour is on its way to another. */
async function standStill(): Promise<void> {
  const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}

/** Runs in a frame: what these rules alone find in it; null where axe-core is not there. */
async function run(values: string[]): Promise<Violation[] | null> {
  const axe = Reflect.get(window, "axe") as Axe | undefined;
  if (axe === undefined) return null;
  const options = { runOnly: { type: "rule", values }, iframes: false };
  return (await axe.run(document, options)).violations;
}

function expectNothingSerious(page: Page, violations: readonly Violation[]): void {
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("  ")}`);
  expect(serious, page.url()).toEqual([]);
}
