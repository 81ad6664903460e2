import { expectAccessible } from "../harness/axe.ts";
import { setEligible } from "../harness/eligibility.ts";
import { expect, test } from "../harness/test.ts";
import { Backoffice } from "../pages/backoffice.ts";
import { OperatorPage } from "../pages/operator.ts";
import { Shop } from "../pages/shop.ts";

const LUMEN = "pk_demo_lumen";
const BRUME = "pk_demo_brume";

test.afterEach(async ({ port }) => {
  await setEligible(port, LUMEN, true);
  await setEligible(port, BRUME, false);
});

test("an account that is not eligible has no icon and is told how to ask for access", async ({
  visitorContext,
  agentContext,
  port,
  words,
}) => {
  const shop = await Shop.open(visitorContext, port, words, "atelier");
  const backoffice = await Backoffice.open(agentContext, port, words, "sacha");
  await backoffice.openRecord(await shop.visitorId(), "chat");
  await expect(backoffice.notice).toContainText("Atelier Brume");
  await expect(backoffice.notice).toContainText(words.shareTab);
  await expect(backoffice.shareIcon).toHaveCount(0);
  await expect(backoffice.tab(words.shareTab)).toHaveCount(0);
});

test("the panel of an account that is not eligible offers no request", async ({
  visitorContext,
  agentContext,
  port,
  words,
}) => {
  const shop = await Shop.open(visitorContext, port, words, "atelier");
  const backoffice = await Backoffice.open(agentContext, port, words, "sacha");
  await backoffice.openRecord(await shop.visitorId(), "share");
  await backoffice.panel.expectState("not-eligible");
  await expect(backoffice.panel.action("request")).toHaveCount(0);
});

test("the account admin asks, the operator grants, the agent gets the icon", async ({
  visitorContext,
  agentContext,
  agentBrowser,
  port,
  words,
}) => {
  const shop = await Shop.open(visitorContext, port, words, "atelier");
  const admin = await Backoffice.open(agentContext, port, words, "dominique");
  await admin.section(words.shareTab).click();
  const settings = admin.page.frameLocator("iframe");
  await settings.locator("textarea[name=message]").fill("Pour nos clients de la boutique");
  await settings.getByTestId("ask-access").click();
  await expect(settings.getByTestId("admin")).toHaveAttribute("data-vv-state", "requested");

  const operatorContext = await agentBrowser.newContext();
  const operator = await OperatorPage.open(operatorContext, port);
  await operator.goTo("requests");
  await expect(operator.pendingRequest(BRUME)).toContainText("Pour nos clients de la boutique");
  await operator.goTo("accounts");
  await operator.grant(BRUME, "2099-12-31");
  // The button that was pressed is another one now.
  await expect(operator.account(BRUME).locator("button:focus")).toHaveCount(1);
  await operator.goTo("requests");
  await expect(operator.pendingRequest(BRUME)).toHaveCount(0);

  const agentsOwn = await agentBrowser.newContext({ locale: "fr-FR" });
  const agent = await Backoffice.open(agentsOwn, port, words, "sacha");
  await agent.openRecord(await shop.visitorId(), "chat");
  await expect(agent.shareIcon).toBeVisible();
  await Promise.all([operatorContext.close(), agentsOwn.close()]);
});

test("the operator refuses, the account admin reads why and may ask again", async ({
  agentContext,
  agentBrowser,
  port,
  words,
}) => {
  const admin = await Backoffice.open(agentContext, port, words, "dominique");
  await admin.section(words.shareTab).click();
  const settings = admin.page.frameLocator("iframe");
  await settings.getByTestId("ask-access").click();
  await expect(settings.getByTestId("admin")).toHaveAttribute("data-vv-state", "requested");

  const operatorContext = await agentBrowser.newContext();
  const operator = await OperatorPage.open(operatorContext, port);
  await operator.goTo("requests");
  await operator.refuse(BRUME, "Pas avant janvier, le temps de signer");
  await operatorContext.close();

  await admin.page.reload();
  await expect(settings.getByTestId("refusal")).toContainText("Pas avant janvier");
  await settings.getByTestId("ask-access").click();
  await expect(settings.getByTestId("admin")).toHaveAttribute("data-vv-state", "requested");
  await expect(settings.getByTestId("refusal")).toHaveCount(0);
});

test("the operator limits an account and sees what of it is used", async ({
  agentContext,
  port,
}) => {
  const operator = await OperatorPage.open(agentContext, port);
  const { page } = operator;
  const row = operator.account(BRUME);
  const [open, hour] = [
    page.locator("#limit-maxOpenSessions"),
    page.locator("#limit-maxRequestsPerHour"),
  ];
  await row.getByTestId("action-limits").click();
  await open.fill("0");
  await open.press("Enter");
  await expect(open).toHaveAttribute("aria-invalid", "true");
  await expect(open).toBeFocused();
  await expectAccessible(page);
  await open.fill("3");
  await hour.fill("60");
  await hour.press("Enter");
  await expect(row.getByTestId("live-sessions")).toHaveText(/^\s*0 \D+ 3\s*$/);
  await expect(row.getByTestId("requests-last-hour")).toContainText("60");
  await expect(row.getByTestId("action-limits")).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(open).toHaveValue("3");
  await hour.fill("90");
  const colleague = await OperatorPage.open(agentContext, port);
  await colleague.account(BRUME).getByTestId("action-limits").click();
  await colleague.page.locator("#limit-maxOpenSessions").fill("7");
  await colleague.page.getByTestId("limits-save").click();
  await expect(colleague.page.getByTestId("limits")).toHaveCount(0);
  await hour.press("Enter");
  await expect(page.getByTestId("limits-changed").getByRole("listitem")).toHaveText([/7/, /60/]);
  await expect(open).toHaveValue("7");
  await expect(hour).toHaveValue("90");
  await expectAccessible(page);
  await hour.press("Enter");
  await expect(row.getByTestId("requests-last-hour")).toContainText("90");
  await row.getByTestId("action-history").click();
  const history = page.getByTestId("dialog-history").getByRole("listitem");
  await expect(history.first()).toContainText(/60 → 90/);
  await expect(history.nth(1)).toContainText(/3 → 7/);
  await page.keyboard.press("Escape");
  await expect(row.getByTestId("action-history")).toBeFocused();
  await row.getByTestId("action-limits").click();
  await open.fill("");
  await hour.fill("");
  await page.getByTestId("limits-save").click();
  await expect(row.getByTestId("live-sessions")).toHaveText(/^\s*0\s*$/);
});

test("revoking eligibility ends the account's live share within five seconds", async ({
  live,
  agentBrowser,
  port,
}) => {
  const operatorContext = await agentBrowser.newContext();
  const operator = await OperatorPage.open(operatorContext, port);
  const revoked = Date.now();
  await operator.revoke(LUMEN);
  await live.popup.expectEnded("eligibility-revoked");
  await live.backoffice.panel.expectNoPicture();
  expect(Date.now() - revoked).toBeLessThan(5_000);
  await live.expectVisitorTold();
  await live.expectRecorded("eligibility-revoked");
  await operatorContext.close();
});
