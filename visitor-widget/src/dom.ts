import { iconElement, type IconName } from "../design/icons.ts";

type Child = Node | string | false | undefined;
type Value = string | number | boolean | undefined | ((event: never) => void);

/**
 * A new element. `class` and names with a dash become attributes, `on…` listeners, everything else
 * properties; `undefined` is left out. Text is only ever text.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value as unknown as EventListener);
    } else if (name === "class" || name === "role" || name.includes("-")) {
      element.setAttribute(name, `${value as string | number}`);
    } else {
      Object.assign(element, { [name]: value });
    }
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

/** A button of the design system, with an optional drawing before its text. */
export function button(
  text: string,
  look: string,
  testId: string,
  onclick: (event: MouseEvent) => void,
  drawing?: IconName,
): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: `vv-button ${look}`, "data-testid": testId, onclick },
    drawing && iconElement(drawing),
    text,
  );
}
