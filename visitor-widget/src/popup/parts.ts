import { iconElement, type IconName } from "../../design/icons.ts";
import { h } from "../dom.ts";

/** The top of a screen of the popup: a drawing, what it is about, and one sentence. */
export function head(drawing: IconName, title: string, lead?: string): HTMLElement {
  return h(
    "header",
    {},
    h("span", { class: "mark" }, iconElement(drawing, 26)),
    h("h1", { tabIndex: -1 }, title),
    lead !== undefined &&
      h("p", { class: "lead", "data-part": "lead", "data-testid": "vv-message" }, lead),
  );
}

/** A line that is written into later, for what stands in the way just now. */
export function noticeLine(): HTMLElement {
  return h("p", { class: "vv-banner vv-banner--warning", role: "status", "data-part": "notice" });
}
