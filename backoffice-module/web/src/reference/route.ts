/** The parts of a visitor's record. */
export const recordTabs = ["chat", "share", "history"] as const;
export type RecordTab = (typeof recordTabs)[number];

/** A place in the backoffice. */
export type Route =
  | { readonly at: "visitors" }
  | { readonly at: "record"; readonly visitorId: string; readonly tab: RecordTab }
  | { readonly at: "settings" };

/** The place a location hash names; the visitor list for anything unknown. */
export function readRoute(hash: string): Route {
  const [section, id, tab] = hash.replace(/^#\/?/, "").split("/");
  if (section === "settings") return { at: "settings" };
  if (section !== "visitors" || !id) return { at: "visitors" };
  const known = recordTabs.find((name) => name === tab) ?? "chat";
  return { at: "record", visitorId: decode(id), tab: known };
}

/** The link to a tab of a record. */
export function recordLink(visitorId: string, tab: RecordTab = "chat"): string {
  return `#/visitors/${encodeURIComponent(visitorId)}/${tab}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
