import componentsText from "./components.css";
import tokensText from "./tokens.css";

/** Text of `tokens.css`: only for shadow roots in foreign pages. */
export const tokensCss = tokensText;
/** Text of `components.css`. */
export const componentsCss = componentsText;

const sheets = new Map<string, CSSStyleSheet>();

/** The constructed sheet of a text, made once per document and shared between shadow roots. */
export function sheet(text: string): CSSStyleSheet {
  let made = sheets.get(text);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(text);
    sheets.set(text, made);
  }
  return made;
}
