import type { ChatMessage } from "./protocol.ts";

/** A line on screen: as the server has it, or still on its way. */
export interface Line extends ChatMessage {
  readonly pending: boolean;
}

/**
 * The lines of one conversation in order of time, each once, whatever order and however often they
 * arrive. What this browser sends stands in it at once and is confirmed by the server's echo.
 */
export class Conversation {
  readonly #lines = new Map<string, Line>();

  get lines(): readonly Line[] {
    return Array.from(this.#lines.values()).sort(inOrder);
  }

  get pending(): readonly Line[] {
    return this.lines.filter((line) => line.pending);
  }

  /** The oldest line that the server has; where older ones are asked from. */
  get oldest(): Line | undefined {
    return this.lines.find((line) => !line.pending);
  }

  /** Takes what the server has; returns the lines that were not known before. */
  merge(messages: readonly ChatMessage[]): readonly ChatMessage[] {
    const news = messages.filter((message) => !this.#lines.has(message.clientMsgId));
    for (const message of messages) {
      this.#lines.set(message.clientMsgId, { ...message, pending: false });
    }
    return news;
  }

  /** Adds a line that is on its way. */
  add(message: ChatMessage): void {
    if (!this.#lines.has(message.clientMsgId)) {
      this.#lines.set(message.clientMsgId, { ...message, pending: true });
    }
  }
}

function inOrder(a: Line, b: Line): number {
  if (a.pending !== b.pending) return a.pending ? 1 : -1;
  return Date.parse(a.at) - Date.parse(b.at);
}

/** An id nobody else makes: 128 random bits as 32 hexadecimal digits. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
