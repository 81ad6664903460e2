/**
 * The design system shared by widget, popup, panel and backoffice: `tokens.css`, `base.css` (whole
 * pages) and `components.css` as files, the same as text for shadow roots, drawings and languages.
 */
/// <reference path="./css.d.ts" />
export { icon, iconElement, iconNames, type IconName } from "./icons.ts";
export { frenchSpacing, pickLanguage, type Language } from "./language.ts";
export { componentsCss, sheet, tokensCss } from "./sheets.ts";
