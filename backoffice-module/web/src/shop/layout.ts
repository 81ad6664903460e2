import { html, type TemplateResult } from "lit";
import { pieces, readBasket } from "./basket.ts";
import type { Shop } from "./page.ts";

const links = [
  ["index.html", "home"],
  ["collection.html", "collection"],
  ["flash.html", "flash"],
  ["help.html", "help"],
] as const;

function label(shop: Shop, name: (typeof links)[number][1]): string {
  return name === "collection" ? shop.brand.collection[shop.language] : shop.words[name];
}

function header(shop: Shop, current: string): TemplateResult {
  const { brand, words, language } = shop;
  const count = pieces(readBasket());
  return html`<a class="skip" href="#main">${words.skip}</a>
    <header class="top">
      <a class="logo" href="index.html">${brand.name}</a>
      <nav aria-label=${words.menu}>
        ${links.map(
          ([href, name]) =>
            html`<a href=${href} aria-current=${href === current ? "page" : "false"}
              >${label(shop, name)}</a
            >`,
        )}
      </nav>
      <div class="tools">
        ${(["fr", "en"] as const).map(
          (code) =>
            html`<a
              class="lang"
              lang=${code}
              hreflang=${code}
              href="?${withLanguage(shop.query, code)}"
              aria-current=${code === language ? "true" : "false"}
              ><span aria-hidden="true">${code.toUpperCase()}</span
              ><span class="hidden">${code === "fr" ? "Français" : "English"}</span></a
            >`,
        )}
        <a class="basket" href="basket.html"
          ><span aria-hidden="true">${words.basket} <span class="count">${count}</span></span
          ><span class="hidden">${words.basketCount(count)}</span></a
        >
      </div>
    </header>`;
}

function withLanguage(query: URLSearchParams, code: string): string {
  const next = new URLSearchParams(query);
  next.set("lang", code);
  return next.toString();
}

/** Header, content and footer of a page. */
export function layout(shop: Shop, current: string, body: TemplateResult): TemplateResult {
  return html`${header(shop, current)}
    <main id="main" tabindex="-1">${body}</main>
    <footer class="foot">
      <p><strong>${shop.brand.name}</strong> · ${shop.brand.claim[shop.language]}</p>
      <p class="note">${shop.words.demo}</p>
    </footer>`;
}
