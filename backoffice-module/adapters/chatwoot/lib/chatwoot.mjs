// The part of Chatwoot's application API that the adapter needs.
import { createHmac, timingSafeEqual } from "node:crypto";
import { call } from "./outgoing.mjs";

/** @typedef {{id: number, name: string}} Agent */
/**
 * @typedef {object} Conversation
 * @property {number} id as people see it in Chatwoot
 * @property {string} status
 * @property {string | null} visitorId whom the website named there, where that can be believed
 * @property {"fr" | "en" | null} language of the contact, where Chatwoot knows it
 */

const VISITOR_ID = /^[A-Za-z0-9._:-]{8,128}$/;

/** What the website's script makes: random, and known to one browser only. */
const MADE = /^cw-(?:[0-9a-z]{1,7}-){4}[0-9a-z]{1,7}$/;

/**
 * Whom the website named. Contacts can write that attribute themselves, so an id of the company's own
 * counts only with its signature behind it.
 *
 * @returns {string | null}
 */
function visitorOf(given, { keyId, key }) {
  if (typeof given !== "string") return null;
  if (MADE.test(given)) return given;
  const [, id, signature] = /^([^|]+)\|(.+)$/.exec(given) ?? [];
  if (id === undefined || !VISITOR_ID.test(id)) return null;
  const sum = createHmac("sha256", key).update(`visavis-visitor:${id}`).digest("hex");
  const [said, right] = [signature, `${keyId}.${sum}`].map((text) => Buffer.from(text));
  return said.length === right.length && timingSafeEqual(said, right) ? id : null;
}

/** French or English where a language tag says so; English for every other language. */
function languageOf({ browser_language: browser, conversation_language: detected } = {}) {
  const tag = [detected, browser].find((one) => typeof one === "string" && one !== "");
  if (tag === undefined) return null;
  return /^fr(\W|_|$)/i.test(tag) ? "fr" : "en";
}

/**
 * A conversation as Chatwoot's API and webhooks show it.
 *
 * @returns {Conversation | null} null where it is none
 */
export function conversationOf(shape, settings) {
  if (typeof shape !== "object" || shape === null || !Number.isSafeInteger(shape.id)) return null;
  return {
    id: shape.id,
    status: String(shape.status ?? ""),
    visitorId: visitorOf(shape.custom_attributes?.[settings.attribute], settings),
    language: languageOf(shape.additional_attributes ?? undefined),
  };
}

export class Chatwoot {
  #settings;

  /** @param {import("./settings.mjs").Settings} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  /**
   * Whose access token this is.
   *
   * @returns {Promise<Agent | null>} null where Chatwoot does not know it, or where its owner does not belong to the account
   */
  async agent(accessToken) {
    const { status, body } = await this.#ask("/api/v1/profile", accessToken);
    const accounts = Array.isArray(body?.accounts) ? body.accounts : [];
    const belongs = accounts.some(({ id }) => id === this.#settings.account);
    if (status !== 200 || !belongs || !Number.isSafeInteger(body.id)) return null;
    const name = String(body.available_name || body.name || "").trim();
    return name === "" ? null : { id: body.id, name: name.slice(0, 200) };
  }

  /**
   * A conversation, asked for with the agent's own token: Chatwoot decides whether they may see it.
   *
   * @returns {Promise<Conversation | null>} null where it does not exist or is not theirs to see
   */
  async conversation(accessToken, id) {
    const { status, body } = await this.#ask(this.#path(id), accessToken);
    const conversation = conversationOf(body, this.#settings);
    return status === 200 && conversation?.id === id ? conversation : null;
  }

  /**
   * Writes as the bot.
   *
   * @param {boolean} isPrivate a note for agents only
   * @returns {Promise<"written" | "gone" | "refused">} `gone`: the conversation is no longer there
   */
  async write(id, content, isPrivate) {
    const { status } = await call(
      "Chatwoot",
      `${this.#settings.chatwoot}${this.#path(id)}/messages`,
      {
        method: "POST",
        headers: { api_access_token: this.#settings.botToken },
        body: { content, message_type: "outgoing", content_type: "text", private: isPrivate },
      },
    );
    if (status >= 200 && status < 300) return "written";
    return status === 404 ? "gone" : "refused";
  }

  #path(id) {
    return `/api/v1/accounts/${this.#settings.account}/conversations/${id}`;
  }

  #ask(path, accessToken) {
    return call("Chatwoot", this.#settings.chatwoot + path, {
      headers: { api_access_token: accessToken },
    });
  }
}
