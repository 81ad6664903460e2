// What joins a conversation of Chatwoot and a share of Visavis.
import { createHmac } from "node:crypto";
import { Refused } from "./visavis.mjs";
import { ending, invitation } from "./words.mjs";

/** Chatwoot did not take the message with the link. */
export class NotWritten extends Error {}

/** The adapter itself, where no agent is at hand: it looks sessions up and never asks for a share. */
const ADAPTER = { id: "chatwoot-adapter", name: "Chatwoot" };
const OPEN_ALREADY = ["request-open", "visitor-busy"];

export class Shares {
  #settings;
  #chatwoot;
  #visavis;

  /**
   * @param {import("./settings.mjs").Settings} settings
   * @param {import("./chatwoot.mjs").Chatwoot} chatwoot
   * @param {import("./visavis.mjs").Visavis} visavis
   */
  constructor(settings, chatwoot, visavis) {
    this.#settings = settings;
    this.#chatwoot = chatwoot;
    this.#visavis = visavis;
  }

  /** The visitor whom the website named, else one for this conversation alone that nobody can guess. */
  visitorOf(conversation) {
    return conversation.visitorId ?? this.#ownVisitor(conversation.id);
  }

  /** The name under which Visavis knows a conversation. */
  nameOf(conversationId) {
    return `chatwoot:${this.#settings.account}:${conversationId}`;
  }

  /** A Chatwoot agent as Visavis is told of them. */
  personOf(agent) {
    return { id: `chatwoot-${agent.id}`, name: agent.name };
  }

  /**
   * Asks by a link and writes it into the conversation. A request of the same agent that still waits is
   * sent again; one that cannot be written is taken back.
   *
   * @returns {Promise<string>} until when the link is good
   * @throws {Refused | NotWritten | import("./outgoing.mjs").Unreachable}
   */
  async sendLink(agent, conversation) {
    const person = this.personOf(agent);
    const session = await this.#requested(person, conversation);
    const language = conversation.language ?? this.#settings.language;
    const left = Date.parse(session.acceptUrlExpiresAt) - Date.now();
    const minutes = Math.max(1, Math.floor(left / 60_000));
    const content = invitation(language, agent.name, session.acceptUrl, minutes);
    const how = await this.#chatwoot.write(conversation.id, content, false).catch(() => "refused");
    if (how !== "written") {
      await this.#visavis.end(session).catch(() => undefined);
      throw new NotWritten("Chatwoot did not take the message");
    }
    return session.acceptUrlExpiresAt;
  }

  /**
   * Ends what is open for a conversation.
   *
   * @returns {Promise<number>} how many shares were ended
   */
  async endOf(conversation) {
    const name = this.nameOf(conversation.id);
    const visitors = new Set([this.visitorOf(conversation), this.#ownVisitor(conversation.id)]);
    let ended = 0;
    for (const visitor of visitors) {
      for (const session of await this.#visavis.open(ADAPTER, visitor)) {
        if (session.conversationId !== name) continue;
        await this.#visavis.end(session);
        ended += 1;
      }
    }
    return ended;
  }

  /**
   * Notes for the agents how a share ended.
   *
   * @param {unknown} data of Visavis' `share.ended`
   * @returns {Promise<boolean>} false where there is no such conversation (any more) to write it into
   * @throws {NotWritten | import("./outgoing.mjs").Unreachable}
   */
  async noteEnding(data) {
    const name = /^chatwoot:(\d{1,10}):(\d{1,15})$/.exec(String(data?.conversationId ?? ""));
    if (name === null || Number(name[1]) !== this.#settings.account) return false;
    const note = ending(this.#settings.language, data.reason, data.durations?.liveMs);
    const how = await this.#chatwoot.write(Number(name[2]), note, true);
    if (how === "refused") throw new NotWritten("Chatwoot did not take the note");
    return how === "written";
  }

  #ownVisitor(conversationId) {
    const sum = createHmac("sha256", this.#settings.secret).update(this.nameOf(conversationId));
    return `cw-${sum.digest("base64url")}`;
  }

  async #requested(person, conversation) {
    const visitor = this.visitorOf(conversation);
    try {
      return await this.#visavis.requestByLink(person, visitor, this.nameOf(conversation.id));
    } catch (failure) {
      if (!(failure instanceof Refused) || !OPEN_ALREADY.includes(failure.code)) throw failure;
      const open = await this.#visavis.open(person, visitor);
      const waiting = open.find(
        ({ agent, acceptUrl }) => agent.id === person.id && typeof acceptUrl === "string",
      );
      if (waiting === undefined) throw failure;
      return waiting;
    }
  }
}
