/**
 * The design system shared by widget, popup, panel and backoffice: `tokens.css`, `base.css` (whole
 * pages) and `components.css` as files, the same as text for shadow roots, drawings and languages.
 */
// Carries the type of `*.css` imports into every workspace that uses the design system.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./css.d.ts" />
export { icon, iconElement, iconNames, type IconName } from "./icons.ts";
export { frenchSpacing, frenchTexts, pickLanguage, type Language } from "./language.ts";
export { componentsCss, sheet, tokensCss } from "./sheets.ts";
