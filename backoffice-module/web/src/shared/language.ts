import { frenchSpacing, type Language } from "@visavis/visitor-widget/design";

export type { Language };

/** Values for the `{name}` placeholders of a text. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the text of a key in one language. */
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string;

/** A page's texts: French sets the keys, English must have them all. */
export interface Catalogue<Key extends string> {
  readonly fr: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/**
 * Makes the {@link Translate} of one language. Unknown placeholders stay as they are; French
 * texts get their unbreakable spaces here, so that catalogues are written with plain ones.
 */
export function translator<Key extends string>(
  catalogue: Catalogue<Key>,
  language: Language,
): Translate<Key> {
  return (key, values = {}) => {
    const filled = catalogue[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : String(value);
    });
    return language === "fr" ? frenchSpacing(filled) : filled;
  };
}
