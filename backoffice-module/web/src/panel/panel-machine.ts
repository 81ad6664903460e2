import type {
  ErrorCode,
  HelloResult,
  QualityMode,
  SessionSnapshot,
  VisitorState,
} from "@visavis/signaling-client";
import type { AccountState } from "../shared/account.ts";
import type { AgentClaims } from "../shared/claims.ts";
import {
  initialState,
  isOpen,
  mayAsk,
  type Failure,
  type LinkState,
  type MediaState,
  type Obstacle,
  type PanelAction,
  type PanelPolicy,
  type PanelState,
} from "./state.ts";

/** What the panel hears. */
export type PanelEvent =
  | { readonly is: "link"; readonly link: LinkState }
  | { readonly is: "obstacle"; readonly obstacle: Obstacle }
  | { readonly is: "welcome"; readonly hello: HelloResult; readonly claims: AgentClaims | null }
  | { readonly is: "account"; readonly account: AccountState }
  | { readonly is: "visitor"; readonly visitor: VisitorState }
  | { readonly is: "session"; readonly session: SessionSnapshot }
  | { readonly is: "last"; readonly session: SessionSnapshot }
  | { readonly is: "media"; readonly media: MediaState }
  | { readonly is: "pressed"; readonly action: PanelAction }
  | { readonly is: "quality"; readonly mode: QualityMode }
  | { readonly is: "done"; readonly action: Failure["action"] }
  | { readonly is: "failed"; readonly action: Failure["action"]; readonly code: Failure["code"] }
  | { readonly is: "recheck" }
  | { readonly is: "leaving" };

/** How long the end of a share is news to an agent who comes back, milliseconds. */
const STILL_NEWS = 10 * 60_000;

/** What is worth calling a person back to the panel for. */
export type Call = "accepted" | "declined" | "ended" | "closed" | "deadline" | "help";

/** What the panel has to do about it. */
export type PanelEffect =
  | { readonly do: "watch" }
  | { readonly do: "request" | "request-link" }
  | { readonly do: "quality"; readonly sessionId: string; readonly mode: QualityMode }
  | { readonly do: "withdraw" | "activate" | "stop" | "leave"; readonly sessionId: string }
  | { readonly do: "stop-elsewhere"; readonly sessionId: string }
  | { readonly do: "load-account" | "load-last" | "ask-access" | "connect" | "drop-media" }
  | { readonly do: "check-media"; readonly sessionId: string }
  | { readonly do: "media-flowing"; readonly sessionId: string }
  | { readonly do: "call"; readonly about: Call }
  | { readonly do: "tell-host"; readonly ended: boolean };

/**
 * The panel's logic: events in, state and effects out, no I/O. The service decides what a share
 * does; this class only remembers what it said and which of the agent's presses are under way.
 */
export class PanelMachine {
  /** Replaced, never changed. */
  state: PanelState;

  /** The share whose first frame the service was told of over the present connection. */
  private flowingTold: string | null = null;

  /** Whether the picture's way was seen to from the present place in the share. */
  private mediaSeenTo = false;

  constructor(
    private readonly visitorId: string,
    private readonly now: () => number,
    private readonly showsLast = true,
  ) {
    this.state = initialState(now());
  }

  /** Takes one event and says what to do about it, in order. */
  dispatch(event: PanelEvent): PanelEffect[] {
    switch (event.is) {
      case "link":
        return this.linkChanged(event.link);
      case "obstacle":
        return this.stopped(event.obstacle);
      case "welcome":
        return this.welcomed(event.hello, event.claims);
      case "account":
        return this.accountLoaded(event.account);
      case "visitor":
        return this.visitorChanged(event.visitor);
      case "session":
        return this.sessionChanged(event.session);
      case "last":
        return this.lastLoaded(event.session);
      case "media":
        return this.mediaChanged(event.media);
      case "pressed":
        return this.pressed(event.action);
      case "quality":
        return this.qualityChosen(event.mode);
      case "done":
        return this.done(event.action);
      case "failed":
        return this.failed(event.action, event.code);
      case "recheck":
        return this.recheck();
      case "leaving":
        return this.leaving();
    }
  }

  private set(change: Partial<PanelState>): void {
    this.state = { ...this.state, ...change };
  }

  private stopped(obstacle: Obstacle): PanelEffect[] {
    this.set({ obstacle, pending: null });
    // The account may have lost its access: only then is there something better to say.
    return obstacle === "token-refused" && this.state.account ? [{ do: "load-account" }] : [];
  }

  private linkChanged(link: LinkState): PanelEffect[] {
    const turned = link === "connected" || this.state.link === "connected";
    if (link !== this.state.link) {
      this.set({ link, linkSince: turned ? this.now() : this.state.linkSince });
    }
    // Requests in flight die with the connection; the state that follows the resume tells the rest.
    if (link !== "connected") this.set({ pending: null, wantedQuality: null });
    return [];
  }

  private welcomed(hello: HelloResult, claims: AgentClaims | null): PanelEffect[] {
    const eligible = hello.eligible;
    const before = this.state.account;
    this.flowingTold = null;
    this.mediaSeenTo = false;
    this.set({
      obstacle: null,
      failure: null,
      me: claims === null ? this.state.me : { id: claims.id, role: claims.role },
      account: {
        name: hello.account.name,
        eligible,
        reason: eligible ? "eligible" : (before?.reason ?? null),
        until: before?.until ?? null,
        accessRequestedAt: before?.accessRequestedAt ?? null,
      },
      policy: policyOf(hello),
      clockOffset: Date.parse(hello.serverTime) - this.now(),
    });
    if (!eligible) return [{ do: "load-account" }, tell()];
    const first = this.state.session === null && this.showsLast;
    return [{ do: "watch" }, tell(), ...(first ? [{ do: "load-last" } as const] : [])];
  }

  /** A reload or a walk through the backoffice ended it: whoever comes back is told. */
  private lastLoaded(session: SessionSnapshot): PanelEffect[] {
    const { me, clockOffset } = this.state;
    const age = this.now() + clockOffset - Date.parse(session.endedAt ?? "");
    const own = session.visitorId === this.visitorId && session.agent.id === me?.id;
    if (this.state.session === null && own && !isOpen(session) && age < STILL_NEWS) {
      this.set({ session });
    }
    return [];
  }

  private accountLoaded(account: AccountState): PanelEffect[] {
    const was = this.state.account?.eligible ?? false;
    this.set({
      account: {
        name: account.name,
        eligible: account.eligible,
        reason: account.reason,
        until: account.eligibleUntil,
        accessRequestedAt: account.accessRequestedAt,
      },
    });
    this.mayRequestNow(account.mayRequest);
    if (was === account.eligible) return [];
    if (!account.eligible) return [tell()];
    const cut = this.state.obstacle !== null;
    this.set({ failure: null, obstacle: null });
    return [{ do: cut ? "connect" : "watch" }, tell()];
  }

  private mayRequestNow(mayRequest: boolean): void {
    const { policy, failure } = this.state;
    const moot = mayRequest && failure?.code === "not-permitted-by-policy";
    this.set({ policy: { ...policy, mayRequest }, ...(moot ? { failure: null } : {}) });
  }

  private visitorChanged(told: VisitorState): PanelEffect[] {
    if (told.visitorId !== this.visitorId) return [];
    const { online, canShare, helpAskedAt } = told;
    const before = this.state.visitor;
    this.set({ visitor: { online, canShare, ...(helpAskedAt ? { helpAskedAt } : {}) } });
    const asks = helpAskedAt !== undefined && before?.helpAskedAt !== helpAskedAt;
    return asks ? [{ do: "call", about: "help" }, tell()] : [tell()];
  }

  private sessionChanged(session: SessionSnapshot): PanelEffect[] {
    if (session.visitorId !== this.visitorId) return [];
    const before = this.state.session;
    const same = before?.id === session.id;
    if (!same && isOpen(before) && !isOpen(session)) return [];
    const wasMine = same && this.state.mine;
    const ended = !isOpen(session);
    const mine = this.takesPart(session) || (wasMine && !ended && this.comesBack(session));
    if (ended && same && before.state === "ended") return [];
    if (ended && !mine && !wasMine) return this.foreignEnded();
    this.set({
      session,
      mine: mine || (ended && wasMine),
      failure: same && before.state === session.state ? this.state.failure : null,
      wantedQuality: session.quality === this.state.wantedQuality ? null : this.state.wantedQuality,
      pending: this.pendingAfter(session),
    });
    if (!same || !this.state.mine) this.set({ media: "none" });
    return this.aftermath(before, session, wasMine);
  }

  private takesPart(session: SessionSnapshot): boolean {
    return session.mine ?? session.agent.id === this.state.me?.id;
  }

  /** After a lost connection the place is free until the watch takes it again; the picture lives on. */
  private comesBack({ agent, agentConnection }: SessionSnapshot): boolean {
    return agent.id === this.state.me?.id && agentConnection !== "connected";
  }

  /** Of a share that runs already the popup must hear that somebody new wants its picture. */
  private seeToMedia(session: SessionSnapshot): PanelEffect[] {
    if (!this.takesPart(session) || this.mediaSeenTo) return [];
    this.mediaSeenTo = true;
    const runs = session.state === "live" || session.state === "paused";
    return runs ? [{ do: "check-media", sessionId: session.id }] : [];
  }

  /** Another panel takes part; or nobody does yet, and this one's agent asked by other means. */
  private stepAside(wasMine: boolean, session: SessionSnapshot): PanelEffect[] {
    if (wasMine) return [{ do: "drop-media" }];
    const own = session.agent.id === this.state.me?.id;
    return own && session.agentConnection === "absent" ? [{ do: "watch" }] : [];
  }

  private foreignEnded(): PanelEffect[] {
    this.set({ session: null, mine: false, pending: null });
    return [tell()];
  }

  private pendingAfter(session: SessionSnapshot): PanelAction | null {
    const { pending } = this.state;
    const asking = pending === "request" || pending === "request-link";
    if (session.state === "ended" || asking) return null;
    return pending === "activate" && session.activated ? null : pending;
  }

  private aftermath(
    before: SessionSnapshot | null,
    session: SessionSnapshot,
    wasMine: boolean,
  ): PanelEffect[] {
    if (isOpen(session)) {
      if (!this.state.mine) {
        this.mediaSeenTo = false;
        return [...this.stepAside(wasMine, session), tell()];
      }
      const accepted = before?.state === "requested" && session.state !== "requested";
      const call: PanelEffect[] = accepted ? [{ do: "call", about: "accepted" }] : [];
      return [...call, tell(), ...this.seeToMedia(session), ...this.tellFlowing()];
    }
    const revoked = session.endReason === "eligibility-revoked";
    if (revoked && this.state.account)
      this.set({ account: { ...this.state.account, eligible: false } });
    this.set({ media: "none" });
    const byMe = session.endReason === "agent-stopped" || session.endReason === "withdrawn";
    const over = session.liveAt === undefined ? "closed" : "ended";
    const about: Call = session.endReason === "declined" ? "declined" : over;
    return [
      { do: "drop-media" },
      ...(byMe ? [] : [{ do: "call", about } as const]),
      { do: "tell-host", ended: true },
      ...(revoked ? [{ do: "load-account" } as const] : []),
    ];
  }

  private mediaChanged(media: MediaState): PanelEffect[] {
    this.set({ media });
    return this.tellFlowing();
  }

  private tellFlowing(): PanelEffect[] {
    const { session, mine, media } = this.state;
    if (media !== "flowing" || !isOpen(session) || !mine || session.mediaFlowing) return [];
    if (session.state === "accepted" || this.flowingTold === session.id) return [];
    this.flowingTold = session.id;
    return [{ do: "media-flowing", sessionId: session.id }];
  }

  private pressed(action: PanelAction): PanelEffect[] {
    if (action === "retry") {
      this.set({ obstacle: null, failure: null, link: "connecting", linkSince: this.now() });
      return [{ do: "connect" }];
    }
    if (this.state.pending !== null) return [];
    const effect = this.effectOf(action);
    if (effect !== null) this.set({ pending: action, failure: null });
    return effect === null ? [] : [effect];
  }

  private effectOf(action: PanelAction): PanelEffect | null {
    const { session, mine } = this.state;
    const open = isOpen(session) ? session : null;
    switch (action) {
      case "request":
      case "request-link":
        return open === null ? { do: action } : null;
      case "withdraw":
      case "activate":
      case "stop":
        return open !== null && mine ? { do: action, sessionId: open.id } : null;
      case "stop-elsewhere":
        return open !== null && !mine ? { do: action, sessionId: open.id } : null;
      case "ask-access":
        return { do: "ask-access" };
      case "take-here":
        return { do: "watch" };
      case "retry":
        return { do: "connect" };
    }
  }

  private qualityChosen(mode: QualityMode): PanelEffect[] {
    const { session, mine } = this.state;
    if (!isOpen(session) || !mine || session.quality === mode) return [];
    this.set({ wantedQuality: mode, failure: null });
    return [{ do: "quality", sessionId: session.id, mode }];
  }

  private done(action: Failure["action"]): PanelEffect[] {
    if (action === "quality") this.set({ wantedQuality: null });
    if (this.isPending(action)) this.set({ pending: null });
    if (this.state.failure?.action === action) this.set({ failure: null });
    return action === "ask-access" ? [{ do: "load-account" }] : [];
  }

  /** Taking a share over is done by watching again. */
  private isPending(action: Failure["action"]): boolean {
    const { pending } = this.state;
    return pending === action || (pending === "take-here" && action === "watch");
  }

  private failed(action: Failure["action"], code: ErrorCode | "no-answer"): PanelEffect[] {
    this.set({ failure: { action, code } });
    if (action === "quality") this.set({ wantedQuality: null });
    if (this.isPending(action)) this.set({ pending: null });
    // The token is good for another visitor only: the host has to give another one.
    if (action === "watch" && code === "forbidden") this.set({ obstacle: "token-refused" });
    if (action === "watch" && code === "not-found") {
      this.set({ visitor: { online: false, canShare: true } });
    }
    if (code === "not-permitted-by-policy") {
      this.set({ policy: { ...this.state.policy, mayRequest: false } });
    }
    if (code !== "not-eligible") return [];
    if (this.state.account)
      this.set({ account: { ...this.state.account, eligible: false }, failure: null });
    return [{ do: "load-account" }, tell()];
  }

  /**
   * From time to time, what no message would tell: access granted, an agent put on the list of those
   * who may ask, a watch that was refused.
   */
  private recheck(): PanelEffect[] {
    const { link, account, failure } = this.state;
    const load: PanelEffect = { do: "load-account" };
    if (account !== null && !account.eligible) return [load];
    const again = link === "connected" && failure?.action === "watch";
    return [...(mayAsk(this.state) ? [] : [load]), ...(again ? [{ do: "watch" } as const] : [])];
  }

  private leaving(): PanelEffect[] {
    const { session, mine } = this.state;
    return isOpen(session) && mine ? [{ do: "leave", sessionId: session.id }] : [];
  }
}

function policyOf({ account }: HelloResult): PanelPolicy {
  const { surface, relayOnly, mayRequest = true } = account.policy;
  return { surface, relayOnly, mayRequest };
}

function tell(): PanelEffect {
  return { do: "tell-host", ended: false };
}
