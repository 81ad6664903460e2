import { ChatConnection } from "../chat/connection.ts";
import { Conversation, randomId, type Line } from "../chat/conversation.ts";
import type { ServerMessage, Visitor } from "../chat/protocol.ts";
import { host, type Me } from "./api.ts";

const typingEveryMs = 3000;
const typingLastsMs = 6000;

/** One visitor's conversation as the desk has it. */
export interface Thread {
  readonly lines: readonly Line[];
  /** Whether the newest lines have been fetched. */
  readonly loaded: boolean;
  /** Whether the server has older lines. */
  readonly more: boolean;
  readonly typing: boolean;
}

interface ThreadState {
  readonly conversation: Conversation;
  loaded: boolean;
  more: boolean;
  typing: ReturnType<typeof setTimeout> | null;
}

/**
 * What the agent's backoffice knows from moment to moment: who is on the site, and what is said.
 * Dispatches `change`, and `signed-out` when the server no longer knows the agent.
 */
export class Desk extends EventTarget {
  readonly #me: Me;
  readonly #connection: ChatConnection;
  readonly #visitors = new Map<string, Visitor>();
  readonly #threads = new Map<string, ThreadState>();
  readonly #drafts = new Map<string, string>();
  #welcomed = false;
  #refused = false;
  #toldTyping = 0;

  constructor(me: Me, url: string) {
    super();
    this.#me = me;
    this.#connection = new ChatConnection(url, () => ({ type: "hello", role: "agent" }), {
      heard: (message) => this.#hear(message),
      changed: (online) => this.#online(online),
      turnedAway: () => this.dispatchEvent(new Event("signed-out")),
    });
  }

  open(): void {
    this.#connection.open();
  }

  close(): void {
    this.#connection.close();
  }

  /** "loading" until the first welcome. */
  get state(): "loading" | "online" | "offline" {
    if (this.#connection.online) return "online";
    return this.#welcomed ? "offline" : "loading";
  }

  /** Whether the server turned the last message down. */
  get refused(): boolean {
    return this.#refused;
  }

  /** Who is here first, then by the last sign of life. */
  get visitors(): readonly Visitor[] {
    return Array.from(this.#visitors.values()).sort(
      (a, b) =>
        Number(b.online) - Number(a.online) || Date.parse(b.lastSeenAt) - Date.parse(a.lastSeenAt),
    );
  }

  get unread(): number {
    return this.visitors.reduce((sum, visitor) => sum + visitor.unread, 0);
  }

  visitor(id: string): Visitor | undefined {
    return this.#visitors.get(id);
  }

  /** Fetches a visitor that the live list does not hold. Throws `ApiError`, 404 for an unknown one. */
  async find(id: string): Promise<void> {
    if (this.#visitors.has(id)) return;
    const found = await host.visitor(id);
    if (!this.#visitors.has(id)) this.#visitors.set(id, found);
    this.#changed();
  }

  thread(id: string): Thread {
    const thread = this.#thread(id);
    return {
      lines: thread.conversation.lines,
      loaded: thread.loaded,
      more: thread.more,
      typing: thread.typing !== null,
    };
  }

  /** Fetches the newest lines of a conversation. Throws `ApiError`. */
  async load(id: string): Promise<void> {
    await this.#fetch(id);
  }

  /** Fetches the lines before the oldest one. Throws `ApiError`. */
  async loadOlder(id: string): Promise<void> {
    await this.#fetch(id, this.#thread(id).conversation.oldest?.id);
  }

  /** What the agent has written to this visitor and not sent yet. */
  draft(visitorId: string): string {
    return this.#drafts.get(visitorId) ?? "";
  }

  keepDraft(visitorId: string, text: string): void {
    this.#drafts.set(visitorId, text);
  }

  say(visitorId: string, text: string): void {
    const clientMsgId = randomId();
    this.#refused = false;
    this.#thread(visitorId).conversation.add({
      id: clientMsgId,
      clientMsgId,
      visitorId,
      from: "agent",
      authorName: this.#me.name,
      text,
      at: new Date().toISOString(),
    });
    this.typed(visitorId, false);
    this.#connection.send({ type: "message", visitorId, clientMsgId, text });
    this.#changed();
  }

  /** The agent writes to this visitor, or has stopped. */
  typed(visitorId: string, typing: boolean): void {
    const now = Date.now();
    if (typing ? now - this.#toldTyping < typingEveryMs : this.#toldTyping === 0) return;
    this.#toldTyping = typing ? now : 0;
    this.#connection.send({ type: "typing", visitorId, typing });
  }

  /** The agent has seen everything of this visitor. */
  read(visitorId: string): void {
    if ((this.#visitors.get(visitorId)?.unread ?? 0) > 0) {
      this.#connection.send({ type: "read", visitorId });
    }
  }

  #thread(id: string): ThreadState {
    let thread = this.#threads.get(id);
    if (!thread) {
      thread = { conversation: new Conversation(), loaded: false, more: false, typing: null };
      this.#threads.set(id, thread);
    }
    return thread;
  }

  async #fetch(id: string, before?: string): Promise<void> {
    const { items, more } = await host.messages(id, before);
    const thread = this.#thread(id);
    thread.conversation.merge(items);
    // A second look at the newest lines says nothing about what is older than the oldest known.
    if (before !== undefined || !thread.loaded) thread.more = more;
    thread.loaded = true;
    this.#changed();
  }

  #hear(message: ServerMessage): void {
    if (message.type === "welcome" && message.role === "agent") this.#welcome(message.visitors);
    else if (message.type === "visitor") this.#visitors.set(message.visitor.id, message.visitor);
    else if (message.type === "message") {
      this.#thread(message.message.visitorId).conversation.merge([message.message]);
      if (message.message.from === "visitor") this.#types(message.message.visitorId, false);
    } else if (message.type === "typing" && message.from === "visitor") {
      this.#types(message.visitorId, message.typing);
    } else if (message.type === "error") this.#refused = true;
    this.#changed();
  }

  #welcome(visitors: readonly Visitor[]): void {
    this.#welcomed = true;
    // Who is not in the new list left while we were not listening.
    for (const [id, known] of this.#visitors) {
      this.#visitors.set(id, { ...known, online: false, page: null });
    }
    for (const visitor of visitors) this.#visitors.set(visitor.id, visitor);
    for (const [visitorId, thread] of this.#threads) {
      for (const { clientMsgId, text } of thread.conversation.pending) {
        this.#connection.send({ type: "message", visitorId, clientMsgId, text });
      }
      // Whatever was said meanwhile; a failure shows when the conversation is opened again.
      if (thread.loaded) void this.#fetch(visitorId).catch(() => undefined);
    }
  }

  #types(visitorId: string, typing: boolean): void {
    const thread = this.#thread(visitorId);
    if (thread.typing) clearTimeout(thread.typing);
    thread.typing = null;
    if (!typing) return;
    thread.typing = setTimeout(() => {
      thread.typing = null;
      this.#changed();
    }, typingLastsMs);
  }

  #online(online: boolean): void {
    if (!online) this.#toldTyping = 0;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
