// Reading requests and writing answers: bounded, and with headers that let nothing in.
import { readFileSync } from "node:fs";

/** A request that is refused, with the status and the code of the answer. */
export class Refusal extends Error {
  /** @param {number} status @param {string} code */
  constructor(status, code) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {number} most bytes
 * @returns {Promise<Buffer>}
 */
export async function bodyOf(request, most) {
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > most) throw new Refusal(413, "too-long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** A JSON object; only `application/json`, which no form of another site can send. */
export async function objectOf(request) {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    throw new Refusal(415, "not-json");
  }
  return parsedObject(await bodyOf(request, 8_192));
}

/** @param {Buffer} raw */
export function parsedObject(raw) {
  let value;
  try {
    value = JSON.parse(raw.toString("utf8"));
  } catch {
    throw new Refusal(400, "not-json");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refusal(400, "not-json");
  }
  return value;
}

/** Websites load this one, also those that ask for it by `Cross-Origin-Embedder-Policy`. */
const FOR_WEBSITES = {
  "cross-origin-resource-policy": "cross-origin",
  "cache-control": "public, max-age=300",
};

const FILES = {
  "/": ["page/tab.html", "text/html"],
  "/tab.js": ["page/tab.js", "text/javascript"],
  "/session.js": ["page/session.js", "text/javascript"],
  "/windows.js": ["page/windows.js", "text/javascript"],
  "/words.js": ["page/words.js", "text/javascript"],
  "/tab.css": ["page/tab.css", "text/css"],
  "/visavis-chatwoot.js": ["website/visavis-chatwoot.js", "text/javascript", FOR_WEBSITES],
};

/**
 * The files that are served, with the settings that pages may know written in.
 *
 * @param {import("./settings.mjs").Settings} settings
 * @returns {Map<string, {type: string, text: string, headers: Record<string, string>}>}
 */
export function filesOf({ chatwoot, visavis, siteKey, attribute }) {
  const open = { chatwoot, visavis, siteKey, attribute };
  const files = Object.entries(FILES).map(([path, [file, type, headers = {}]]) => {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
    const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name) => open[name]);
    return /** @type {const} */ ([path, { type: `${type}; charset=utf-8`, text: filled, headers }]);
  });
  return new Map(files);
}

/** Headers of every answer. Only Chatwoot may frame the page, and the page may frame only Visavis. */
export function headersOf({ chatwoot, visavis }) {
  return {
    "content-security-policy":
      `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; ` +
      `frame-src ${visavis}; frame-ancestors ${chatwoot}; base-uri 'none'; form-action 'none'; object-src 'none'`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
}

/** @param {import("node:http").ServerResponse} response */
export function sendJson(response, status, value) {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(value));
}
