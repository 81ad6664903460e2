import { html } from "lit";
import type { Product } from "./brand.ts";
import { productCard, type Page, type Shop } from "./page.ts";

const choice = { kind: "", order: "name" };

function shown(shop: Shop): readonly Product[] {
  const { brand, language } = shop;
  const name = (product: Product) => product.name[language];
  return brand.products
    .filter((product) => choice.kind === "" || product.kind.en === choice.kind)
    .toSorted((a, b) =>
      choice.order === "price" ? a.price - b.price : name(a).localeCompare(name(b), language),
    );
}

/** All products, to be filtered and sorted. */
export const collection: Page = {
  title: (shop) => shop.brand.collection[shop.language],
  body: (shop) => {
    const { brand, words, language } = shop;
    const products = shown(shop);
    const choose = (key: keyof typeof choice) => (event: Event) => {
      choice[key] = (event.target as HTMLSelectElement).value;
      shop.redraw();
    };
    return html`<h1>${brand.collection[language]}</h1>
      <div class="bar">
        <label
          >${words.filter}
          <select @change=${choose("kind")}>
            <option value="">${words.all}</option>
            ${brand.products.map(
              ({ kind }) => html`<option value=${kind.en}>${kind[language]}</option>`,
            )}
          </select>
        </label>
        <label
          >${words.sort}
          <select @change=${choose("order")}>
            <option value="name">${words.sortName}</option>
            <option value="price">${words.sortPrice}</option>
          </select>
        </label>
        <p role="status">${words.results(products.length)}</p>
      </div>
      <ul class="grid">
        ${products.map((product) => productCard(product, shop, true))}
      </ul>`;
  },
};
