import { expectAccessible } from "../harness/axe.ts";
import { hostToken, setPolicy } from "../harness/host-pages.ts";
import { expect, test } from "../harness/test.ts";
import { AdminPage } from "../pages/admin.ts";

const MESSAGE = "Nos conseillers ne vous demanderont jamais votre code de carte.";

/** A picture of one pixel. */
const LOGO = {
  name: "logo.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

test.afterEach(async ({ port }) => {
  await setPolicy(`http://localhost:${port}`, {
    requestsFrom: "every-agent",
    agents: [],
    visitorsMayAsk: false,
    surface: "any",
    message: {},
    logo: null,
    retentionDays: null,
  });
});

test("what the account admin chooses shows in the preview, is saved, and stands after a reload", async ({
  agentContext,
  port,
  words,
}) => {
  const admin = await AdminPage.open(agentContext, port, words);
  const { frame, preview } = admin;
  await admin.goTo("website");
  const main = preview.locator("main");
  await expect(main).toContainText("Maison Lumen");
  await expect(main).not.toContainText(MESSAGE);
  await frame.getByTestId("messageFr").fill(MESSAGE);
  await expect(main).toContainText(MESSAGE);
  await frame.getByTestId("logo-file").setInputFiles(LOGO);
  await expect(main.locator("img")).toBeVisible();
  await frame.getByTestId("preview-en").check();
  await expect(main).not.toContainText(MESSAGE);
  await expect(preview.locator("html")).toHaveAttribute("lang", "en");
  await frame.getByTestId("preview-dark").check();
  await expect(preview.locator("html")).toHaveAttribute("data-theme", "dark");
  await frame.getByTestId("preview-fr").check();
  await frame.getByTestId("preview-accept").check();
  await expect(preview.locator("main")).toContainText(MESSAGE);

  await admin.goTo("policy");
  await frame.getByTestId("surface-tab").check();
  await frame.getByTestId("requestsFrom-listed-agents").check();
  await frame.getByTestId("agent-id").fill("noor");
  await frame.getByTestId("agent-id").press("Enter");
  await frame.getByTestId("agent-id").fill("camille");
  await admin.save();
  await admin.expectSaved();

  await admin.page.reload();
  await admin.goTo("policy");
  await expect(frame.getByTestId("surface-tab")).toBeChecked();
  await expect(frame.getByTestId("agents").getByRole("listitem")).toHaveText(["noor", "camille"]);
  await admin.goTo("website");
  await expect(frame.getByTestId("messageFr")).toHaveValue(MESSAGE);
  await expect(frame.getByTestId("logo")).toBeVisible();
  await frame.getByTestId("preview-card").check();
  await expect(preview.locator("visavis-card")).toBeVisible();
});

test("of two tabs the second is told what the first decided, and loses nothing", async ({
  agentContext,
  port,
  words,
}) => {
  const [one, other] = [
    await AdminPage.open(agentContext, port, words),
    await AdminPage.open(agentContext, port, words),
  ];
  await one.goTo("policy");
  await other.goTo("policy");
  await one.frame.getByTestId("surface-window").check();
  await one.save();
  await one.expectSaved();

  await other.goTo("website");
  await other.frame.getByTestId("visitorsMayAsk-on").check();
  await other.save();
  const conflict = other.frame.getByTestId("conflict").filter({ visible: true });
  await expect(conflict.getByRole("heading")).toBeFocused();
  await expect(conflict.getByTestId("conflict-there")).toBeVisible();
  await conflict.getByTestId("conflict-take").click();
  await other.save();
  await other.expectSaved();
  await other.goTo("policy");
  await expect(other.frame.getByTestId("surface-window")).toBeChecked();
  await other.page.reload();
  await other.goTo("website");
  await expect(other.frame.getByTestId("visitorsMayAsk-on")).toBeChecked();
});

test("a click on another page asks what becomes of changes, and keys alone do everything", async ({
  agentContext,
  port,
  words,
}) => {
  const admin = await AdminPage.open(agentContext, port, words);
  const { frame, page } = admin;
  await frame.getByTestId("place-policy").focus();
  await page.keyboard.press("Enter");
  await expect(frame.getByRole("heading", { level: 1 }).filter({ visible: true })).toBeFocused();
  await frame.getByTestId("surface-any").focus();
  await page.keyboard.press("ArrowDown");
  await expect(frame.getByTestId("surface-window")).toBeChecked();

  await frame.getByTestId("place-keys").focus();
  await page.keyboard.press("Enter");
  await expect(frame.getByTestId("leave-save")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(frame.getByTestId("leave")).toHaveCount(0);
  await admin.expectAt("policy");
  await expect(frame.getByTestId("surface-window")).toBeChecked();

  const policy = "**/api/v1/account/policy";
  await page.route(policy, (route) => route.abort());
  await frame.getByTestId("place-keys").focus();
  await page.keyboard.press("Enter");
  await frame.getByTestId("leave-save").press("Enter");
  await expect(frame.getByTestId("place-policy")).toBeFocused();
  await expect(frame.getByTestId("leave")).toHaveCount(0);
  await page.unroute(policy);

  await frame.getByTestId("place-keys").focus();
  await page.keyboard.press("Enter");
  await frame.getByTestId("leave-save").press("Enter");
  await admin.expectAt("keys");
  await admin.goTo("policy");
  await expect(frame.getByTestId("surface-window")).toBeChecked();
  await admin.expectSaved();

  await frame.getByTestId("retention-own").check();
  await frame.getByTestId("retention-days").fill("0");
  await frame.getByTestId("retention-days").press("Enter");
  await expect(frame.getByTestId("retention-days")).toBeFocused();
  await expect(frame.getByTestId("retention-days")).toHaveAttribute("aria-invalid", "true");
  await expect(frame.getByTestId("fault-retention")).toBeVisible();

  await frame.getByTestId("retention-days").fill("30");
  await frame.getByTestId("retention-days").press("Enter");
  await expect(frame.getByTestId("shortening").filter({ visible: true })).toContainText("30");
  await expect(frame.getByTestId("shortening-back").filter({ visible: true })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(frame.getByTestId("policy-save").filter({ visible: true })).toBeFocused();
  await expect(frame.getByTestId("savebar").filter({ visible: true })).toHaveAttribute(
    "data-dirty",
  );
  await page.keyboard.press("Enter");
  await frame.getByTestId("shortening-save").filter({ visible: true }).press("Enter");
  await admin.expectSaved();

  await frame.getByTestId("surface-any").check();
  await frame.getByTestId("place-access").click();
  await frame.getByTestId("leave-go").click();
  await admin.expectAt("access");
});

test("places have addresses: the back button, a reload and a deep link work", async ({
  agentContext,
  port,
}) => {
  const page = await agentContext.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  const address = `http://localhost:${port}/admin/?site=pk_demo_lumen`;
  await page.goto(`${address}#/website&token=${hostToken("admin")}`);
  await expect(page).toHaveURL(`${address}#/website`);
  await expect(page.getByTestId("at-website")).toBeVisible();
  await page.getByTestId("place-webhooks").click();
  await expect(page).toHaveTitle(/^Webhooks – /);
  await page.goBack();
  await expect(page.getByTestId("at-website")).toBeVisible();
  await page.reload();
  await expect(page.getByTestId("at-website")).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);

  await page.goto("about:blank");
  await page.goto(`${address}#/keys&token=${hostToken("agent")}`);
  await expect(page.getByTestId("admins-only")).toBeVisible();
  await expect(page.getByTestId("place-keys")).toHaveCount(0);
  await page.getByTestId("place-policy").click();
  await expect(page.getByTestId("surface-any")).toBeDisabled();
  await expect(page.getByTestId("policy-save")).toHaveCount(0);
});

test("an endpoint for webhooks is added, switched off and on, and deleted by keys", async ({
  agentContext,
  port,
  words,
}) => {
  const admin = await AdminPage.open(agentContext, port, words);
  const { frame } = admin;
  await admin.goTo("webhooks");
  await frame.getByTestId("webhook-add").press("Enter");
  const address = frame.getByTestId("webhooks").locator("input[name=url]");
  await expect(address).toBeFocused();
  await address.fill("https://10.0.0.1/hook");
  await address.press("Enter");
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(admin.page);
  await address.fill("https://hooks.example.com/visavis");
  await address.press("Enter");
  const secret = frame.getByTestId("webhook-secret");
  await expect(secret.getByRole("heading")).toBeFocused();
  await expect(secret.getByTestId("shown-secret")).toHaveValue(/^whsec_/);
  await expectAccessible(admin.page);
  await frame.getByTestId("webhook-secret-done").press("Enter");
  await expect(frame.getByTestId("webhook-add")).toBeFocused();

  const endpoint = frame.getByTestId("webhook").filter({ hasText: "hooks.example.com" });
  await endpoint.getByTestId("webhook-switch").press("Enter");
  await expect(endpoint).toHaveAttribute("data-vv-state", "disabled");
  await expect(endpoint.getByTestId("webhook-switch")).toBeFocused();
  await endpoint.getByTestId("webhook-switch").press("Enter");
  await expect(endpoint).toHaveAttribute("data-vv-state", "enabled");
  await endpoint.getByTestId("webhook-delete").press("Enter");
  await expect(frame.getByTestId("webhook-confirm")).toBeFocused();
  await frame.getByTestId("webhook-confirm").press("Enter");
  await expect(endpoint).toHaveCount(0);
  await expect(frame.getByTestId("webhook-add")).toBeFocused();
});
