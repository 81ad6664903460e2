import { ChatConnection } from "./connection.ts";
import { Conversation, randomId, type Line } from "./conversation.ts";
import type { AgentPresence, ChatMessage, ServerMessage, VisitedPage } from "./protocol.ts";
import { memory, visitorId } from "./storage.ts";

/** Typing is told at most this often, and forgotten this long after the last word of it. */
const typingEveryMs = 3000;
const typingLastsMs = 6000;

/** Where the chat's server is and whose site this is. */
export interface ChatPlace {
  /** WebSocket URL of the host's chat. */
  readonly url: string;
  readonly siteKey: string;
  readonly language: string;
}

/** The visitor's side of the chat, without anything on screen. Dispatches `change`. */
export class VisitorChat extends EventTarget {
  readonly visitorId = visitorId();
  readonly #conversation = new Conversation();
  readonly #connection: ChatConnection;
  #agents: readonly AgentPresence[] = [];
  #everOnline = false;
  #refused = false;
  #typing = "";
  #typingEnds: ReturnType<typeof setTimeout> | undefined;
  #toldTyping = 0;

  constructor(place: ChatPlace) {
    super();
    this.#connection = new ChatConnection(
      place.url,
      () => ({
        type: "hello",
        role: "visitor",
        siteKey: place.siteKey,
        visitorId: this.visitorId,
        page: currentPage(),
        language: place.language,
      }),
      { heard: (message) => this.#hear(message), changed: (online) => this.#online(online) },
    );
    for (const line of keptOutbox()) this.#conversation.add(line);
  }

  get lines(): readonly Line[] {
    return this.#conversation.lines;
  }
  get agents(): readonly AgentPresence[] {
    return this.#agents;
  }
  /** Name of who is writing, or "". */
  get typing(): string {
    return this.#typing;
  }
  /** Whether a connection there was is gone. */
  get lost(): boolean {
    return this.#everOnline && !this.#connection.online;
  }
  /** Whether the server turned the last message down. */
  get refused(): boolean {
    return this.#refused;
  }
  get unread(): number {
    const since = memory.readUntil;
    return this.lines.filter((line) => line.from === "agent" && Date.parse(line.at) > since).length;
  }

  open(): void {
    this.#connection.open();
  }

  close(): void {
    this.#connection.close();
  }

  /** Everything so far has been seen. */
  read(): void {
    const last = this.lines.findLast((line) => line.from === "agent");
    if (last) memory.readUntil = Math.max(memory.readUntil, Date.parse(last.at));
  }

  say(text: string): void {
    const clientMsgId = randomId();
    this.#refused = false;
    this.#conversation.add({
      id: clientMsgId,
      clientMsgId,
      visitorId: this.visitorId,
      from: "visitor",
      authorName: "",
      text,
      at: new Date().toISOString(),
    });
    this.#keepOutbox();
    this.typed(false);
    this.#connection.send({ type: "message", clientMsgId, text });
    this.#changed();
  }

  /** The visitor writes, or has stopped. */
  typed(typing: boolean): void {
    const now = Date.now();
    if (typing ? now - this.#toldTyping < typingEveryMs : this.#toldTyping === 0) return;
    this.#toldTyping = typing ? now : 0;
    this.#connection.send({ type: "typing", typing });
  }

  #hear(message: ServerMessage): void {
    if (message.type === "welcome" && message.role === "visitor") {
      this.#conversation.merge(message.messages);
      this.#agents = message.agents;
      this.#sendOutbox();
    } else if (message.type === "message") {
      this.#conversation.merge([message.message]);
      this.#keepOutbox();
      if (message.message.from === "agent") this.#agentTypes("");
    } else if (message.type === "typing" && message.from === "agent") {
      this.#agentTypes(message.typing ? message.name : "");
    } else if (message.type === "presence") {
      this.#agents = message.agents;
    } else if (message.type === "error") {
      this.#refused = true;
    }
    this.#changed();
  }

  #sendOutbox(): void {
    this.#keepOutbox();
    for (const { clientMsgId, text } of this.#conversation.pending) {
      this.#connection.send({ type: "message", clientMsgId, text });
    }
  }

  #keepOutbox(): void {
    memory.outbox = JSON.stringify(this.#conversation.pending);
  }

  #agentTypes(name: string): void {
    clearTimeout(this.#typingEnds);
    this.#typing = name;
    if (name === "") return;
    this.#typingEnds = setTimeout(() => {
      this.#typing = "";
      this.#changed();
    }, typingLastsMs);
  }

  #online(online: boolean): void {
    if (online) this.#everOnline = true;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

function currentPage(): VisitedPage {
  // The query may hold what the visitor typed; the agent needs only the place.
  return { title: document.title, url: `${location.origin}${location.pathname}` };
}

function keptOutbox(): readonly ChatMessage[] {
  try {
    return JSON.parse(memory.outbox) as readonly ChatMessage[];
  } catch {
    return [];
  }
}
