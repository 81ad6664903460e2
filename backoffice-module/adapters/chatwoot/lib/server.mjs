// The adapter's routes: the page for the tab, what the page asks, and the two webhooks.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { addressOf } from "./callers.mjs";
import { Chatwoot, conversationOf } from "./chatwoot.mjs";
import { Unreachable } from "./outgoing.mjs";
import {
  bodyOf,
  filesOf,
  headersOf,
  objectOf,
  parsedObject,
  Refusal,
  sendJson,
} from "./requests.mjs";
import { Retries } from "./retries.mjs";
import { NotWritten, Shares } from "./shares.mjs";
import { Allowances, SignIns } from "./sign-ins.mjs";
import { Once, signedByChatwoot, signedByVisavis } from "./signatures.mjs";
import { Refused, Visavis } from "./visavis.mjs";

const WEBHOOK_BYTES = 524_288;
const ACCESS_TOKEN = /^[\x21-\x7e]{16,400}$/;

/** Codes of Visavis that the page has words for; any other becomes `refused`. */
const TOLD = ["not-eligible", "request-open", "visitor-busy", "not-permitted-by-policy"];

export class Adapter {
  #settings;
  #log;
  #chatwoot;
  #visavis;
  #shares;
  #files;
  #signIns = new SignIns();
  /** By address: a stranger who guesses holds up nobody else. */
  #signInTries = new Allowances(30);
  /** By sign-in, and of webhooks by sender: only what proved who it is counts. */
  #asking = new Allowances(120);
  #webhooks = new Allowances(600);
  #deliveries = new Once(600_000);
  #events = new Once(7 * 86_400_000);
  #resolving;

  /**
   * @param {import("./settings.mjs").Settings} settings
   * @param {(line: string) => void} log takes sentences without tokens, names or contents
   * @param {number[]} [pauses] milliseconds between tries to end the share of a resolved conversation
   */
  constructor(settings, log, pauses) {
    this.#settings = settings;
    this.#log = log;
    this.#chatwoot = new Chatwoot(settings);
    this.#visavis = new Visavis(settings);
    this.#shares = new Shares(settings, this.#chatwoot, this.#visavis);
    this.#files = filesOf(settings);
    this.#resolving = new Retries(pauses);
  }

  /** @returns {import("node:http").Server} not yet listening */
  server() {
    const server = createServer((request, response) => void this.#answer(request, response));
    Object.assign(server, { requestTimeout: 10_000, headersTimeout: 5_000, maxConnections: 500 });
    setInterval(() => this.#signIns.dropOver(), 60_000).unref();
    return server;
  }

  async #answer(request, response) {
    for (const [name, value] of Object.entries(headersOf(this.#settings))) {
      response.setHeader(name, value);
    }
    try {
      await this.#route(request, response);
    } catch (failure) {
      const { status, code } = this.#refusalOf(failure);
      if (!response.headersSent) sendJson(response, status, { code });
      // What is left of a body that was too long is not read.
      if (!request.complete) response.on("finish", () => request.destroy());
    }
  }

  #refusalOf(failure) {
    if (failure instanceof Refusal) return failure;
    if (failure instanceof Refused) {
      this.#log(failure.message);
      return { status: 409, code: TOLD.includes(failure.code) ? failure.code : "refused" };
    }
    if (failure instanceof NotWritten) return { status: 502, code: "not-written" };
    if (failure instanceof Unreachable) {
      this.#log(`not reached: ${failure.message}`);
      return {
        status: 502,
        code: failure.message.startsWith("Visavis") ? "visavis-away" : "chatwoot-away",
      };
    }
    this.#log(`a fault of the adapter: ${failure?.stack ?? failure}`);
    return { status: 500, code: "fault" };
  }

  async #route(request, response) {
    const path = (request.url ?? "/").split("?", 1)[0];
    const file = this.#files.get(path);
    if (request.method === "GET" && file !== undefined) {
      response.writeHead(200, { "content-type": file.type, ...file.headers });
      return response.end(file.text);
    }
    switch (`${request.method} ${path}`) {
      case "GET /health":
        return sendJson(response, 200, { status: "up" });
      case "POST /api/sign-in":
        return this.#signIn(request, response);
      case "POST /api/sign-out":
        this.#signIns.remove(bearer(request));
        return response.writeHead(204).end();
      case "POST /api/conversation":
        return this.#conversation(request, response);
      case "POST /api/token":
        return this.#token(request, response);
      case "POST /api/link":
        return this.#link(request, response);
      case "POST /webhooks/chatwoot":
        return this.#hearChatwoot(request, response);
      case "POST /webhooks/visavis":
        return this.#hearVisavis(request, response);
      default:
        throw new Refusal(404, "not-found");
    }
  }

  async #signIn(request, response) {
    if (!this.#signInTries.take(addressOf(request, this.#settings.proxies)))
      throw new Refusal(429, "too-many");
    const { accessToken } = await objectOf(request);
    if (typeof accessToken !== "string" || !ACCESS_TOKEN.test(accessToken)) {
      throw new Refusal(403, "token-refused");
    }
    const agent = await this.#chatwoot.agent(accessToken);
    if (agent === null) throw new Refusal(403, "token-refused");
    this.#log(`agent ${agent.id} signed in`);
    sendJson(response, 200, { session: this.#signIns.add(agent, accessToken), agent });
  }

  /** Who asks, and the conversation they name, looked up at Chatwoot with their own token each time. */
  async #asked(request) {
    const signIn = this.#signIns.find(bearer(request));
    if (signIn === null) throw new Refusal(401, "sign-in");
    if (!this.#asking.take(bearer(request))) throw new Refusal(429, "too-many");
    const { conversation: id } = await objectOf(request);
    if (!Number.isSafeInteger(id) || id < 1) throw new Refusal(404, "unknown-conversation");
    const conversation = await this.#chatwoot.conversation(signIn.accessToken, id);
    if (conversation !== null) return { signIn, conversation };
    if ((await this.#chatwoot.agent(signIn.accessToken)) !== null) {
      throw new Refusal(404, "unknown-conversation");
    }
    this.#signIns.remove(bearer(request));
    throw new Refusal(401, "sign-in");
  }

  async #conversation(request, response) {
    const { conversation } = await this.#asked(request);
    const query = new URLSearchParams({
      site: this.#settings.siteKey,
      visitor: this.#shares.visitorOf(conversation),
      conversation: this.#shares.nameOf(conversation.id),
      header: "0",
    });
    sendJson(response, 200, {
      panel: `${this.#settings.visavis}/panel/?${query}`,
      onSite: conversation.visitorId !== null,
    });
  }

  async #token(request, response) {
    const { signIn, conversation } = await this.#asked(request);
    const person = this.#shares.personOf(signIn.agent);
    const token = this.#visavis.token(person, this.#shares.visitorOf(conversation));
    sendJson(response, 200, { token });
  }

  async #link(request, response) {
    const { signIn, conversation } = await this.#asked(request);
    const until = await this.#shares.sendLink(signIn.agent, conversation);
    this.#log(`agent ${signIn.agent.id} asked by link in conversation ${conversation.id}`);
    sendJson(response, 200, { until });
  }

  async #hearChatwoot(request, response) {
    const raw = await bodyOf(request, WEBHOOK_BYTES);
    const signed = signedByChatwoot(request.headers, raw, this.#settings.webhookSecret);
    const unsigned = request.headers["x-chatwoot-signature"] === undefined;
    if (!signed && !(unsigned && this.#settings.unsignedWebhooks)) {
      throw new Refusal(401, "signature");
    }
    if (!this.#webhooks.take(signed ? "chatwoot" : "unsigned")) throw new Refusal(429, "too-many");
    const event = parsedObject(raw);
    // Chatwoot waits five seconds and is told at once; the signature is remembered beside the
    // delivery's id, since the id is not signed.
    response.writeHead(204).end();
    const delivery = request.headers["x-chatwoot-delivery"];
    const names = [
      ...(delivery === undefined ? [] : [`id ${delivery}`]),
      `body ${createHash("sha256").update(raw).digest("hex")} ${request.headers["x-chatwoot-timestamp"]}`,
    ];
    if (signed && names.some((name) => this.#deliveries.has(name))) return;
    names.forEach((name) => this.#deliveries.add(name));
    try {
      await this.#act(event);
    } catch (failure) {
      // Not done: the same event may come again.
      names.forEach((name) => this.#deliveries.delete(name));
      this.#log(`webhook of Chatwoot: ${failure.message}`);
    }
  }

  async #act(event) {
    const elsewhere =
      event.account?.id !== undefined && event.account.id !== this.#settings.account;
    if (event.event !== "conversation_status_changed" || elsewhere) return;
    const conversation = conversationOf(event, this.#settings);
    if (conversation === null) return;
    const name = String(conversation.id);
    // Open again: whatever is shared now was asked for since.
    if (conversation.status !== "resolved") return this.#resolving.supersede(name);
    await this.#resolving.run(name, async () => {
      const ended = await this.#shares.endOf(conversation);
      if (ended > 0) this.#log(`conversation ${conversation.id} resolved: ${ended} share ended`);
    });
  }

  async #hearVisavis(request, response) {
    const key = this.#settings.visavisWebhookKey;
    if (key === null) throw new Refusal(404, "not-found");
    const raw = await bodyOf(request, WEBHOOK_BYTES);
    if (!signedByVisavis(request.headers, raw, key)) throw new Refusal(401, "signature");
    if (!this.#webhooks.take("visavis")) throw new Refusal(429, "too-many");
    const id = request.headers["webhook-id"];
    const { type, data } = parsedObject(raw);
    // Remembered only once it is written: Visavis tries again after a failure.
    if (type === "share.ended" && !this.#events.has(id)) {
      await this.#shares.noteEnding(data);
      this.#events.add(id);
    }
    response.writeHead(204).end();
  }
}

function bearer(request) {
  return /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
}
