// Agents who have shown their Chatwoot access token. It stays in this process' memory and nowhere else.
import { randomBytes } from "node:crypto";

const LIFE_MS = 12 * 3_600_000;
const MOST = 2_000;

/** @typedef {{agent: import("./chatwoot.mjs").Agent, accessToken: string, until: number}} SignIn */

export class SignIns {
  /** @type {Map<string, SignIn>} */
  #held = new Map();

  /** @returns {string} the name under which the browser finds this sign-in again */
  add(agent, accessToken, now = Date.now()) {
    this.dropOver(now);
    if (this.#held.size >= MOST) this.#held.delete(this.#held.keys().next().value);
    const name = randomBytes(32).toString("base64url");
    this.#held.set(name, { agent, accessToken, until: now + LIFE_MS });
    return name;
  }

  /** Forgets what is over, also where nobody asks for it any more. */
  dropOver(now = Date.now()) {
    // In the order in which they end.
    for (const [name, { until }] of this.#held) {
      if (until > now) break;
      this.#held.delete(name);
    }
  }

  get size() {
    return this.#held.size;
  }

  /** @returns {SignIn | null} */
  find(name, now = Date.now()) {
    const found = this.#held.get(name) ?? null;
    if (found !== null && found.until > now) return found;
    this.#held.delete(name);
    return null;
  }

  remove(name) {
    this.#held.delete(name);
  }
}

/** So many at once, and so many a minute after that, for each name. */
export class Allowances {
  #perMinute;
  #held = new Map();

  constructor(perMinute) {
    this.#perMinute = perMinute;
  }

  take(name, now = Date.now()) {
    const held = this.#held.get(name) ?? new Allowance(this.#perMinute, now);
    this.#held.delete(name);
    this.#held.set(name, held);
    if (this.#held.size > MOST) this.#held.delete(this.#held.keys().next().value);
    return held.take(now);
  }
}

class Allowance {
  #left;
  #perMinute;
  #at;

  constructor(perMinute, now = Date.now()) {
    this.#left = perMinute;
    this.#perMinute = perMinute;
    this.#at = now;
  }

  take(now = Date.now()) {
    const grown = this.#left + ((now - this.#at) / 60_000) * this.#perMinute;
    this.#at = now;
    this.#left = Math.min(this.#perMinute, grown);
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
