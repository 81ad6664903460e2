import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { DirectiveResult } from "lit/directive.js";
import { icon, type IconName } from "@visavis/visitor-widget/design";

/** A drawing of the design system inside a Lit template; kept as long as it is the same. */
export function drawing(name: IconName, size = 20): DirectiveResult {
  return unsafeHTML(icon(name, size));
}
