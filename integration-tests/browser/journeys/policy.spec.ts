import puppeteer from "puppeteer-core";
import { expectAccessible, expectAccessibleInBoth } from "../harness/axe.ts";
import { expectMovingPixels } from "../harness/barcode.ts";
import { launchChromium, SHARED_TITLE } from "../harness/chromium.ts";
import { openDisplay } from "../harness/display.ts";
import { openPlainPage } from "../harness/link.ts";
import { OwnAccount } from "../harness/own-account.ts";
import { expect, newContext, test } from "../harness/test.ts";
import { AcceptPage } from "../pages/accept.ts";

const MESSAGE = {
  fr: "Nos conseillers ne demandent jamais de mot de passe.",
  en: "Our advisors never ask for a password.",
};
const PRIVACY = { fr: "https://phare.example/vie-privee", en: "https://phare.example/privacy" };

// Their accounts are their own.
test.describe("an account's policy", { tag: "@apart" }, () => {
  test("where a tab only is taken, a screen is refused before anything leaves, and a tab goes on", async ({
    visitorNetwork,
    agentContext,
    language,
    port,
    words,
  }) => {
    const account = await OwnAccount.register(port, "Éditions du Phare");
    await account.decide({ surface: "tab" });
    const display = await openDisplay();
    const browser = await launchChromium({
      gates: visitorNetwork.gates,
      picker: { picks: "screen-then-tab", title: SHARED_TITLE },
      display: display.name,
    });
    try {
      const visitorContext = await newContext(browser, language);
      // As in a browser that does not know the wish to leave screens out of its picker.
      await visitorContext.addInitScript(() => {
        const { mediaDevices } = navigator;
        const ask = mediaDevices.getDisplayMedia.bind(mediaDevices);
        mediaDevices.getDisplayMedia = (options) => {
          const known = { ...options };
          Reflect.deleteProperty(known, "monitorTypeSurfaces");
          return ask(known);
        };
        const put = Reflect.get<RTCRtpSender, "replaceTrack">(
          RTCRtpSender.prototype,
          "replaceTrack",
        );
        RTCRtpSender.prototype.replaceTrack = function (track) {
          if (track !== null) document.documentElement.dataset["left"] = "yes";
          return put.call(this, track);
        };
      });
      const { panel, link } = await account.askByLink(agentContext);
      const page = await AcceptPage.open(visitorContext, link, words);
      await expect(page.main).toContainText("un onglet de ce navigateur");
      const popup = await page.accept();
      await panel.activate();
      await popup.share();
      await expect(popup.page.getByTestId("vv-surface-refused")).toContainText("un onglet");
      await popup.expectState("invited");
      await expect(panel.banner("notice-surface-refused")).toBeVisible();
      await panel.expectState("accepted");
      await expect(panel.video).toHaveJSProperty("videoWidth", 0);
      await expect(popup.page.locator("html")).not.toHaveAttribute("data-left");
      await expectAccessible(popup.page);

      await openPlainPage(visitorContext);
      await popup.page.getByTestId("vv-share").click();
      await panel.expectState("live");
      await expectMovingPixels(panel.video);
      await expect(popup.page.locator("html")).toHaveAttribute("data-left");
      await expect(panel.banner("notice-surface-refused")).toHaveCount(0);
      await popup.stop();
      await panel.expectEnded();
    } finally {
      await browser.close();
      display.close();
    }
  });

  test("a switch to what is not taken pauses at once, and tells both sides until it is back", async ({
    visitorContext,
    agentContext,
    port,
    words,
  }) => {
    const account = await OwnAccount.register(port, "Éditions du Phare");
    await account.decide({ surface: "window" });
    const { panel, link } = await account.askByLink(agentContext);
    await openPlainPage(visitorContext);
    // No script can press the browser's own bar: what a track then says of itself is said here.
    await visitorContext.addInitScript(() => {
      const settings = Reflect.get<MediaStreamTrack, "getSettings">(
        MediaStreamTrack.prototype,
        "getSettings",
      );
      MediaStreamTrack.prototype.getSettings = function () {
        const shown = document.documentElement.dataset["shown"];
        return { ...settings.call(this), ...(shown && { displaySurface: shown }) };
      };
    });
    const popup = await (await AcceptPage.open(visitorContext, link, words)).accept();
    await panel.activate();
    await popup.share();
    await expectMovingPixels(panel.video);

    const turn = (shown: string): Promise<void> =>
      popup.page.evaluate((kind) => {
        document.documentElement.dataset["shown"] = kind;
      }, shown);
    await turn("monitor");
    await popup.expectState("paused");
    await panel.expectState("paused");
    await expect(panel.banner("notice-surface-refused")).toBeVisible();
    await expect(popup.page.getByTestId("vv-resume")).toHaveCount(0);
    await expectAccessible(popup.page);
    await turn("browser");
    await expect(panel.banner("notice-surface-refused")).toHaveCount(0);
    await panel.expectState("paused");
    await popup.resume();
    await panel.expectState("live");
    await expectMovingPixels(panel.video);
  });

  for (const language of ["fr", "en"] as const) {
    test.describe(`in ${language}`, () => {
      test.use({ language });

      test("the company's words, logo and privacy text stand on accept page and popup", async ({
        visitorContext,
        agentContext,
        port,
        words,
      }) => {
        const account = await OwnAccount.register(port, "Éditions du Phare");
        const drawing = await visitorContext.newPage();
        await drawing.setViewportSize({ width: 260, height: 80 });
        await drawing.setContent("<title>x</title><h1>Phare</h1>");
        const logo = await account.bringLogo(await drawing.screenshot());
        await account.decide({ message: MESSAGE, privacyUrl: PRIVACY, logo });
        const { link } = await account.askByLink(agentContext);
        const page = await AcceptPage.open(visitorContext, link, words);
        await page.expectState("open");
        await page.page.setViewportSize({ width: 360, height: 740 });
        const shows = async (): Promise<void> => {
          const shown = page.page;
          await expect(shown.locator("html")).toHaveAttribute("lang", language);
          await expect(shown.getByTestId("vv-company-message")).toHaveText(MESSAGE[language]);
          await expect(shown.getByTestId("vv-privacy")).toHaveAttribute("href", PRIVACY[language]);
          const picture = shown.getByRole("img", { name: "Éditions du Phare" });
          await expect(picture).toHaveJSProperty("naturalWidth", 260);
          expect(await picture.boundingBox()).toMatchObject({ width: 144, height: 44 });
          await expectAccessibleInBoth(shown);
        };
        await shows();
        const popup = await page.accept();
        await popup.expectState("invited");
        await shows();
      });
    });
  }

  test("a yes to words that the company has changed meanwhile counts for nothing, and is asked again", async ({
    visitorContext,
    agentContext,
    port,
    words,
  }) => {
    const account = await OwnAccount.register(port, "Éditions du Phare");
    await account.decide({ surface: "tab" });
    const { panel, link } = await account.askByLink(agentContext);
    const page = await AcceptPage.open(visitorContext, link, words);
    await expect(page.main).toContainText("un onglet de ce navigateur");
    await account.decide({ surface: "any", message: MESSAGE });
    await page.page.getByTestId("vv-accept").click();
    await expect(page.page.getByTestId("vv-changed")).toContainText("vient de changer");
    await expect(page.page.getByTestId("vv-company-message")).toHaveText(MESSAGE.fr);
    await expect(page.main).not.toContainText("un onglet de ce navigateur");
    await page.expectState("open");
    await panel.expectState("requested");
    await expectAccessible(page.page);
    const popup = await page.accept();
    await popup.expectState("invited");
    await panel.expectState("accepted");
  });

  test("visitors are spoken to in the account's language, whatever their browser's", async ({
    visitorContext,
    agentContext,
    port,
    words,
  }) => {
    const account = await OwnAccount.register(port, "Lighthouse Press");
    await account.decide({ languages: ["en"], message: MESSAGE });
    const { panel, link } = await account.askByLink(agentContext);
    const page = await AcceptPage.open(visitorContext, link, words);
    await page.expectState("open");
    await expect(page.page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.page.getByTestId("vv-language")).toHaveCount(0);
    await expect(page.page.getByTestId("vv-company-message")).toHaveText(MESSAGE.en);
    await page.page.getByTestId("vv-accept").click();
    await page.page.waitForURL("**/popup/**");
    await expect(page.main).toHaveAttribute("data-vv-state", "invited");
    await expect(page.page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.page.getByTestId("vv-share")).toHaveText("Share my screen");
    await expect(panel.title).toHaveText(/\p{L}{3}/u);
    await expect(panel.action("activate")).toHaveText("Activer la connexion");
  });

  test("an agent who is not on the list is told whom to ask, and finds no button", async ({
    agentContext,
    port,
  }) => {
    const account = await OwnAccount.register(port, "Éditions du Phare");
    await account.decide({ requestsFrom: "listed-agents", agents: ["noor"] });
    const { panel, page } = await account.openPanel(agentContext, "camille");
    await panel.expectState("may-not-request");
    await expect(panel.text.first()).toContainText("la personne qui administre votre compte");
    await expect(panel.action("request-link")).toHaveCount(0);
    await expectAccessible(page);
    const listed = await account.openPanel(agentContext, "noor");
    await listed.panel.expectState("visitor-offline");
    await expect(listed.panel.action("request-link")).toBeVisible();
  });

  test("Firefox, which does not tell what it shows, is asked for another browser before anything is spent", async ({
    visitorContext,
    agentContext,
    port,
    words,
  }) => {
    const account = await OwnAccount.register(port, "Éditions du Phare");
    await account.decide({ surface: "tab", message: MESSAGE });
    const { link } = await account.askByLink(agentContext);
    const firefox = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env["FIREFOX_BIN"] ?? "/usr/bin/firefox-esr",
      headless: true,
      extraPrefsFirefox: { "intl.accept_languages": "fr" },
    });
    try {
      const page = await firefox.newPage();
      await page.goto(link);
      await page.waitForSelector("main[data-vv-state=browser-needed]");
      const told = await page.$eval("main", (main) => main.textContent);
      expect(told).toContain("Chrome ou Edge");
      expect(await page.$("[data-testid=vv-accept]")).toBeNull();
      const kept = process.env["VISAVIS_LOOK"];
      if (kept !== undefined) await page.screenshot({ path: `${kept}/firefox-browser-needed.png` });

      await account.decide({ surface: "any" });
      await page.reload();
      await page.waitForSelector("main[data-vv-state=open]");
      const shown = await page.$eval("main", (main) => main.textContent);
      expect(shown).toContain(MESSAGE.fr);
      if (kept !== undefined) await page.screenshot({ path: `${kept}/firefox-open.png` });
    } finally {
      await firefox.close();
    }
    await (await AcceptPage.open(visitorContext, link, words)).expectState("open");
  });
});
