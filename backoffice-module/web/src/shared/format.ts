import type { Language } from "./language.ts";

/**
 * A duration as a clock shows it: `0:07`, `12:34`, `1:02:03`.
 *
 * @param milliseconds negative counts as zero
 */
export function clock(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const seconds = String(total % 60).padStart(2, "0");
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}`
    : `${minutes}:${seconds}`;
}

/** A duration in words short enough for a table: `45 s`, `3 min 05 s`, `1 h 05 min`; never nothing. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const two = (part: number): string => String(part).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds}\u00a0s`;
  if (minutes < 60) return `${minutes}\u00a0min\u00a0${two(seconds % 60)}\u00a0s`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${two(minutes % 60)}\u00a0min`;
}

/** A share of one as a person of that language writes it: `42 %`, `42%`. */
export function percent(share: number, language: Language): string {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "percent" }).format(share);
}

/** A day and time of day as a person of that language writes it, in the browser's time zone. */
export function dateTime(instant: string, language: Language): string {
  return formatInstant(instant, language, { dateStyle: "medium", timeStyle: "short" });
}

/** A time of day as a person of that language writes it, in the browser's time zone. */
export function timeOfDay(instant: string, language: Language): string {
  return formatInstant(instant, language, { timeStyle: "short" });
}

/** A day as a person of that language writes it, in the browser's time zone. */
export function day(instant: string, language: Language): string {
  return formatInstant(instant, language, { dateStyle: "long" });
}

function formatInstant(
  instant: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", options).format(date);
}
