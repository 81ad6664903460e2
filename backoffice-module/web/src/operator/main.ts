import { render } from "lit";
import { translator } from "../shared/language.ts";
import { setUpPage } from "../shared/page-setup.ts";
import { OperatorPage } from "./operator-page.ts";
import { operatorTemplate } from "./operator-template.ts";
import { operatorTexts } from "./texts.ts";

/** How often the accounts are loaded again while the page is seen, milliseconds. */
const REFRESH = 5_000;
const KEY = "visavis:operator";

const { language } = setUpPage(window);
const t = translator(operatorTexts, language);
const root = document.getElementById("operator");
document.title = t("page.title");

if (root !== null) {
  const shelf = {
    read: () => sessionStorage.getItem(KEY),
    write: (token: string | null) => {
      if (token === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, token);
    },
  };
  const base = new URL("../api/v1", document.baseURI).pathname;
  const page = new OperatorPage(base, shelf, () => render(operatorTemplate(drawing), root));
  const drawing = { page, t, language };
  render(operatorTemplate(drawing), root);
  void page.load();
  window.setInterval(() => {
    if (!document.hidden) void page.load();
  }, REFRESH);
}
