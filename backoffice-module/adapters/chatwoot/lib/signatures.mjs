// Whether a webhook is from whom it says: Chatwoot's own signature, and Standard Webhooks of Visavis.
import { createHmac, timingSafeEqual } from "node:crypto";

const WINDOW_S = 300;

function fresh(seconds, now) {
  return /^\d{1,12}$/.test(seconds) && Math.abs(now / 1000 - Number(seconds)) <= WINDOW_S;
}

const same = (one, other) => one.length === other.length && timingSafeEqual(one, other);

/**
 * `sha256=` and the HMAC in hex, over the timestamp, a dot and the body as it came.
 *
 * @param {Record<string, string | undefined>} headers
 * @param {Buffer} raw
 */
export function signedByChatwoot(headers, raw, secret, now = Date.now()) {
  const time = headers["x-chatwoot-timestamp"] ?? "";
  const given = /^sha256=([0-9a-f]{64})$/.exec(headers["x-chatwoot-signature"] ?? "");
  if (secret === "" || given === null || !fresh(time, now)) return false;
  const sum = createHmac("sha256", secret).update(`${time}.`).update(raw).digest();
  return same(sum, Buffer.from(given[1], "hex"));
}

/**
 * Any of the signatures `v1,…`, so that a secret may be rolled.
 *
 * @param {Record<string, string | undefined>} headers
 * @param {Buffer} raw
 * @param {Buffer} key
 */
export function signedByVisavis(headers, raw, key, now = Date.now()) {
  const { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": given } = headers;
  if (!id || !given || !fresh(time ?? "", now)) return false;
  const sum = createHmac("sha256", key).update(`${id}.${time}.`).update(raw).digest();
  return given
    .split(" ")
    .slice(0, 8)
    .some((one) => one.startsWith("v1,") && same(sum, Buffer.from(one.slice(3), "base64")));
}

/** Remembers what was done, so that it is done once. Forgets after a while, and the oldest when full. */
export class Once {
  #seen = new Map();
  #lifeMs;
  #most;

  constructor(lifeMs, most = 10_000) {
    this.#lifeMs = lifeMs;
    this.#most = most;
  }

  has(name, now = Date.now()) {
    return (this.#seen.get(name) ?? 0) > now;
  }

  add(name, now = Date.now()) {
    this.#seen.delete(name);
    if (this.#seen.size >= this.#most) this.#seen.delete(this.#seen.keys().next().value);
    this.#seen.set(name, now + this.#lifeMs);
  }
  delete(name) {
    this.#seen.delete(name);
  }
}
