import { html, type TemplateResult } from "lit";
import { readBasket, setQuantity } from "./basket.ts";
import { picture } from "./art.ts";
import type { Product } from "./brand.ts";
import { euros, type Page, type Shop } from "./page.ts";

const chosenDayPrice = 12;
const state = { placed: false, chosenDay: false };

function rows(shop: Shop): readonly (readonly [Product, number])[] {
  const basket = readBasket();
  return shop.brand.products.flatMap((product) => {
    const quantity = basket.get(product.ref);
    return quantity ? [[product, quantity] as const] : [];
  });
}

function basketRow([product, quantity]: readonly [Product, number], shop: Shop): TemplateResult {
  const { words, language } = shop;
  const name = product.name[language];
  const change = (to: number) => {
    setQuantity(product.ref, to);
    shop.redraw();
  };
  return html`<li class="row">
    <div class="thumb">${picture(product.look)}</div>
    <a class="name" href="product.html?ref=${product.ref}">${name}</a>
    <input
      type="number"
      min="1"
      max="20"
      aria-label="${words.quantity}, ${name}"
      .value=${String(quantity)}
      @change=${(event: Event) =>
        change(Math.max(1, Number((event.target as HTMLInputElement).value) || 1))}
    />
    <span class="price">${euros(product.price * quantity, language)}</span>
    <button class="plain" type="button" @click=${() => change(0)}>
      ${words.remove}<span class="hidden"> ${name}</span>
    </button>
  </li>`;
}

function field(label: string, name: string, autocomplete: string, type = "text"): TemplateResult {
  return html`<label class="field ${name}"
    >${label}
    <input name=${name} type=${type} autocomplete=${autocomplete} required />
  </label>`;
}

function form(shop: Shop): TemplateResult {
  const { words } = shop;
  const place = (event: SubmitEvent) => {
    event.preventDefault();
    for (const [product] of rows(shop)) setQuantity(product.ref, 0);
    state.placed = true;
    shop.redraw();
  };
  const deliver = (chosenDay: boolean) => () => {
    state.chosenDay = chosenDay;
    shop.redraw();
  };
  return html`<form class="order" @submit=${place}>
    <h2>${words.delivery}</h2>
    ${field(words.name, "name", "name")} ${field(words.email, "email", "email", "email")}
    ${field(words.address, "address", "street-address")}
    ${field(words.postcode, "postcode", "postal-code")}
    ${field(words.city, "city", "address-level2")}
    <fieldset>
      <legend>${words.delivery}</legend>
      <label
        ><input
          type="radio"
          name="when"
          checked
          @change=${deliver(false)}
        />${words.standard}</label
      >
      <label><input type="radio" name="when" @change=${deliver(true)} />${words.chosen}</label>
    </fieldset>
    <label class="field note">${words.note}<textarea name="note" rows="3"></textarea></label>
    <p class="fine">${words.noPayment}</p>
    <button class="action">${words.place}</button>
  </form>`;
}

/** Basket and order form; nothing leaves the browser. */
export const checkout: Page = {
  title: (shop) => shop.words.basket,
  body: (shop) => {
    const { words, language } = shop;
    const lines = rows(shop);
    if (state.placed) {
      return html`<h1>${words.order}</h1>
        <p class="done" role="status">${words.placed}</p>`;
    }
    if (lines.length === 0) {
      return html`<h1>${words.basket}</h1>
        <p>${words.empty}</p>
        <p><a class="action" href="collection.html">${words.discover}</a></p>`;
    }
    const goods = lines.reduce((sum, [product, quantity]) => sum + product.price * quantity, 0);
    const total = goods + (state.chosenDay ? chosenDayPrice : 0);
    return html`<h1>${words.basket}</h1>
      <div class="checkout">
        <div>
          <ul class="rows">
            ${lines.map((line) => basketRow(line, shop))}
          </ul>
          <p class="total" role="status">
            ${words.total} <strong>${euros(total, language)}</strong>
          </p>
        </div>
        ${form(shop)}
      </div>`;
  },
};
