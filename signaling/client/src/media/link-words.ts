import type { LinkReading, LinkVerdict } from "./link-quality.ts";

/** What a person reads about the connection. */
export interface LinkWords {
  /** Two or three words beside the indicator. */
  label: string;
  /** One sentence that says why. */
  why: string;
  /** Figures for who wants them, e.g. « 1920 × 1080 · 30 images/s · 42 ms »; may be empty. */
  figures: string;
}

const labels = {
  fr: {
    good: "Bonne connexion",
    fair: "Connexion moyenne",
    poor: "Mauvaise connexion",
    unknown: "Mesure en cours…",
  },
  en: {
    good: "Good connection",
    fair: "Fair connection",
    poor: "Poor connection",
    unknown: "Measuring…",
  },
} as const;

const reasons = {
  fr: {
    none: "L’image circule sans encombre.",
    latency: "Le trajet est long\u00a0: l’image arrive avec un léger retard.",
    loss: "Le réseau perd des données\u00a0: l’image peut sauter ou se brouiller.",
    bandwidth: "Le débit est limité\u00a0: l’image est moins fluide ou moins nette.",
    cpu: "L’ordinateur qui partage est très occupé\u00a0: l’image est moins fluide.",
    freezes: "L’image s’est figée par moments.",
  },
  en: {
    none: "The picture travels freely.",
    latency: "The path is long: the picture arrives a little late.",
    loss: "The network loses data: the picture may skip or blur.",
    bandwidth: "Bandwidth is short: the picture is less fluid or less sharp.",
    cpu: "The sharing computer is very busy: the picture is less fluid.",
    freezes: "The picture froze at times.",
  },
} as const;

/** Puts a verdict into words. */
export function linkWords(
  verdict: LinkVerdict,
  language: "fr" | "en",
  reading: LinkReading = {},
): LinkWords {
  const unknown = verdict.level === "unknown";
  return {
    label: labels[language][verdict.level],
    why: unknown ? "" : reasons[language][verdict.cause],
    figures: figures(reading, language),
  };
}

function figures(reading: LinkReading, language: "fr" | "en"): string {
  const { width, height, framesPerSecond, rttMs } = reading;
  const rate = language === "fr" ? "images/s" : "frames/s";
  return [
    width && height && `${width} × ${height}`,
    framesPerSecond !== undefined && `${Math.round(framesPerSecond)}\u00a0${rate}`,
    rttMs !== undefined && `${Math.round(rttMs)}\u00a0ms`,
  ]
    .filter(Boolean)
    .join(" · ");
}
