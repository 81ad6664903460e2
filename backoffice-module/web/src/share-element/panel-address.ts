/** Attributes of the element that go into the panel's address, and their names there. */
const PARAMETERS = {
  site: "site",
  visitor: "visitor",
  conversation: "conversation",
  lang: "lang",
  theme: "theme",
} as const;

/** What the panel may hide, as words of the attribute `hide`. */
const PARTS = ["header", "tools", "history"] as const;

/** Attributes whose change asks for another panel. */
export const ADDRESS_ATTRIBUTES: readonly string[] = [...Object.keys(PARAMETERS), "hide"];

/** The panel's address for an element's attributes; null while the site or the visitor is missing. */
export function panelAddress(
  service: string,
  attribute: (name: string) => string | null,
): string | null {
  const url = new URL("/panel/", service);
  for (const [name, parameter] of Object.entries(PARAMETERS)) {
    const value = attribute(name);
    if (value !== null && value !== "") url.searchParams.set(parameter, value);
  }
  const hidden = (attribute("hide") ?? "").split(/\s+/);
  for (const part of PARTS) if (hidden.includes(part)) url.searchParams.set(part, "0");
  return url.searchParams.has("site") && url.searchParams.has("visitor") ? url.href : null;
}
