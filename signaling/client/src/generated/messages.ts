// Generated from protocol/v1/signaling.schema.json by generate.mjs. Do not edit.

export type ProtocolPart = ClientMessage | ServerMessage | HelloResult | IceGrant;
export type ClientMessage =
  | Hello
  | TokenRenew
  | Ping
  | Pong
  | VisitorConversation
  | HelpAsk
  | VisitorWatch
  | ShareRequest
  | ShareWithdraw
  | ShareAccept
  | ShareDecline
  | ShareActivate
  | SharePause
  | ShareResume
  | ShareStop
  | ShareQuality
  | CaptureStarted
  | VisitorNotice
  | MediaFlowing
  | TicketNew
  | IceAsk
  | RelayReport
  | PeerOffer
  | PeerAnswer
  | PeerIce
  | PeerRenegotiate;
export type RequestId = string;
/**
 * At least 128 random bits, base64url
 */
export type SessionId = string;
export type ConversationId = string;
/**
 * Opaque, given by the host or made by the loader
 */
export type VisitorId = string;
export type QualityMode = "sharp" | "smooth" | "low-data";
/**
 * What the visitor meets between yes and pixels
 */
export type Notice =
  | "none"
  | "popup-blocked"
  | "picker-open"
  | "picker-cancelled"
  | "permission-denied"
  | "capture-failed"
  | "surface-refused"
  | "surface-unknown"
  | "no-route"
  | "no-relay";
export type ServerMessage =
  | Ping
  | Pong
  | PeerOffer
  | PeerAnswer
  | PeerIce
  | PeerRenegotiate
  | ServerReady
  | Ok
  | ErrorReply
  | SessionStateMessage
  | VisitorState
  | TokenExpiring;
export type ErrorCode =
  | "bad-message"
  | "unknown-type"
  | "message-too-large"
  | "too-many-messages"
  | "version-unsupported"
  | "not-authenticated"
  | "token-invalid"
  | "token-expired"
  | "ticket-invalid"
  | "forbidden"
  | "not-found"
  | "not-eligible"
  | "request-open"
  | "visitor-busy"
  | "wrong-state"
  | "already-answered"
  | "already-sharing"
  | "taken-over"
  | "not-permitted-by-policy"
  | "surface-not-permitted"
  | "relay-only"
  | "policy-changed"
  | "limits-changed"
  | "no-relay"
  | "limit-reached"
  | "account-limit"
  | "unavailable"
  | "internal";
/**
 * Why a side reaches no relay
 */
export type RelayFailure = "refused" | "unreachable" | "missing";
export type EndReason =
  | "visitor-stopped"
  | "agent-stopped"
  | "capture-ended"
  | "popup-closed"
  | "agent-left"
  | "visitor-lost"
  | "agent-lost"
  | "expired"
  | "declined"
  | "not-started"
  | "not-activated"
  | "eligibility-revoked"
  | "no-media"
  | "withdrawn";
/**
 * As RTCPeerConnection takes them
 */
export type IceServers = {
  urls: string[];
  username?: string;
  credential?: string;
}[];

/**
 * First message of every connection, within 10 s of server.ready. Exactly one of token and ticket.
 */
export interface Hello {
  type: "hello";
  id: RequestId;
  /**
   * Protocol versions the client speaks; the server picks one
   *
   * @minItems 1
   * @maxItems 8
   */
  versions: number[];
  /**
   * What is connecting: the visitor's page, the visitor's sharing window, the agent's panel
   */
  kind: "page" | "popup" | "panel";
  /**
   * Random per page load; the same across reconnects of that page
   */
  clientId: string;
  /**
   * Agent, visitor or popup token (JWT)
   */
  token?: string;
  /**
   * Single-use ticket of a popup
   */
  ticket?: string;
  /**
   * UI language, BCP 47 primary subtag
   */
  language: "fr" | "en";
  /**
   * Visitor side: whether getDisplayMedia exists here
   */
  canShare?: boolean;
  /**
   * What this client saw last of a session
   */
  resume?: {
    sessionId: SessionId;
    seq: number;
  };
}
/**
 * A fresh token for this connection, of the same kind, account and subject.
 */
export interface TokenRenew {
  type: "token.renew";
  id: RequestId;
  token: string;
}
/**
 * Either side: are you there? Answered by pong at once.
 */
export interface Ping {
  type: "ping";
}
/**
 * The answer to ping.
 */
export interface Pong {
  type: "pong";
}
/**
 * Page: the host's conversation that the visitor is in now; without conversationId: in none any more. Goes with the visitor's next share requests.
 */
export interface VisitorConversation {
  type: "visitor.conversation";
  id: RequestId;
  conversationId?: ConversationId;
}
/**
 * Page: the visitor would like an agent to help by screen sharing. Only where the account lets visitors ask.
 */
export interface HelpAsk {
  type: "help.ask";
  id: RequestId;
}
/**
 * Agent: tell me of this visitor's presence and shares from now on, and take part in mine.
 */
export interface VisitorWatch {
  type: "visitor.watch";
  id: RequestId;
  visitorId: VisitorId;
}
/**
 * Agent: ask this visitor to share. Result: {sessionId}.
 */
export interface ShareRequest {
  type: "share.request";
  id: RequestId;
  visitorId: VisitorId;
  conversationId?: string;
  /**
   * How the visitor learns of it; site if absent. As a link it waits for the link's life, also without the agent
   */
  delivery?: "site" | "link";
}
/**
 * Agent: take the request back before it is answered.
 */
export interface ShareWithdraw {
  type: "share.withdraw";
  id: RequestId;
  sessionId: SessionId;
}
/**
 * Visitor: yes. Consent to be seen, kept as evidence with its wording and language.
 */
export interface ShareAccept {
  type: "share.accept";
  id: RequestId;
  sessionId: SessionId;
  /**
   * Which consent wording was shown, e.g. view.1
   */
  wording: string;
  /**
   * UI language, BCP 47 primary subtag
   */
  language: "fr" | "en";
  /**
   * Version of the account's policy whose words the page showed, as it was told; absent: 0
   */
  policyVersion?: number;
}
/**
 * Visitor: no, or cannot.
 */
export interface ShareDecline {
  type: "share.decline";
  id: RequestId;
  sessionId: SessionId;
  cause: "refused" | "browser-unsupported";
}
/**
 * Agent: activate the connection.
 */
export interface ShareActivate {
  type: "share.activate";
  id: RequestId;
  sessionId: SessionId;
}
/**
 * Popup: the picture goes blank.
 */
export interface SharePause {
  type: "share.pause";
  id: RequestId;
  sessionId: SessionId;
}
/**
 * Popup: the picture comes back.
 */
export interface ShareResume {
  type: "share.resume";
  id: RequestId;
  sessionId: SessionId;
}
/**
 * Either side: end it. stopped: a person pressed stop; capture-ended and popup-closed: popup only; agent-left: panel only.
 */
export interface ShareStop {
  type: "share.stop";
  id: RequestId;
  sessionId: SessionId;
  cause: "stopped" | "capture-ended" | "popup-closed" | "agent-left";
}
/**
 * Either side: what the picture should favour.
 */
export interface ShareQuality {
  type: "share.quality";
  id: RequestId;
  sessionId: SessionId;
  mode: QualityMode;
}
/**
 * Popup: the visitor picked a surface and the capture runs.
 */
export interface CaptureStarted {
  type: "capture.started";
  id: RequestId;
  sessionId: SessionId;
  surface: "monitor" | "window" | "browser" | "unknown";
}
/**
 * Visitor side: what stands between yes and pixels right now, for the agent's eyes; none clears it.
 */
export interface VisitorNotice {
  type: "visitor.notice";
  id: RequestId;
  sessionId: SessionId;
  notice: Notice;
}
/**
 * Agent: the first frame of this session was shown.
 */
export interface MediaFlowing {
  type: "media.flowing";
  id: RequestId;
  sessionId: SessionId;
}
/**
 * Visitor's page or popup: a fresh single-use ticket for a popup, and the policy as it stands. Result: {ticket, expiresInMs, policy}.
 */
export interface TicketNew {
  type: "ticket.new";
  id: RequestId;
  sessionId: SessionId;
}
/**
 * Popup or panel, after the yes: the servers to connect over. Result: IceGrant.
 */
export interface IceAsk {
  type: "ice.ask";
  id: RequestId;
  sessionId: SessionId;
}
/**
 * Popup or panel: what it found when it looked for the relay.
 */
export interface RelayReport {
  type: "relay.report";
  id: RequestId;
  sessionId: SessionId;
  /**
   * refused: it answers, and does not take this side; missing: the service named none
   */
  reach: "reached" | "refused" | "unreachable" | "missing";
}
/**
 * Popup to panel, after consent.
 */
export interface PeerOffer {
  type: "peer.offer";
  id?: RequestId;
  sessionId: SessionId;
  /**
   * SDP, RFC 8866; opaque to the server
   */
  sdp: string;
  /**
   * Server to client only: number of this message among this session's messages to this side
   */
  seq?: number;
}
/**
 * Panel to popup.
 */
export interface PeerAnswer {
  type: "peer.answer";
  id?: RequestId;
  sessionId: SessionId;
  /**
   * SDP, RFC 8866; opaque to the server
   */
  sdp: string;
  /**
   * Server to client only: number of this message among this session's messages to this side
   */
  seq?: number;
}
/**
 * Either side to the other: one ICE candidate (RFC 8838); empty candidate: end of candidates.
 */
export interface PeerIce {
  type: "peer.ice";
  id?: RequestId;
  sessionId: SessionId;
  candidate: string;
  sdpMid?: string;
  sdpMLineIndex?: number;
  usernameFragment?: string;
  /**
   * Server to client only: number of this message among this session's messages to this side
   */
  seq?: number;
}
/**
 * Panel to popup: please offer again.
 */
export interface PeerRenegotiate {
  type: "peer.renegotiate";
  id?: RequestId;
  sessionId: SessionId;
  iceRestart: boolean;
  /**
   * Server to client only: number of this message among this session's messages to this side
   */
  seq?: number;
}
/**
 * The server speaks first: now say hello.
 */
export interface ServerReady {
  type: "server.ready";
  /**
   * @minItems 1
   */
  versions: number[];
  helloWithinMs: number;
}
/**
 * The reply to the request of the same id.
 */
export interface Ok {
  type: "ok";
  id: RequestId;
  result?: {};
}
/**
 * A refusal. With id: of that request. detail is safe to show a developer, never a person's text.
 */
export interface ErrorReply {
  type: "error";
  id?: RequestId;
  code: ErrorCode;
  detail: string;
  retryable: boolean;
  sessionId?: SessionId;
}
/**
 * The whole state of one session, after every change of it.
 */
export interface SessionStateMessage {
  type: "session.state";
  /**
   * Server to client only: number of this message among this session's messages to this side
   */
  seq: number;
  session: SessionSnapshot;
}
/**
 * One share session, as both sides may see it.
 */
export interface SessionSnapshot {
  id: SessionId;
  visitorId: VisitorId;
  state: "requested" | "accepted" | "live" | "paused" | "ended";
  agent: {
    id: string;
    name: string;
  };
  accountName: string;
  /**
   * The host's own id of the chat; to panels and in REST only
   */
  conversationId?: string;
  capturing: boolean;
  activated: boolean;
  mediaFlowing: boolean;
  surface?: "monitor" | "window" | "browser" | "unknown";
  quality: QualityMode;
  visitorConnection: "absent" | "connected" | "reconnecting" | "gone";
  agentConnection: "absent" | "connected" | "reconnecting" | "gone";
  /**
   * Pictures of this session travel over a relay only: whoever connects now uses no other path
   */
  relayOnly?: boolean;
  /**
   * The sides that reach no relay, and why; left out while there are none
   */
  relayFailures?: {
    visitor?: RelayFailure;
    agent?: RelayFailure;
  };
  notice: Notice;
  /**
   * Asked (RFC 3339, UTC)
   */
  requestedAt: string;
  /**
   * Yes (RFC 3339, UTC)
   */
  acceptedAt?: string;
  /**
   * Live (RFC 3339, UTC)
   */
  liveAt?: string;
  /**
   * Ended (RFC 3339, UTC)
   */
  endedAt?: string;
  endReason?: EndReason;
  /**
   * A machine word that narrows the reason, e.g. browser-unsupported, no-route
   */
  endDetail?: string;
  /**
   * Ended: milliseconds from live to end, 0 if never live
   */
  durationMs?: number;
  /**
   * When the session ends by itself if nothing happens
   */
  deadline?: {
    reason: EndReason;
    /**
     * When (RFC 3339, UTC)
     */
    at: string;
  };
  /**
   * To a panel: this very panel takes part; false: another window or agent does
   */
  mine?: boolean;
  /**
   * To the session's own agent, while requested: how the visitor learns of it
   */
  delivery?: "site" | "link";
  /**
   * To the session's own agent, while requested: the address that answers the request
   */
  acceptUrl?: string;
  /**
   * Until when it can be answered (RFC 3339, UTC)
   */
  acceptUrlExpiresAt?: string;
}
/**
 * To panels that watch: the visitor's presence.
 */
export interface VisitorState {
  type: "visitor.state";
  visitorId: VisitorId;
  online: boolean;
  /**
   * true unless every page of the visitor said it cannot
   */
  canShare: boolean;
  /**
   * The host's conversation that the visitor's page said it is in
   */
  conversationId?: string;
  /**
   * When the visitor asked for help, while nobody has answered it by a share request (RFC 3339, UTC)
   */
  helpAskedAt?: string;
}
/**
 * Send token.renew before then, or the connection closes with 4001.
 */
export interface TokenExpiring {
  type: "token.expiring";
  /**
   * When (RFC 3339, UTC)
   */
  expiresAt: string;
}
/**
 * The result of hello.
 */
export interface HelloResult {
  version: number;
  connectionId: string;
  role: "visitor" | "agent";
  /**
   * Server's clock (RFC 3339, UTC)
   */
  serverTime: string;
  account: {
    name: string;
    policy: Policy;
  };
  visitorId?: string;
  /**
   * To a popup that gave a ticket: the token it goes on with
   */
  token?: string;
  /**
   * Expiry (RFC 3339, UTC)
   */
  tokenExpiresAt: string;
  heartbeat: {
    intervalMs: number;
    timeoutMs: number;
  };
  iceServers: IceServers;
  eligible: boolean;
  /**
   * To a page: whether this account takes help.ask now
   */
  mayAskForHelp?: boolean;
  /**
   * At least 128 random bits, base64url
   */
  sessionId?: string;
  /**
   * true: what was missed follows; false: a whole session.state follows
   */
  resumed?: boolean;
}
/**
 * What of the account's policy this client must know.
 */
export interface Policy {
  /**
   * To a visitor: counts the account's decisions; goes back with the yes as policyVersion
   */
  version?: number;
  /**
   * What may be shown: anything; a window or a tab, never a whole screen; a browser tab
   */
  surface: "any" | "window" | "tab";
  /**
   * Pictures travel over a relay only: every candidate is of typ relay
   */
  relayOnly: boolean;
  /**
   * Languages that visitors are spoken to in, the first to whoever speaks none of them
   *
   * @minItems 1
   * @maxItems 2
   */
  languages: ("fr" | "en")[];
  /**
   * To an agent: whether this agent may ask visitors to share
   */
  mayRequest?: boolean;
  message?: ByLanguage;
  /**
   * To a visitor: address of the company's logo
   */
  logoUrl?: string;
  privacyUrl?: ByLanguage1;
}
/**
 * To a visitor: the company's own words, plain text of at most 280 characters
 */
export interface ByLanguage {
  fr?: string;
  en?: string;
}
/**
 * To a visitor: where the company tells what it does with personal data
 */
export interface ByLanguage1 {
  fr?: string;
  en?: string;
}
/**
 * The result of ok to ice.ask.
 */
export interface IceGrant {
  iceServers: IceServers;
  /**
   * With credentials: for how long they open new allocations
   */
  expiresInMs?: number;
}
