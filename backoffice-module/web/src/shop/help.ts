import { html } from "lit";
import { euros, type Page } from "./page.ts";

/** Questions, and an invented customer account. */
export const help: Page = {
  title: (shop) => shop.words.help,
  body: ({ words, brand, language }) => {
    const sample = brand.products[1];
    const date = (year: number, month: number, day: number) =>
      new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(year, month, day));
    return html`<h1>${words.help}</h1>
      <div class="checkout">
        <section>
          <h2>${words.questions}</h2>
          ${words.faq.map(
            ([question, answer]) =>
              html`<details>
                <summary>${question}</summary>
                <p>${answer}</p>
              </details>`,
          )}
        </section>
        <section class="account">
          <h2>${words.account}</h2>
          <p class="fine">${words.accountText}</p>
          <dl>
            <dt>${words.name}</dt>
            <dd>Ida Belleville</dd>
            <dt>${words.email}</dt>
            <dd>ida@example.org</dd>
            <dt>${words.member}</dt>
            <dd>${date(2021, 3, 12)}</dd>
            <dt>${words.lastOrder}</dt>
            <dd>
              ${sample ? `${sample.name[language]}, ${euros(sample.price, language)}` : ""} ·
              ${words.statusReady}
            </dd>
          </dl>
        </section>
      </div>`;
  },
};
