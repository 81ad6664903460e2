// What the adapter must know, read from the environment and checked before anything starts.

import { proxiesOf } from "./callers.mjs";

/**
 * @typedef {object} Settings
 * @property {string} host address to listen on
 * @property {number} port
 * @property {import("node:net").BlockList} proxies whose `X-Forwarded-For` is believed
 * @property {string} chatwoot origin of Chatwoot
 * @property {number} account the one account of Chatwoot that is served
 * @property {string} botToken access token of the agent bot that writes into conversations
 * @property {string} webhookSecret secret of the account's webhook in Chatwoot
 * @property {boolean} unsignedWebhooks whether webhooks of a Chatwoot that does not sign are heard
 * @property {string} attribute conversation attribute that names the visitor
 * @property {string} visavis origin of Visavis
 * @property {string} siteKey
 * @property {string} keyId
 * @property {string} key HS256 secret
 * @property {Buffer | null} visavisWebhookKey null where Visavis sends no webhooks
 * @property {string} secret of the adapter itself
 * @property {"fr" | "en"} language for notes, and for contacts whose language is not known
 */

/** A setting that cannot be used: its text names it and says what to do. */
export class BadSetting extends Error {}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/;

function origin(name, what) {
  return (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.origin !== text.replace(/\/$/, "")) {
      throw new BadSetting(
        `${name} must be the origin of ${what}, like https://${what}.example.com`,
      );
    }
    if (url.protocol !== "https:" && !(url.protocol === "http:" && LOOPBACK.test(url.hostname))) {
      throw new BadSetting(`${name} must begin with https:// (http:// only on this machine)`);
    }
    return url.origin;
  };
}

function whole(name, least, most) {
  return (text) => {
    if (!/^\d{1,10}$/.test(text) || Number(text) < least || Number(text) > most) {
      throw new BadSetting(`${name} must be a whole number from ${least} to ${most}`);
    }
    return Number(text);
  };
}

function matching(name, pattern, words) {
  return (text) => {
    if (!pattern.test(text)) throw new BadSetting(`${name} ${words}`);
    return text;
  };
}

function webhookKey(text) {
  const key = /^whsec_([A-Za-z0-9+/=]+)$/.exec(text);
  const bytes = key === null ? null : Buffer.from(key[1], "base64");
  if (bytes === null || bytes.length < 24) {
    throw new BadSetting(
      "VISAVIS_WEBHOOK_SECRET must be the text beginning with whsec_ that Visavis showed when the webhook was made",
    );
  }
  return bytes;
}

function proxies(text) {
  const found = proxiesOf(text);
  if (found === null) {
    throw new BadSetting(
      "PROXIES must be addresses or networks like 10.0.0.0/8, separated by commas, or none",
    );
  }
  return found;
}

const TOKEN = /^[\x21-\x7e]{16,400}$/;
const LONG = /^[\x21-\x7e]{32,400}$/;

/** Per setting: how it is read, and what stands for it where it is missing. */
const READERS = {
  host: ["HOST", (text) => text, "127.0.0.1"],
  port: ["PORT", whole("PORT", 1, 65535), "8095"],
  proxies: ["PROXIES", proxies, "127.0.0.0/8,::1"],
  chatwoot: ["CHATWOOT_URL", origin("CHATWOOT_URL", "chatwoot")],
  account: ["CHATWOOT_ACCOUNT_ID", whole("CHATWOOT_ACCOUNT_ID", 1, 2 ** 31 - 1)],
  botToken: [
    "CHATWOOT_BOT_TOKEN",
    matching("CHATWOOT_BOT_TOKEN", TOKEN, "must be the access token of the agent bot"),
  ],
  webhookSecret: [
    "CHATWOOT_WEBHOOK_SECRET",
    matching("CHATWOOT_WEBHOOK_SECRET", TOKEN, "must be the secret of the webhook in Chatwoot"),
  ],
  unsignedWebhooks: [
    "CHATWOOT_WEBHOOK_UNSIGNED",
    (text) =>
      matching("CHATWOOT_WEBHOOK_UNSIGNED", /^(true|false)$/, "must be true or false")(text) ===
      "true",
    "false",
  ],
  attribute: [
    "CHATWOOT_ATTRIBUTE",
    matching("CHATWOOT_ATTRIBUTE", /^[a-z][a-z0-9_]{0,63}$/, "must be the key of an attribute"),
    "visavis_visitor",
  ],
  visavis: ["VISAVIS_URL", origin("VISAVIS_URL", "visavis")],
  siteKey: [
    "VISAVIS_SITE_KEY",
    matching("VISAVIS_SITE_KEY", /^pk_[\w-]{1,120}$/, "must be the site key, beginning with pk_"),
  ],
  keyId: [
    "VISAVIS_KEY_ID",
    matching("VISAVIS_KEY_ID", /^[\x21-\x7e]{1,128}$/, "must be the kid of the key"),
  ],
  key: [
    "VISAVIS_KEY",
    matching("VISAVIS_KEY", LONG, "must be the secret of an HS256 key, 32 characters or more"),
  ],
  visavisWebhookKey: ["VISAVIS_WEBHOOK_SECRET", webhookKey, null],
  secret: [
    "ADAPTER_SECRET",
    matching(
      "ADAPTER_SECRET",
      LONG,
      "must be a random text of 32 characters or more, such as the output of: openssl rand -base64 32",
    ),
  ],
  language: [
    "ADAPTER_LANGUAGE",
    matching("ADAPTER_LANGUAGE", /^(fr|en)$/, "must be fr or en"),
    "en",
  ],
};

function read([name, reader, otherwise], environment) {
  const text = (environment[name] ?? "").trim();
  if (text !== "") return reader(text);
  if (otherwise === null) return null;
  if (otherwise !== undefined) return reader(otherwise);
  // Refused as empty text, so that the sentence says what belongs there.
  if (name !== "CHATWOOT_WEBHOOK_SECRET") return reader("");
  return environment["CHATWOOT_WEBHOOK_UNSIGNED"] === "true" ? "" : reader("");
}

/**
 * @param {Record<string, string | undefined>} environment
 * @returns {Settings}
 * @throws {BadSetting} with a sentence per bad setting
 */
export function settingsOf(environment) {
  const complaints = [];
  const settings = {};
  for (const [name, reader] of Object.entries(READERS)) {
    try {
      settings[name] = read(reader, environment);
    } catch (failure) {
      if (!(failure instanceof BadSetting)) throw failure;
      complaints.push(failure.message);
    }
  }
  if (complaints.length > 0) throw new BadSetting(complaints.join("\n"));
  return /** @type {Settings} */ (settings);
}
