import {
  randomId,
  SignalingClient,
  SignalingError,
  type CloseCause,
  type IceGrant,
  type PeerMessage,
  type RelayReach,
  type ServerEvent,
} from "@visavis/signaling-client";
import { peekClaims } from "../shared/claims.ts";
import { TokenMissing, type HostBridge } from "../shared/host-bridge.ts";
import type { Language } from "../shared/language.ts";
import type { PanelEffect, PanelEvent } from "./panel-machine.ts";
import { refusalLine } from "./refusal.ts";
import type { Failure, Obstacle } from "./state.ts";

/** Whom the panel is about. */
export interface PanelSubject {
  /** Site key of the account. */
  readonly site: string;
  readonly visitorId: string;
  readonly conversationId: string | null;
  readonly language: Language;
}

/** Effects that are requests over the signalling connection. */
type Requested = Extract<
  PanelEffect,
  {
    do:
      | "watch"
      | "request"
      | "request-link"
      | "withdraw"
      | "activate"
      | "stop"
      | "leave"
      | "quality"
      | "media-flowing";
  }
>;

/** The panel's connection to `/signal`: turns effects into requests and answers into events. */
export class ServiceLink {
  private client: SignalingClient | null = null;
  private iceServers: RTCIceServer[] = [];
  private readonly clientId = randomId();
  private otherSite = false;
  /** Whether the service refused a token that was not over yet, and the host has no other. */
  private starved = false;

  constructor(
    private readonly url: string,
    private readonly subject: PanelSubject,
    private readonly bridge: HostBridge,
    private readonly hear: (event: PanelEvent) => void,
    private readonly relay: (message: ServerEvent) => void,
  ) {}

  /** ICE servers without credentials, as the last `hello` gave them. */
  get ice(): RTCIceServer[] {
    return this.iceServers;
  }

  /** All ICE servers, for a share in which this panel takes part. */
  async askIce(sessionId: string): Promise<IceGrant> {
    if (this.client === null) throw new SignalingError("unavailable", "not connected", true);
    return this.client.request("ice.ask", { sessionId });
  }

  /** Tells the service what was found of the relay. */
  async reportRelay(sessionId: string, reach: RelayReach): Promise<void> {
    if (this.client === null) throw new SignalingError("unavailable", "not connected", true);
    await this.client.request("relay.report", { sessionId, reach });
  }

  /** Connects anew; a former connection is dropped. */
  connect(): void {
    this.client?.dispose();
    let token: string | null = null;
    this.starved = false;
    const client = new SignalingClient({
      url: this.url,
      clientId: this.clientId,
      hello: () => ({ kind: "panel", language: this.subject.language }),
      credential: async (fresh) => ({ token: (token = await this.token(fresh, token)) }),
      onState: (state, cause) => {
        if (client !== this.client) return;
        if (state !== "closed") this.hear({ is: "link", link: state });
        else if (cause !== undefined) this.closed(cause);
      },
      onReady: (hello) => {
        this.iceServers = hello.iceServers;
        this.hear({ is: "welcome", hello, claims: token === null ? null : peekClaims(token) });
      },
      onMessage: (message) => this.receive(message),
    });
    this.client = client;
    this.hear({ is: "link", link: "connecting" });
  }

  /** Passes a message on to the popup. */
  send(message: PeerMessage): void {
    this.client?.send(message);
  }

  /** Sends a request; its outcome comes back as an event. */
  perform(effect: Requested): void {
    const { client } = this;
    if (client === null) return;
    const action = actionOf(effect);
    const outcome = this.request(client, effect);
    if (action === null) outcome.catch(() => undefined);
    else {
      outcome.then(
        () => this.hear({ is: "done", action }),
        (error: unknown) => {
          const code = codeOf(error);
          if (action === "watch" && code === "forbidden") this.tellIntegrator(code);
          this.hear({ is: "failed", action, code });
        },
      );
    }
  }

  private request(client: SignalingClient, effect: Requested): Promise<object> {
    const { visitorId, conversationId } = this.subject;
    switch (effect.do) {
      case "watch":
        return client.request("visitor.watch", { visitorId });
      case "request":
      case "request-link":
        return client.request("share.request", {
          visitorId,
          ...(conversationId === null ? {} : { conversationId }),
          ...(effect.do === "request" ? {} : { delivery: "link" }),
        });
      case "withdraw":
        return client.request("share.withdraw", { sessionId: effect.sessionId });
      case "activate":
        return client.request("share.activate", { sessionId: effect.sessionId });
      case "stop":
        return client.request("share.stop", { sessionId: effect.sessionId, cause: "stopped" });
      case "leave":
        return client.request("share.stop", { sessionId: effect.sessionId, cause: "agent-left" });
      case "quality":
        return client.request("share.quality", { sessionId: effect.sessionId, mode: effect.mode });
      case "media-flowing":
        return client.request("media.flowing", { sessionId: effect.sessionId });
    }
  }

  /** @param last what was used before; null at first */
  private async token(fresh: boolean, last: string | null): Promise<string> {
    try {
      return this.ofThisSite(await this.bridge.token(fresh || this.otherSite));
    } catch (error) {
      if (error instanceof TokenMissing) {
        const code = fresh ? "token-expired" : "not-authenticated";
        const end = last === null ? null : peekClaims(last)?.expiresAt;
        this.starved = fresh && end !== null && (end ?? Infinity) > Date.now();
        throw new SignalingError(code, "the host gave no token", false);
      }
      throw error;
    }
  }

  /** A token of another account would open that account's panel: the host mixed something up. */
  private ofThisSite(token: string): string {
    const site = peekClaims(token)?.site ?? null;
    this.otherSite = site !== null && site !== this.subject.site;
    if (!this.otherSite) return token;
    console.warn(`Visavis: the panel is of site ${this.subject.site}, the token of ${site}`);
    throw new SignalingError("forbidden", "the token is of another site", false);
  }

  private receive(message: ServerEvent): void {
    if (message.type === "session.state") this.hear({ is: "session", session: message.session });
    else if (message.type === "visitor.state") this.hear({ is: "visitor", visitor: message });
    else this.relay(message);
  }

  private tellIntegrator(code: string): void {
    console.warn(refusalLine(code, { signal: this.url, site: this.subject.site }));
  }

  private closed(cause: CloseCause): void {
    const obstacle = this.otherSite ? "other-site" : obstacleOf(cause);
    if (obstacle === "token-refused") this.tellIntegrator(this.starved ? "token-invalid" : cause);
    if (obstacle !== null) this.hear({ is: "obstacle", obstacle });
  }
}

function obstacleOf(cause: CloseCause): Obstacle | null {
  switch (cause) {
    case "disposed":
      return null;
    case "taken-over":
      return "taken-over";
    case "not-authenticated":
      return "token-missing";
    case "revoked":
    case "token-invalid":
    case "token-expired":
    case "forbidden":
    case "not-found":
    case "not-eligible":
      return "token-refused";
    default:
      return "service-refused";
  }
}

/** The agent's action behind a request; null when nobody waits for its outcome. */
function actionOf(effect: Requested): Failure["action"] | null {
  return effect.do === "leave" || effect.do === "media-flowing" ? null : effect.do;
}

function codeOf(error: unknown): Failure["code"] {
  if (!(error instanceof SignalingError)) return "no-answer";
  return error.code === "unavailable" ? "no-answer" : error.code;
}
