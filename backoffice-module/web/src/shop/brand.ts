import type { Language } from "@visavis/visitor-widget/design";
import type { Shape } from "./art.ts";

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** What a product looks like: a drawing and its two colours. */
export interface Look {
  readonly shape: Shape;
  readonly body: string;
  readonly detail: string;
}

/** Something in the shop. `price` is in euros. */
export interface Product {
  readonly ref: string;
  readonly name: Bilingual;
  readonly kind: Bilingual;
  readonly text: Bilingual;
  readonly size: string;
  readonly price: number;
  readonly look: Look;
}

/** A fictitious shop: everything that differs between the demonstration accounts. */
export interface Brand {
  readonly id: string;
  readonly siteKey: string;
  readonly name: string;
  readonly claim: Bilingual;
  readonly intro: Bilingual;
  readonly collection: Bilingual;
  readonly story: Bilingual;
  readonly products: readonly Product[];
}
