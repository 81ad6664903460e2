import { html, nothing, type TemplateResult } from "lit";
import { picture } from "./art.ts";
import { readBasket, setQuantity } from "./basket.ts";
import type { Product } from "./brand.ts";
import { euros, productCard, type Page, type Shop } from "./page.ts";

let added = false;

function chosen(shop: Shop): Product | undefined {
  const ref = shop.query.get("ref");
  return shop.brand.products.find((product) => product.ref === ref);
}

function buyForm(product: Product, shop: Shop): TemplateResult {
  const { words } = shop;
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setQuantity(
      product.ref,
      (readBasket().get(product.ref) ?? 0) + Number(form.get("quantity") ?? 1),
    );
    added = true;
    shop.redraw();
  };
  return html`<form class="buy" @submit=${add}>
      <label
        >${words.quantity} <input type="number" name="quantity" value="1" min="1" max="9" required
      /></label>
      <button class="action">${words.add}</button>
    </form>
    <p class="done" role="status">
      ${added ? html`${words.added} <a href="basket.html">${words.seeBasket}</a>` : nothing}
    </p>`;
}

/** One product. */
export const product: Page = {
  title: (shop) => chosen(shop)?.name[shop.language] ?? shop.brand.collection[shop.language],
  body: (shop) => {
    const { words, language, brand } = shop;
    const item = chosen(shop);
    if (!item) {
      return html`<h1>${words.unknown}</h1>
        <p><a href="collection.html">${words.discover}</a></p>`;
    }
    const others = brand.products.filter((other) => other !== item).slice(0, 4);
    return html`<article class="detail">
        <div class="frame big">${picture(item.look)}</div>
        <div>
          <p class="kind">${item.kind[language]}</p>
          <h1>${item.name[language]}</h1>
          <p class="price">${euros(item.price, language)}</p>
          <p>${item.text[language]}</p>
          <dl>
            <dt>${words.size}</dt>
            <dd>${item.size}</dd>
            <dt>${words.reference}</dt>
            <dd>${item.ref.toUpperCase()}</dd>
          </dl>
          ${buyForm(item, shop)}
        </div>
      </article>
      <section>
        <h2>${words.also}</h2>
        <ul class="grid">
          ${others.map((other) => productCard(other, shop))}
        </ul>
      </section>`;
  },
};
