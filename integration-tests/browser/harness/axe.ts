import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** axe-core, with the rules of WCAG 2.2 A and AA, finds nothing serious or critical. */
export async function expectAccessible(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const serious = violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("  ")}`);
    expect(serious, page.url()).toEqual([]);
  }
}
