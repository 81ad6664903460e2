import type { PreviewFacts } from "@visavis/visitor-widget/preview";

/** What the account admin's page asks the preview to show. */
export interface PreviewWish {
  readonly source: "visavis-admin";
  readonly what: "popup" | "card" | "accept";
  readonly theme: "light" | "dark";
  readonly facts: PreviewFacts;
}

/** Whether a message is such a wish; its sender has been checked. */
export function isPreviewWish(data: unknown): data is PreviewWish {
  return (
    typeof data === "object" && data !== null && "source" in data && data.source === "visavis-admin"
  );
}
