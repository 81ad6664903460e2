import { accept, card, popup, type Preview } from "@visavis/visitor-widget/preview";
import { isPreviewWish, type PreviewWish } from "./wish.ts";

/** The visitor's own sheets, so that the preview is what visitors see and no likeness of it. */
const SHEETS: Readonly<Record<PreviewWish["what"], string>> = {
  popup: "../popup/popup.css",
  accept: "../accept/accept.css",
  card: "page.css",
};

const VIEWS: Readonly<Record<PreviewWish["what"], (main: HTMLElement) => Preview>> = {
  popup,
  accept,
  card,
};

const look = document.getElementById("look");
let shown: { readonly what: PreviewWish["what"]; readonly view: Preview } | null = null;
let main: HTMLElement | null = null;
// Nothing in here is to be pressed or reached.
document.body.inert = true;

const size = new ResizeObserver(tellHeight);
window.addEventListener("message", (event) => {
  const known = event.source === window.parent && event.origin === window.location.origin;
  if (known && isPreviewWish(event.data)) draw(event.data);
});
if (window.parent !== window) tell({ type: "ready" });

function draw({ what, theme, facts }: PreviewWish): void {
  document.documentElement.dataset["theme"] = theme;
  document.documentElement.lang = facts.language;
  if (shown?.what !== what) {
    shown?.view.remove();
    main = document.createElement("main");
    document.body.replaceChildren(main);
    wear(SHEETS[what]);
    shown = { what, view: VIEWS[what](main) };
    size.disconnect();
    size.observe(main);
  }
  shown.view.show(facts);
}

function wear(address: string): void {
  const sheet = new URL(address, document.baseURI).href;
  if (!(look instanceof HTMLLinkElement) || look.href === sheet) return;
  look.onload = tellHeight;
  look.href = sheet;
}

function tellHeight(): void {
  if (main === null) return;
  tell({ type: "height", height: Math.ceil(main.getBoundingClientRect().bottom) });
}

function tell(message: object): void {
  window.parent.postMessage({ source: "visavis-preview", ...message }, window.location.origin);
}
