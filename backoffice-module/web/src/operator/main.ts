import { render, type TemplateResult } from "lit";
import { keepingFocus } from "../shared/dialog.ts";
import { translator, type Language } from "../shared/language.ts";
import { setUpPage } from "../shared/page-setup.ts";
import { focusHeading } from "../shared/places-template.ts";
import { Places } from "../shared/places.ts";
import { LimitsPage } from "./limits-page.ts";
import { limitsTexts } from "./limits-texts.ts";
import { OperatorPage } from "./operator-page.ts";
import { OPERATOR_PLACES, operatorTemplate } from "./operator-template.ts";
import { RegisterPage } from "./register-page.ts";
import { registerTexts } from "./register-texts.ts";
import { operatorTexts } from "./texts.ts";
import { UsagePage } from "./usage-page.ts";
import { usageTemplate } from "./usage-template.ts";
import { usageTexts } from "./usage-texts.ts";

/** How often the accounts are loaded again while the page is seen, milliseconds. */
const REFRESH = 5_000;
const KEY = "visavis:operator";

const LANGUAGE = "visavis:language";

const root = document.getElementById("operator");

if (root !== null) {
  const shelf = {
    read: () => sessionStorage.getItem(KEY),
    write: (token: string | null) => {
      if (token === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, token);
    },
  };
  const base = new URL("../api/v1", document.baseURI).pathname;
  const places = new Places(window, OPERATOR_PLACES, { holds: () => false, moved, asked: draw });
  const page = new OperatorPage(base, shelf, draw);
  const usage = new UsagePage(page.api, draw, () => page.signOut("expired"));
  const register = new RegisterPage(page.api, draw, {
    changed: () => void page.load(),
    expired: () => page.signOut("expired"),
  });
  const limits = new LimitsPage(page.api, draw, {
    changed: () => void page.load(),
    expired: () => page.signOut("expired"),
  });
  let language = setUpPage(window).language;
  const kept = sessionStorage.getItem(LANGUAGE);
  speak(kept === "fr" || kept === "en" ? kept : language);

  function speak(chosen: Language): void {
    language = chosen;
    document.documentElement.lang = chosen;
    draw();
  }

  function moved(): void {
    if (root === null) return;
    page.forgetDone();
    limits.forgetDone();
    if (places.current === "usage" && page.state.signedIn) void usage.load();
    draw();
    focusHeading(root);
  }

  function draw(): void {
    if (root === null) return;
    const choose = (chosen: Language): void => {
      sessionStorage.setItem(LANGUAGE, chosen);
      speak(chosen);
    };
    const t = translator(operatorTexts, language);
    document.title = page.state.signedIn
      ? `${t(`place.${places.current}`)} – ${t("page.title")}`
      : t("page.title");
    const registration = { page: register, t: translator(registerTexts, language) };
    const limiting = { page: limits, t: translator(limitsTexts, language) };
    const common = { page, t, language, places, speak: choose, register: registration };
    const drawing = { ...common, limits: limiting, usage: usageView };
    keepingFocus(root, () => void render(operatorTemplate(drawing), root));
  }

  function usageView(): TemplateResult {
    const { report, busy, trouble } = usage.state;
    if (report === null && !busy && trouble === null) queueMicrotask(() => void usage.load());
    return usageTemplate({ usage, t: translator(usageTexts, language), language });
  }

  void page.load();
  window.setInterval(() => {
    if (!document.hidden) void page.load();
  }, REFRESH);
}
