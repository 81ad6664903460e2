import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "@visavis/visitor-widget/design";
import type { Line } from "./conversation.ts";

/** The words a log needs. */
export interface LogTexts {
  readonly you: string;
  readonly sending: string;
  readonly today: string;
  readonly yesterday: string;
}

/** Whose line it is for the reader: their own, a colleague's, or the other side's. */
export type Owner = "mine" | "ours" | "theirs";

/** The first letters of a name, for a round badge: at most two. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}

/** The day of a line in words, in the reader's time zone. */
export function dayName(at: Date, now: Date, language: Language, texts: LogTexts): string {
  const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const ago = Math.round((dayOf(now).getTime() - dayOf(at).getTime()) / 86_400_000);
  if (ago === 0) return texts.today;
  if (ago === 1) return texts.yesterday;
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(at);
}

function bubble(
  line: Line,
  owner: Owner,
  first: boolean,
  texts: LogTexts,
  language: Language,
): TemplateResult {
  const time = new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date(line.at));
  const author = owner === "mine" ? texts.you : line.authorName;
  return html`<li class="line ${owner} ${line.pending ? "pending" : ""}">
    ${
      first
        ? html`<span class="author">${author}</span>`
        : html`<span class="vv-visually-hidden">${author}</span>`
    }
    <p class="bubble" dir="auto">${line.text}</p>
    <time datetime=${line.at}>${line.pending ? texts.sending : time}</time>
  </li>`;
}

/**
 * The lines of a conversation, grouped by day and by author. Text goes through text nodes only:
 * whatever stands in a message stays text.
 */
export function logLines(
  lines: readonly Line[],
  ownerOf: (line: Line) => Owner,
  texts: LogTexts,
  language: Language,
): TemplateResult {
  const now = new Date();
  let day = "";
  let author = "";
  return html`<ol class="lines">
    ${lines.map((line) => {
      const name = dayName(new Date(line.at), now, language, texts);
      const newDay = name !== day;
      const key = `${line.from}:${line.authorName}`;
      const first = newDay || key !== author;
      day = name;
      author = key;
      return html`${newDay ? html`<li class="day">${name}</li>` : nothing}${bubble(
        line,
        ownerOf(line),
        first,
        texts,
        language,
      )}`;
    })}
  </ol>`;
}
