/**
 * The visitor's views for a preview: the same code that visitors get, with a request that nobody made. Nothing is sent,
 * and whoever shows it sees to it that nothing can be pressed.
 */
import type { HelloResult, SessionSnapshot } from "@visavis/signaling-client";
import type { Language } from "../design/language.ts";
import { AcceptView } from "./accept/accept-view.ts";
import type { LinkFacts } from "./accept/accept-service.ts";
import { Answering } from "./accept/answering.ts";
import type { CardState } from "./card/contract.ts";
import { mountCard } from "./card/main.ts";
import { PopupView } from "./popup/popup-view.ts";
import { Sharing } from "./popup/sharing.ts";
import type { VisitorPolicy } from "./policy.ts";

/** What the preview is made of. */
export interface PreviewFacts {
  readonly language: Language;
  readonly accountName: string;
  readonly agentName: string;
  readonly policy: VisitorPolicy;
}

/** A view that is shown. */
export interface Preview {
  /** Draws it anew for other facts. */
  readonly show: (facts: PreviewFacts) => void;
  /** Takes it away. */
  readonly remove: () => void;
}

/** Puts the sharing window, as it opens, into an element. */
export function popup(main: HTMLElement): Preview {
  return { show: (facts) => openPopup(main, facts), remove: () => main.replaceChildren() };
}

/** Puts the page that a link leads to into an element. */
export function accept(main: HTMLElement): Preview {
  return { show: (facts) => openLink(main, facts), remove: () => main.replaceChildren() };
}

/** Puts the card, as it asks, into an element. */
export function card(main: HTMLElement): Preview {
  const mounted = mountCard(main, {
    accept: () => false,
    decline: () => undefined,
    stop: () => undefined,
    followed: () => undefined,
    lost: () => undefined,
    dismiss: () => undefined,
  });
  return { show: (facts) => mounted.show(cardState(facts)), remove: () => mounted.remove() };
}

function openPopup(main: HTMLElement, facts: PreviewFacts): void {
  const sharing = new Sharing({
    canShare: true,
    tellsSurface: true,
    language: facts.language,
    request: () => Promise.resolve({}),
    askIce: () => Promise.resolve({ iceServers: [] }),
    send: () => undefined,
    capture: () => Promise.reject(new Error("a preview")),
    createLink: () => {
      throw new Error("a preview");
    },
    changed: () => undefined,
  });
  sharing.greeted(greeting(facts));
  sharing.connection(true);
  sharing.receive({ type: "session.state", seq: 1, session: request(facts) });
  // Each view says aloud beside the element what changed; a preview has one of these at a time.
  while (main.nextElementSibling) main.nextElementSibling.remove();
  new PopupView(main, sharing, facts.language).update();
}

function openLink(main: HTMLElement, facts: PreviewFacts): void {
  const link: LinkFacts = {
    standing: "open",
    accountName: facts.accountName,
    agentName: facts.agentName,
    sites: [],
    expiresAt: null,
    report: null,
    policy: facts.policy,
  };
  const nothing = () => Promise.resolve({ failed: "offline" } as const);
  const answering: Answering = new Answering({
    code: "preview",
    canShare: true,
    tellsSurface: true,
    language: () => facts.language,
    service: { look: () => Promise.resolve({ ok: link }), accept: nothing, decline: nothing },
    attempt: { id: "", sent: false },
    go: () => undefined,
    now: () => Date.now(),
    changed: () => view.update(),
  });
  const view = new AcceptView(main, answering, facts.language, "");
  void answering.look();
}

function cardState(facts: PreviewFacts): CardState {
  const state = {
    session: request(facts),
    language: facts.language,
    policy: facts.policy,
    canShare: true,
    answer: undefined,
    asked: true,
    reworded: false,
    blocked: false,
    popupUrl: "#",
    online: true,
    stopping: false,
    clockOffset: 0,
  };
  return state;
}

function greeting({ accountName, policy }: PreviewFacts): HelloResult {
  const now = new Date().toISOString();
  return {
    version: 1,
    connectionId: "preview",
    role: "visitor",
    serverTime: now,
    account: { name: accountName, policy: { ...policy, languages: [...policy.languages] } },
    tokenExpiresAt: now,
    heartbeat: { intervalMs: 10_000, timeoutMs: 25_000 },
    iceServers: [],
    eligible: true,
  };
}

function request({ accountName, agentName }: PreviewFacts): SessionSnapshot {
  return {
    id: "preview-0123456789abcdef",
    visitorId: "preview",
    state: "requested",
    agent: { id: "preview", name: agentName },
    accountName,
    capturing: false,
    activated: false,
    mediaFlowing: false,
    quality: "sharp",
    visitorConnection: "absent",
    agentConnection: "connected",
    notice: "none",
    requestedAt: new Date().toISOString(),
  };
}
