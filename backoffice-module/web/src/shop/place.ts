import { brume } from "./brume.ts";
import type { Brand } from "./brand.ts";
import { lumen } from "./lumen.ts";

/** The shop of a host name: `atelier.…` is the ceramics workshop, anything else the lamp shop. */
export function brandOf(hostname: string): Brand {
  return hostname.startsWith("atelier.") ? brume : lumen;
}

/**
 * The origin Visavis runs on, seen from the shop: the same port without the first label
 * (`http://shop.localhost:8080` → `http://localhost:8080`). A real site has this written in its
 * script tag; a demonstration must find out which port it was started on.
 */
export function serviceOrigin(url: URL): string {
  const host = url.host.replace(/^(?:shop|atelier)\./, "");
  return `${url.protocol}//${host}`;
}

/** Adds the two script tags of the demonstration: the host's own chat, and Visavis. */
export function addScripts(brand: Brand, service: string, language: string): void {
  const visavis = document.createElement("script");
  visavis.src = `${service}/visavis.js`;
  visavis.dataset["siteKey"] = brand.siteKey;
  visavis.dataset["language"] = language;
  // The chat starts it, so that both know the visitor by the same id.
  visavis.dataset["start"] = "manual";
  const chat = document.createElement("script");
  chat.src = `${service}/reference/chat.js`;
  chat.dataset["siteKey"] = brand.siteKey;
  chat.dataset["language"] = language;
  document.head.append(chat, visavis);
}
