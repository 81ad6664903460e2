import type { Language } from "@visavis/visitor-widget/design";

/** How long ago, in words: "5 minutes ago". */
export function ago(at: string, language: Language, now = Date.now()): string {
  const seconds = Math.min(0, Math.round((Date.parse(at) - now) / 1000));
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (seconds > -60) return words.format(0, "second");
  if (seconds > -3600) return words.format(Math.round(seconds / 60), "minute");
  if (seconds > -86_400) return words.format(Math.round(seconds / 3600), "hour");
  return words.format(Math.round(seconds / 86_400), "day");
}

/** Date and time of day, in the reader's time zone. */
export function moment(at: string, language: Language): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", style).format(new Date(at));
}

/** A duration as `1 h 02 min`, `3 min 05 s` or `12 s`; never nothing. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const two = (part: number) => String(part).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds}\u00a0s`;
  if (minutes < 60) return `${minutes}\u00a0min ${two(seconds % 60)}\u00a0s`;
  return `${Math.floor(minutes / 60)}\u00a0h ${two(minutes % 60)}\u00a0min`;
}
