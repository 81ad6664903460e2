import { html } from "lit";
import { picture } from "./art.ts";
import { productCard, type Page } from "./page.ts";

/** The front of the shop. */
export const home: Page = {
  title: (shop) => shop.brand.claim[shop.language],
  body: (shop) => {
    const { brand, words, language } = shop;
    const [first, second, third] = brand.products;
    return html`<section class="hero">
        <div class="pitch">
          <h1>${brand.claim[language]}</h1>
          <p>${brand.intro[language]}</p>
          <a class="action" href="collection.html">${words.discover}</a>
        </div>
        <div class="scene">
          ${[third, first, second].map((product) => (product ? picture(product.look) : ""))}
        </div>
      </section>
      <a class="ribbon" href="flash.html"
        ><span class="dot" aria-hidden="true"></span>${words.saleTitle} · ${words.saleEnds}
        <strong class="countdown" aria-hidden="true">00:00</strong></a
      >
      <section>
        <h2>${words.favourites}</h2>
        <ul class="grid">
          ${brand.products.slice(0, 4).map((product) => productCard(product, shop))}
        </ul>
      </section>
      <section class="promises" aria-label=${words.ourStory}>
        ${words.promises.map(
          (promise, at) =>
            html`<div>
              <h3>${promise}</h3>
              <p>${words.promiseTexts[at]}</p>
            </div>`,
        )}
      </section>
      <section class="story">
        <h2>${words.ourStory}</h2>
        <p>${brand.story[language]}</p>
      </section>`;
  },
};
