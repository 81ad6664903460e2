// The part of Visavis' plug-in surface that the adapter needs: agent tokens and REST.
import { createHmac, randomUUID } from "node:crypto";
import { call } from "./outgoing.mjs";

/** @typedef {{id: string, name: string}} Person an agent as Visavis is told of them */

const TOKEN_LIFE_S = 600;
const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A refusal of Visavis, with its code. */
export class Refused extends Error {
  /** @param {number} status @param {string} code */
  constructor(status, code) {
    super(`Visavis answered ${status} ${code}`);
    this.code = code;
  }
}

export class Visavis {
  #settings;

  /** @param {import("./settings.mjs").Settings} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  /**
   * A token for this person, good for ten minutes.
   *
   * @param {Person} person
   * @param {string} [visitorId] the only visitor it is good for
   */
  token(person, visitorId) {
    const now = Math.floor(Date.now() / 1000);
    const head = part({ alg: "HS256", typ: "visavis-agent+jwt", kid: this.#settings.keyId });
    const body = part({
      ...{ iss: this.#settings.siteKey, aud: "visavis", sub: person.id, name: person.name },
      ...{ role: "agent", iat: now, exp: now + TOKEN_LIFE_S, jti: randomUUID() },
      ...(visitorId === undefined ? {} : { visitor: visitorId }),
    });
    const signed = `${head}.${body}`;
    return `${signed}.${createHmac("sha256", this.#settings.key).update(signed).digest("base64url")}`;
  }

  /** Asks the visitor by a link; the new session, with its `acceptUrl`. */
  async requestByLink(person, visitorId, conversationId) {
    return this.#ask(person, visitorId, "POST", "/share-requests", {
      ...{ visitorId, conversationId, delivery: "link" },
    });
  }

  /** The visitor's sessions that have not ended, newest first, as this person may see them. */
  async open(person, visitorId) {
    const query = `?visitorId=${encodeURIComponent(visitorId)}&limit=20`;
    const { items } = await this.#ask(person, visitorId, "GET", `/sessions${query}`);
    return items.filter(({ state }) => state !== "ended");
  }

  /** Ends a session in the name of the agent whose it is. */
  async end(session) {
    await this.#ask(session.agent, session.visitorId, "POST", `/sessions/${session.id}/end`);
  }

  async #ask(person, visitorId, method, path, body) {
    const answer = await call("Visavis", `${this.#settings.visavis}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token(person, visitorId)}` },
      body,
    });
    if (answer.status >= 300) throw new Refused(answer.status, String(answer.body?.code ?? ""));
    return answer.body;
  }
}
