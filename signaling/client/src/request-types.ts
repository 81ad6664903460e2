import type {
  ClientMessage,
  ErrorCode,
  Policy,
  IceGrant,
  ServerMessage,
  SessionId,
} from "./generated/messages.ts";

/** Messages that the client itself deals with; a user of it never sees them. */
type Inner = "ping" | "pong" | "ok" | "server.ready" | "token.expiring";

/** What the server tells without being asked, errors without a request among them. */
export type ServerEvent = Exclude<ServerMessage, { type: Inner }>;

/** Messages that are passed on to the other side and answered by nobody. */
export type PeerMessage = Extract<ClientMessage, { type: `peer.${string}` }>;

/** Types of message that the server answers by `ok` or `error`. */
export type RequestType = Exclude<
  ClientMessage["type"],
  PeerMessage["type"] | "hello" | "ping" | "pong"
>;

/** The fields of a request apart from those the client adds. */
export type RequestFields<T extends RequestType> = Omit<
  Extract<ClientMessage, { type: T }>,
  "type" | "id"
>;

/** Results of those requests that have one. */
export interface RequestResults {
  "ticket.new": { ticket: string; expiresInMs: number; policy: Policy };
  "ice.ask": IceGrant;
  "share.request": { sessionId: SessionId };
  "token.renew": { token?: string; tokenExpiresAt?: string };
}

/** The result that `ok` carries for a request of type `T`; an empty object for most. */
export type RequestResult<T extends RequestType> = T extends keyof RequestResults
  ? RequestResults[T]
  : object;

/**
 * A request that came to nothing: refused by the server, unanswered in time, or cut off by a lost
 * connection. The last two have the code `unavailable` and are worth another try.
 */
export class SignalingError extends Error {
  override readonly name = "SignalingError";

  constructor(
    readonly code: ErrorCode,
    /** For a developer; never shown to a person. */
    readonly detail: string,
    readonly retryable: boolean,
  ) {
    super(`${code}: ${detail}`);
  }
}
