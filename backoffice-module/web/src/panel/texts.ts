import type { Catalogue, Translate } from "../shared/language.ts";
import { english } from "./texts.en.ts";
import { french } from "./texts.fr.ts";

/** The keys of the panel's texts. */
export type PanelText = keyof typeof french;

/** Gives the panel's words. */
export type PanelWords = Translate<PanelText>;

/** The panel's texts in both languages. */
export const panelTexts: Catalogue<PanelText> = { fr: french, en: english };
