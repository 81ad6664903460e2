import { html, type TemplateResult } from "lit";
import type { Language } from "@visavis/visitor-widget/design";
import { picture } from "./art.ts";
import type { Brand, Product } from "./brand.ts";
import type { Words } from "./words.ts";

/** What every page of the shop is drawn from. */
export interface Shop {
  readonly brand: Brand;
  readonly language: Language;
  readonly words: Words;
  readonly query: URLSearchParams;
  /** Draws the page again after something changed. */
  readonly redraw: () => void;
}

/** A page: its title, and what stands between header and footer. */
export interface Page {
  title(shop: Shop): string;
  body(shop: Shop): TemplateResult;
}

/** An amount in euros, written as the language does. */
export function euros(amount: number, language: Language): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);
}

/** A product as a card that leads to its page; its name is a heading of level 3, or 2 if `high`. */
export function productCard(product: Product, shop: Shop, high = false): TemplateResult {
  const { language } = shop;
  const link = html`<a href="product.html?ref=${product.ref}">${product.name[language]}</a>`;
  return html`<li class="product">
    <div class="frame">${picture(product.look)}</div>
    ${high ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
    <p class="kind">${product.kind[language]}</p>
    <p class="price">${euros(product.price, language)}</p>
  </li>`;
}
