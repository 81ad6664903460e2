import { html } from "lit";
import { picture } from "./art.ts";
import { euros, type Page } from "./page.ts";

const hourMs = 3_600_000;
const share = 0.8;

function untilNextHour(now: number): number {
  return hourMs - (now % hourMs);
}

/** `mm:ss` of a duration in milliseconds. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/**
 * The page that never stands still: a clock to the hundredth of a second and a bar that runs, so
 * that a shared picture is seen to be live.
 */
export const flash: Page = {
  title: (shop) => shop.words.saleTitle,
  body: (shop) => {
    const { words, brand, language } = shop;
    const at = Math.floor(Date.now() / hourMs) % brand.products.length;
    const item = brand.products[at];
    if (!item) return html``;
    return html`<section class="sale">
      <div class="frame big sway">${picture(item.look)}</div>
      <div>
        <p class="live"><span class="dot" aria-hidden="true"></span>${words.saleLive}</p>
        <h1>${words.saleTitle}</h1>
        <p>${words.saleText}</p>
        <p class="timer">
          ${words.saleEnds} <strong class="countdown" role="timer" aria-live="off">00:00</strong>
        </p>
        <div class="track" aria-hidden="true"><div class="runner"></div></div>
        <p>
          <a href="product.html?ref=${item.ref}">${item.name[language]}</a>,
          <strong class="price">${euros(item.price * share, language)}</strong>
          <small>${words.was} <s>${euros(item.price, language)}</s></small>
        </p>
        <p class="clock">${words.saleNow} <span class="now" aria-live="off"></span></p>
      </div>
      <div class="stripes" aria-hidden="true"></div>
    </section>`;
  },
};

/** Keeps every countdown and clock of the page going, once per frame. */
export function runClocks(): void {
  const text = (selector: string, value: string) => {
    for (const place of document.querySelectorAll(selector)) {
      if (place.textContent !== value) place.textContent = value;
    }
  };
  const tick = () => {
    const now = Date.now();
    const local = new Date(now);
    const hundredths = String(Math.floor(local.getMilliseconds() / 10)).padStart(2, "0");
    const hours = String(local.getHours()).padStart(2, "0");
    text(".countdown", minutesAndSeconds(untilNextHour(now)));
    text(".now", `${hours}:${minutesAndSeconds(now % hourMs)}.${hundredths}`);
    for (const runner of document.querySelectorAll<HTMLElement>(".runner")) {
      runner.style.inlineSize = `${(now % 4000) / 40}%`;
    }
    requestAnimationFrame(tick);
  };
  tick();
}
