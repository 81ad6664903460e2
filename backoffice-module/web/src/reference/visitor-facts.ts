import { html, type TemplateResult } from "lit";
import type { Language } from "@visavis/visitor-widget/design";
import type { Visitor } from "../chat/protocol.ts";
import type { Texts } from "./texts.ts";
import { ago, moment } from "./times.ts";

function languageName(code: string, language: Language): string {
  try {
    if (code === "") return "–";
    return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What is known of a visitor, as a list. */
export function visitorFacts(visitor: Visitor, words: Texts, language: Language): TemplateResult {
  const { page } = visitor;
  const time = (at: string) =>
    html`<time datetime=${at} title=${moment(at, language)}>${ago(at, language)}</time>`;
  const facts: readonly (readonly [string, unknown])[] = [
    [
      words.factPage,
      page ? html`${page.title}<small dir="ltr">${page.url}</small>` : words.notOnPage,
    ],
    [words.factFirst, time(visitor.firstSeenAt)],
    [words.factLast, time(visitor.lastSeenAt)],
    [words.factVisits, visitor.visits],
    [words.factDevice, words[visitor.device]],
    [words.factBrowser, visitor.browser],
    [words.factLanguage, languageName(visitor.language, language)],
    [words.factId, html`<code>${visitor.id}</code>`],
  ];
  return html`<h2>${words.facts}</h2>
    <dl>
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
}
