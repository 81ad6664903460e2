import { randomId } from "./conversation.ts";

// Storage may be refused (private windows, blocked cookies): the chat then works for one page.
function read(store: () => Storage, key: string): string | null {
  try {
    return store().getItem(key);
  } catch {
    return null;
  }
}

function write(store: () => Storage, key: string, value: string): void {
  try {
    store().setItem(key, value);
  } catch {
    return;
  }
}

const lasting = () => localStorage;
const thisTab = () => sessionStorage;

/** The visitor's id on this site: made once, 128 random bits, impossible to guess. */
export function visitorId(): string {
  const known = read(lasting, "chat-visitor");
  if (known && /^v-[0-9a-f]{32}$/.test(known)) return known;
  const fresh = `v-${randomId()}`;
  write(lasting, "chat-visitor", fresh);
  return fresh;
}

/** What the chat remembers from page to page. */
export const memory = {
  get open(): boolean {
    return read(thisTab, "chat-open") === "yes";
  },
  set open(value: boolean) {
    write(thisTab, "chat-open", value ? "yes" : "no");
  },
  get draft(): string {
    return read(thisTab, "chat-draft") ?? "";
  },
  set draft(value: string) {
    write(thisTab, "chat-draft", value);
  },
  /** Time of the last line the visitor has seen, in milliseconds since 1970. */
  get readUntil(): number {
    return Number(read(lasting, "chat-read-until") ?? 0);
  },
  set readUntil(value: number) {
    write(lasting, "chat-read-until", String(value));
  },
  /** Lines that were written while the connection was down, as JSON. */
  get outbox(): string {
    return read(thisTab, "chat-outbox") ?? "[]";
  },
  set outbox(value: string) {
    write(thisTab, "chat-outbox", value);
  },
};
