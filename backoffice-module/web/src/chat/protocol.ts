/**
 * The reference host's own chat, as JSON on the WebSocket `/reference/chat`. Nothing of it belongs
 * to Visavis: a real host brings a chat of its own.
 */

/** Who wrote. */
export type Side = "visitor" | "agent";

/** One line of a conversation. `at` is RFC 3339 in UTC; `clientMsgId` makes sending idempotent. */
export interface ChatMessage {
  readonly id: string;
  readonly clientMsgId: string;
  readonly visitorId: string;
  readonly from: Side;
  readonly authorName: string;
  readonly text: string;
  readonly at: string;
}

/** The page a visitor looks at. */
export interface VisitedPage {
  readonly title: string;
  readonly url: string;
}

/** A visitor of the account's site as the backoffice knows them. Times are RFC 3339 in UTC. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly online: boolean;
  readonly page: VisitedPage | null;
  readonly device: "desktop" | "phone" | "tablet";
  readonly browser: string;
  readonly language: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly visits: number;
  readonly messages: number;
  readonly unread: number;
}

/** Whether somebody is there to answer. */
export interface AgentPresence {
  readonly name: string;
  readonly online: boolean;
}

/** Longest text of one message, in UTF-16 code units. */
export const longestText = 4000;

/** What a client may say. The visitor leaves `visitorId` out: the server knows who they are. */
export type ClientMessage =
  | {
      readonly type: "hello";
      readonly role: "visitor";
      readonly siteKey: string;
      readonly visitorId: string;
      readonly page: VisitedPage;
      readonly language: string;
    }
  | { readonly type: "hello"; readonly role: "agent" }
  | {
      readonly type: "message";
      readonly visitorId?: string;
      readonly clientMsgId: string;
      readonly text: string;
    }
  | { readonly type: "typing"; readonly visitorId?: string; readonly typing: boolean }
  | { readonly type: "page"; readonly page: VisitedPage }
  | { readonly type: "read"; readonly visitorId: string }
  | { readonly type: "pong" };

/** What the server may say. */
export type ServerMessage =
  | {
      readonly type: "welcome";
      readonly role: "visitor";
      readonly visitorId: string;
      readonly name: string;
      readonly messages: readonly ChatMessage[];
      readonly agents: readonly AgentPresence[];
    }
  | { readonly type: "welcome"; readonly role: "agent"; readonly visitors: readonly Visitor[] }
  | { readonly type: "message"; readonly message: ChatMessage }
  | {
      readonly type: "typing";
      readonly visitorId: string;
      readonly from: Side;
      readonly name: string;
      readonly typing: boolean;
    }
  | { readonly type: "visitor"; readonly visitor: Visitor }
  | { readonly type: "presence"; readonly agents: readonly AgentPresence[] }
  | { readonly type: "error"; readonly code: string; readonly detail: string }
  | { readonly type: "ping" };

/** The message in a frame, or `null` for anything that is not an object with a `type`. */
export function readServerMessage(frame: unknown): ServerMessage | null {
  if (typeof frame !== "string") return null;
  try {
    const value: unknown = JSON.parse(frame);
    const typed = typeof value === "object" && value !== null && "type" in value;
    return typed ? (value as ServerMessage) : null;
  } catch {
    return null;
  }
}
