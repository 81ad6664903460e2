import { iconElement, type IconName } from "../../design/icons.ts";
import { componentsCss, sheet, tokensCss } from "../../design/sheets.ts";
import { button, h } from "../dom.ts";
import { speaker } from "../words/phrases.ts";
import { Attention } from "../attention.ts";
import cardCss from "./card.css";
import {
  cardView,
  type CardButton,
  type CardPress,
  type CardView,
  type PrivacyLine,
} from "./card-view.ts";
import { cardWords } from "./card-words.ts";
import type { CardActions, CardState, MountCard } from "./contract.ts";

const drawings: Record<CardView["tone"], IconName> = {
  request: "screen-share",
  live: "eye",
  calm: "screen-share",
  warning: "warning",
};

/** A page that takes the card away again and again is not fought with for ever. */
const MOST_RETURNS = 50;

/** See {@link MountCard}. The shadow root is closed: the host's styles and scripts stay out of it. */
export const mountCard: MountCard = (target, actions) => {
  const host = document.createElement("visavis-card");
  const root = host.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [sheet(tokensCss), sheet(componentsCss), sheet(cardCss)];
  const region = h("section", { class: target ? "card card--inline" : "card" });
  const live = h("p", { class: "vv-visually-hidden", "aria-live": "assertive", role: "alert" });
  root.append(region, live);
  place();

  // A page that swaps its contents takes the card along; a share must not lose its stop button.
  let times = 0;
  const watch = new MutationObserver(() => {
    if (host.isConnected || ++times > MOST_RETURNS) return;
    if (target?.isConnected === false) actions.lost();
    else place();
  });
  watch.observe(document, { childList: true, subtree: true });

  function place(): void {
    (target ?? document.body).append(host);
  }

  const attention = new Attention();
  let drawn = "";
  let said = "";
  let clock: ReturnType<typeof setInterval> | undefined;

  function draw(state: CardState): void {
    const view = cardView(state);
    host.setAttribute("data-vv-state", view.phase);
    const key = JSON.stringify([view, state.popupUrl, state.language]);
    if (key === drawn) return;
    drawn = key;
    region.lang = live.lang = state.language;
    region.setAttribute("aria-label", speaker(cardWords, state.language)("region"));
    region.dataset["tone"] = view.tone;
    const focused = root.activeElement?.getAttribute("data-testid");
    region.replaceChildren(...contents(view, state, actions));
    // A redraw must not take the keyboard's place away.
    if (focused) focus(region, focused);
    tell(view);
  }

  function tell(view: CardView): void {
    const about = `${view.phase} ${view.late}`;
    if (about === said) return;
    const sameMatter = said.startsWith(`${view.phase} `);
    said = about;
    attention.clear();
    // A deadline that is over without an end of its own is nothing to say.
    if (sameMatter && !view.late) return;
    const title = /[.!?…]$/.test(view.title) ? view.title : `${view.title}.`;
    live.textContent = sameMatter ? view.footnote : `${title} ${view.text}`;
    if (view.alert) attention.call(view.alert, sameMatter ? view.footnote : view.title);
  }

  return {
    show(state) {
      clearInterval(clock);
      draw(state);
      // What is said of a deadline changes with time alone.
      if (state.session.deadline) clock = setInterval(() => draw(state), 1_000);
    },
    remove() {
      clearInterval(clock);
      attention.clear();
      watch.disconnect();
      host.remove();
    },
  };
};

function focus(region: HTMLElement, testId: string): void {
  const same = region.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  (same ?? region.querySelector<HTMLElement>(".vv-button"))?.focus();
}

function contents(view: CardView, state: CardState, actions: CardActions): Node[] {
  const text = h("div", { class: "words" }, h("h2", {}, view.title));
  if (view.text) text.append(h("p", {}, view.text));
  const badge = h("span", { class: "mark" }, iconElement(drawings[view.tone], 22));
  const parts: Node[] = [h("div", { class: "top" }, badge, text)];
  if (view.buttons.length > 0) {
    const buttons = view.buttons.map((each) => control(each, state, actions));
    parts.push(h("div", { class: "buttons" }, ...buttons));
  }
  if (view.privacy) parts.push(privacy(view.privacy));
  if (view.footnote) parts.push(h("p", { class: "footnote" }, view.footnote));
  return parts;
}

function privacy({ url, language, text, newTab }: PrivacyLine): HTMLElement {
  return h(
    "p",
    { class: "privacy" },
    h(
      "a",
      {
        href: url,
        hreflang: language,
        target: "_blank",
        rel: "noopener noreferrer",
        "data-testid": "vv-card-privacy",
      },
      text,
      h("span", { class: "vv-visually-hidden" }, ` ${newTab}`),
    ),
  );
}

function control(spec: CardButton, state: CardState, actions: CardActions): HTMLElement {
  const look = spec.look === "plain" ? "" : `vv-button--${spec.look}`;
  const testId = `vv-card-${spec.press}`;
  if (spec.press === "link" && spec.enabled) {
    return h(
      "a",
      {
        class: `vv-button ${look}`,
        href: state.popupUrl,
        target: "_blank",
        rel: "noopener",
        "data-testid": testId,
        onclick: () => actions.followed(),
      },
      iconElement("external", 18),
      spec.text,
    );
  }
  const made = button(spec.text, look, testId, () => press(spec.press, actions));
  made.disabled = !spec.enabled;
  return made;
}

function press(kind: CardPress, actions: CardActions): void {
  if (kind === "accept") actions.accept();
  else if (kind === "decline") actions.decline();
  else if (kind === "stop") actions.stop();
  else if (kind === "dismiss") actions.dismiss();
}
