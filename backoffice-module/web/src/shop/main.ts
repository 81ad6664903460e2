import { render } from "lit";
import { pickLanguage, type Language } from "@visavis/visitor-widget/design";
import { checkout } from "./checkout.ts";
import { collection } from "./collection.ts";
import { flash, runClocks } from "./flash.ts";
import { help } from "./help.ts";
import { home } from "./home.ts";
import { layout } from "./layout.ts";
import type { Page, Shop } from "./page.ts";
import { addScripts, brandOf, serviceOrigin } from "./place.ts";
import { product } from "./product.ts";
import { words } from "./words.ts";

const pages: Readonly<Record<string, Page>> = {
  "index.html": home,
  "collection.html": collection,
  "product.html": product,
  "basket.html": checkout,
  "help.html": help,
  "flash.html": flash,
};

function chosenLanguage(query: URLSearchParams): Language {
  const asked = query.get("lang");
  try {
    if (asked) localStorage.setItem("shop-language", asked);
    return pickLanguage(asked, localStorage.getItem("shop-language"), ...navigator.languages);
  } catch {
    return pickLanguage(asked, ...navigator.languages);
  }
}

function open(root: HTMLElement): void {
  const query = new URLSearchParams(location.search);
  const language = chosenLanguage(query);
  const brand = brandOf(location.hostname);
  const name = location.pathname.split("/").at(-1) ?? "";
  const current = name in pages ? name : "index.html";
  const page = pages[current] ?? home;
  const shop: Shop = { brand, language, query, words: words(language), redraw };
  function redraw(): void {
    render(layout(shop, current, page.body(shop)), root);
  }
  document.documentElement.lang = language;
  document.documentElement.dataset["brand"] = brand.id;
  document.title = `${page.title(shop)} · ${brand.name}`;
  redraw();
  runClocks();
  addScripts(brand, serviceOrigin(new URL(location.href)), language);
}

const root = document.getElementById("shop");
if (root) open(root);
