import { render } from "lit";
import { translator, type Language } from "../shared/language.ts";
import { setUpPage } from "../shared/page-setup.ts";
import { OperatorPage } from "./operator-page.ts";
import { operatorTemplate } from "./operator-template.ts";
import { operatorTexts } from "./texts.ts";

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
  const page = new OperatorPage(base, shelf, draw);
  let language = setUpPage(window).language;
  const kept = sessionStorage.getItem(LANGUAGE);
  speak(kept === "fr" || kept === "en" ? kept : language);

  function speak(chosen: Language): void {
    language = chosen;
    document.documentElement.lang = chosen;
    document.title = translator(operatorTexts, chosen)("page.title");
    draw();
  }

  function draw(): void {
    if (root === null) return;
    const choose = (chosen: Language): void => {
      sessionStorage.setItem(LANGUAGE, chosen);
      speak(chosen);
    };
    const t = translator(operatorTexts, language);
    render(operatorTemplate({ page, t, language, speak: choose }), root);
  }

  void page.load();
  window.setInterval(() => {
    if (!document.hidden) void page.load();
  }, REFRESH);
}
