import AxeBuilder from "@axe-core/playwright";
import { createHmac, randomUUID } from "node:crypto";
import type { FrameLocator, Page } from "@playwright/test";
import { expect, test } from "../harness/test.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { OperatorPage } from "../pages/operator.ts";

interface TokenParts {
  readonly siteKey: string;
  readonly kid: string;
  readonly secret: string;
}

/** As a host's server mints it, with the key as the page showed it. */
function minted({ siteKey, kid, secret }: TokenParts, role: "agent" | "admin" = "agent"): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const who = { sub: "agent-7", name: "Jo Dupont", role, jti: randomUUID() };
  const open = [
    part({ alg: "HS256", typ: "visavis-agent+jwt", kid }),
    part({ iss: siteKey, aud: "visavis", ...who, iat: now, exp: now + 600 }),
  ].join(".");
  return `${open}.${createHmac("sha256", secret).update(open).digest("base64url")}`;
}

async function tried(keys: FrameLocator | Page, token: string): Promise<string | null> {
  const trial = keys.getByTestId("key-trial");
  if ((await trial.getAttribute("open")) === null) await trial.locator("summary").click();
  await trial.locator("textarea").fill(token);
  await trial.getByRole("button").click();
  const told = trial.locator("[data-vv-fault]");
  await expect(
    trial
      .locator("dd")
      .filter({ hasText: token.slice(-1) })
      .or(told),
  ).not.toHaveCount(0);
  return told.getAttribute("data-vv-fault");
}

for (const language of ["fr", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("an account admin makes, tries, rolls and revokes a key", async ({
      agentContext,
      port,
      words,
    }) => {
      const admin = await Backoffice.open(agentContext, port, words, "alix");
      await admin.section(words.shareTab).click();
      const frame = admin.page.frameLocator("iframe");
      await frame.getByTestId("place-keys").click();
      const kid = `shop-${randomUUID().slice(0, 8)}`;

      await frame.getByTestId("key-new").click();
      await frame.locator("input[name=kid]").fill(kid);
      await frame.getByTestId("key-confirm").click();
      const secret = await frame.getByTestId("shown-secret").inputValue();
      expect(secret).toMatch(/^[\w-]{43}$/);
      await frame.getByTestId("shown-done").click();
      await expect(frame.getByTestId("shown-secret")).toHaveCount(0);

      const parts = { siteKey: "pk_demo_lumen", kid, secret };
      expect(await tried(frame, minted(parts))).toBe("none");
      expect(await tried(frame, minted({ ...parts, secret: "another" }))).toBe("signature");

      const row = frame.getByTestId(`key-${kid}`);
      await row.getByTestId("key-roll").click();
      await frame.getByTestId("key-confirm").click();
      const next = await frame.getByTestId("shown-kid").inputValue();
      await frame.getByTestId("shown-done").click();
      await expect(row).toHaveAttribute("data-vv-state", "ending");
      for (const each of [kid, next]) {
        await frame.getByTestId(`key-${each}`).getByTestId("key-revoke").click();
        await frame.getByTestId("key-confirm").click();
        await expect(frame.getByTestId(`key-${each}`)).toHaveAttribute("data-vv-state", "revoked");
      }
      expect(await tried(frame, minted(parts))).toBe("key-revoked");
    });
  });
}

test("an account that was registered on the page has its admin come in with its first key", async ({
  agentContext,
  port,
}) => {
  const operator = await OperatorPage.open(agentContext, port);
  const { page } = operator;
  await page.getByTestId("register").click();
  await page.locator("dialog input[name=name]").fill("Éditions du Phare");
  await page.locator("textarea[name=siteOrigins]").fill("https://www.phare.example/\n");
  await page.getByTestId("register-confirm").click();
  await expect(page.getByRole("alert")).toContainText("https://www.phare.example/");
  await page.locator("textarea[name=siteOrigins]").fill("https://www.phare.example");
  await page.getByTestId("register-confirm").click();
  await expect(page.getByTestId("shown-secret")).toBeVisible();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
  await page.route("**/operator/accounts*", (route) => route.fulfill({ status: 401, json: {} }));
  await expect(page.getByTestId("operator")).toHaveAttribute("data-vv-state", "sign-in");
  await page.unroute("**/operator/accounts*");
  const value = (name: string): Promise<string> => page.getByTestId(`shown-${name}`).inputValue();
  const secret = await value("secret");
  const parts = { siteKey: await value("site-key"), kid: await value("kid"), secret };
  await page.getByTestId("shown-done").click();
  await operator.signIn();
  await expect(operator.account(parts.siteKey)).toContainText("Éditions du Phare");

  const admin = await agentContext.newPage();
  await admin.setViewportSize({ width: 390, height: 844 });
  const token = minted(parts, "admin");
  await admin.goto(`http://localhost:${port}/admin/?site=${parts.siteKey}#/keys&token=${token}`);
  await expect(admin.getByTestId(`key-${parts.kid}`)).toHaveAttribute("data-vv-state", "active");
  await admin.getByTestId("key-revoke").click();
  await expect(admin.getByTestId("key-last")).toBeVisible();
  await admin.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  const { violations } = await new AxeBuilder({ page: admin })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
