import {
  randomId,
  SignalingClient,
  SignalingError,
  type SessionSnapshot,
} from "@visavis/signaling-client";
import type { CardState, MountCard, MountedCard } from "../card/contract.ts";
import type { Language } from "../../design/language.ts";
import type { VisitorPolicy } from "../policy.ts";
import { TicketKeeper } from "./ticket-keeper.ts";
import { tokenSource, type Identity } from "./token-source.ts";
import { canShareScreen, chooseLanguage, keptVisitorId } from "./visitor.ts";

/** What a host may call: `docs/plug-in/website.md`. */
export interface VisavisApi {
  start(options?: StartOptions): void;
  stop(): void;
  identify(visitor?: Identity | null): void;
  setConversation(conversationId?: string | null): void;
  askForHelp(): Promise<boolean>;
  readonly mayAskForHelp: boolean;
  readonly visitorId: string | null;
  readonly canShare: boolean;
  readonly session: SessionSnapshot | null;
  renderInto(element: Element): () => void;
  accept(): boolean;
  decline(): void;
  stopSharing(): void;
}

interface StartOptions extends Partial<Identity> {
  conversationId?: string;
  language?: string;
}

const POPUP = { width: 420, height: 720 };

/** Makes the API that belongs to a script tag. `begin` announces it and starts unless told to wait. */
export function createVisavis(script: HTMLScriptElement): { api: VisavisApi; begin(): void } {
  const service = new URL(script.src).origin;
  const { siteKey = "", language: givenLanguage, start: mode, ...given } = script.dataset;
  const canShare = canShareScreen();

  let client: SignalingClient | undefined;
  let visitor: Identity | undefined;
  let nextVisitor: Identity | undefined;
  /** The id that this browser made for a visitor whom the host does not name. */
  let ownId: string | undefined;
  let conversationId = given["conversationId"];
  let mayAskForHelp = false;
  let language: Language = "en";
  let wish: string | undefined;
  let policy: VisitorPolicy | undefined;
  /** Whether the words of {@link policy} stay: whoever reads them must not find others in between. */
  let pinned = false;
  /** The version of the words that stood there when the visitor said yes. */
  let agreedTo = 0;
  /** A request that the host has not been told of: a yes would not work yet. */
  let unannounced: SessionSnapshot | undefined;
  let session: SessionSnapshot | null = null;
  let shown: Omit<CardState, "session" | "language" | "policy"> | undefined;
  /** Whether this page opened the popup, in which the visitor may go on after a refused yes. */
  let hasOpened = false;
  let prevented = false;
  let target: Element | null = null;
  let card: MountedCard | undefined;
  let mounting: Promise<void> | undefined;
  let last: SessionSnapshot | null = null;
  let clockOffset = 0;
  const tickets = new TicketKeeper(
    async (sessionId) => {
      const given = await client?.request("ticket.new", { sessionId });
      const isCurrent = sessionId === (unannounced ?? session)?.id;
      if (given && isCurrent && !pinned) read(given.policy);
      return given;
    },
    () => (unannounced && tickets.ticket ? changed(unannounced) : draw()),
  );

  const isOpen = () => session !== null && session.state !== "ended";
  const emit = (name: string, detail?: object) =>
    window.dispatchEvent(new CustomEvent(`visavis:${name}`, { detail, cancelable: true }));

  function ask(...[type, fields]: Parameters<SignalingClient["request"]>): void {
    client?.request(type, fields).catch((error: unknown) => {
      if (error instanceof SignalingError && error.code === "policy-changed") readAgain();
      // What came of it is in the next session.state; a refusal here means somebody was quicker.
      if (!shown?.online || !shown.stopping) return;
      shown.stopping = false;
      draw();
    });
  }

  /** The words that the request is under, until it ends or a yes to them is refused. */
  function read(stands: VisitorPolicy): void {
    policy = stands;
    pinned = true;
    if (shown?.reworded) shown.answer = undefined;
  }

  /** The yes was to words that hold no more: a ticket brings those that do. */
  function readAgain(): void {
    if (!shown) return;
    shown.reworded = true;
    pinned = false;
    tickets.spend();
  }

  /** The host draws the request itself; what follows a yes is drawn for it all the same. */
  function hostDraws({ state, acceptedAt }: SessionSnapshot): boolean {
    return prevented && !target && (state === "requested" || (state === "ended" && !acceptedAt));
  }

  function draw(): void {
    if (!last || !shown || hostDraws(last)) {
      removeCard();
    } else if (card) {
      const { ticket } = tickets;
      const popupUrl = ticket && `${service}/popup/#t=${ticket}&l=${language}`;
      card.show({ ...shown, language, policy, session: last, popupUrl });
    } else {
      // A variable, so that the bundler leaves the address alone.
      const address = `${service}/widget/card.js`;
      mounting ??= import(address)
        .then(({ mountCard }: { mountCard: MountCard }) => {
          mounting = undefined;
          if (!last) return;
          card = mountCard(target, {
            accept,
            decline,
            stop: stopSharing,
            followed: () => opened(true),
            lost: () => move(null),
            dismiss: () => {
              last = null;
              draw();
            },
          });
          draw();
        })
        .catch(() => (mounting = undefined));
    }
  }

  function removeCard(): void {
    card?.remove();
    card = undefined;
  }

  function heard(next: SessionSnapshot): void {
    const isNew = next.id !== session?.id;
    if (isNew && isOpen()) return;
    unannounced = undefined;
    if (isNew) pinned = false;
    tickets.follow(next);
    if (isNew && next.state === "requested" && !tickets.ticket) unannounced = next;
    else changed(next);
  }

  function changed(next: SessionSnapshot): void {
    const isNew = next.id !== session?.id;
    unannounced = undefined;
    if (isNew && next.state === "ended") return;
    session = last = next;
    if (isNew || !shown) {
      const online = true;
      const asked = next.state === "requested";
      shown = {
        canShare,
        answer: undefined,
        asked,
        reworded: false,
        blocked: false,
        popupUrl: "",
        online,
        stopping: false,
        clockOffset,
      };
      hasOpened = false;
      prevented = asked && !emit("request", { session });
    }
    if (hasOpened && next.state !== "requested") shown.answer = "yes";
    if (next.visitorConnection === "connected" && next.state !== "requested") shown.blocked = false;
    emit("state", { session });
    if (next.state === "ended") {
      session = null;
      emit("ended", { session: next });
      // Whoever signed in meanwhile was still the visitor of that share.
      if (nextVisitor) connect(nextVisitor);
    }
    draw();
  }

  function opened(ok: boolean): void {
    if (!session || !shown) return;
    const sessionId = session.id;
    shown.answer = "yes";
    shown.reworded = false;
    agreedTo = policy?.version ?? 0;
    answer();
    if (shown.blocked === ok)
      ask("visitor.notice", { sessionId, notice: ok ? "none" : "popup-blocked" });
    shown.blocked = !ok;
    hasOpened ||= ok;
    if (ok) tickets.spend();
    draw();
  }

  function accept(): boolean {
    const waits = session?.state === "requested" || session?.state === "accepted";
    if (!waits || !tickets.ticket) return false;
    const left = screenX + Math.max(0, outerWidth - POPUP.width - 24);
    const popup = open(
      `${service}/popup/#t=${tickets.ticket}&l=${language}`,
      "visavis-popup",
      `popup,width=${POPUP.width},height=${POPUP.height},left=${left},top=${screenY + 80}`,
    );
    const ok = !!popup && !popup.closed;
    opened(ok);
    return ok;
  }

  function decline(): void {
    if (session?.state !== "requested" || !shown) return;
    shown.answer = "no";
    answer();
    draw();
  }

  function stopSharing(): void {
    if (!isOpen() || !shown) return;
    shown.stopping = true;
    answer();
    draw();
  }

  /** Says what the visitor answered; said again when the connection was lost meanwhile. */
  function answer(): void {
    if (!session || !shown || !isOpen()) return;
    const sessionId = session.id;
    if (shown.stopping) ask("share.stop", { sessionId, cause: "stopped" });
    else if (session.state !== "requested") return;
    else if (shown.answer === "yes")
      ask("share.accept", { sessionId, wording: "view.1", language, policyVersion: agreedTo });
    else if (shown.answer === "no") {
      const cause = canShare ? "refused" : "browser-unsupported";
      ask("share.decline", { sessionId, cause });
    }
  }

  function connection(online: boolean): void {
    emit(online ? "online" : "offline");
    if (shown) {
      shown.online = online;
      if (online) answer();
    }
    draw();
  }

  function start(options: StartOptions = {}): void {
    const before = visitor;
    stop();
    wish = options.language;
    speak(undefined);
    conversationId = options.conversationId ?? conversationId;
    const { visitorId, visitorSignature } = options;
    const named = () => ({
      visitorId: given["visitorId"] ?? (ownId = keptVisitorId()),
      visitorSignature: given["visitorSignature"],
    });
    connect(visitorId ? { visitorId, visitorSignature } : (before ?? named()));
  }

  /** Keeps to the account's languages, once they are known. */
  function speak(languages: readonly Language[] = ["en", "fr"]): void {
    language = chooseLanguage(languages, wish, givenLanguage);
  }

  /** Speaks for that visitor from now on. What is on the screen stays. */
  function connect(whom: Identity): void {
    client?.dispose();
    visitor = whom;
    nextVisitor = undefined;
    mayAskForHelp = false;
    client = new SignalingClient({
      url: `${service.replace(/^http/, "ws")}/signal`,
      clientId: randomId(),
      hello: () => ({ kind: "page", language, canShare }),
      credential: tokenSource(service, siteKey, whom, speak),
      onReady(hello) {
        clockOffset = Date.parse(hello.serverTime) - Date.now();
        mayAskForHelp = !!hello.mayAskForHelp;
        if (!isOpen()) policy = hello.account.policy;
        if (conversationId) tellConversation();
      },
      onState: (state) => connection(state === "connected"),
      onMessage: (message) => {
        if (message.type === "session.state") heard(message.session);
      },
    });
  }

  function identify(whom?: Identity | null): void {
    const present = nextVisitor ?? visitor;
    const unnamed = present ? present.visitorId === ownId : !given["visitorId"];
    // Said again on every route of a host, it must not make one visitor after the other.
    if (!whom && unnamed) return;
    const next = whom ?? { visitorId: (ownId = keptVisitorId(true)) };
    const { visitorId, visitorSignature } = next;
    nextVisitor = undefined;
    if (visitor?.visitorId === visitorId && visitor.visitorSignature === visitorSignature) return;
    if (!client) visitor = next;
    else if (isOpen()) nextVisitor = next;
    else connect(next);
  }

  function setConversation(id?: string | null): void {
    conversationId = id ?? undefined;
    if (client?.state === "connected") tellConversation();
  }

  function tellConversation(): void {
    ask("visitor.conversation", conversationId ? { conversationId } : {});
  }

  function askForHelp(): Promise<boolean> {
    const asked = client?.request("help.ask", {}) ?? Promise.reject(new Error("not started"));
    return asked.then(
      () => true,
      () => false,
    );
  }

  function stop(): void {
    client?.dispose();
    client = visitor = nextVisitor = undefined;
    mayAskForHelp = false;
    session = last = null;
    unannounced = undefined;
    tickets.follow(null);
    removeCard();
  }

  function move(to: Element | null): void {
    target = to;
    removeCard();
    draw();
  }

  function renderInto(element: Element): () => void {
    move(element);
    return () => target === element && move(null);
  }

  return {
    api: Object.freeze({
      start: safely(start, undefined),
      stop: safely(stop, undefined),
      identify: safely(identify, undefined),
      setConversation: safely(setConversation, undefined),
      askForHelp: safely(askForHelp, Promise.resolve(false)),
      get mayAskForHelp() {
        return mayAskForHelp;
      },
      get visitorId() {
        return visitor?.visitorId ?? null;
      },
      canShare,
      get session() {
        return session;
      },
      renderInto: safely(renderInto, () => undefined),
      accept: safely(accept, false),
      decline: safely(decline, undefined),
      stopSharing: safely(stopSharing, undefined),
    }),
    begin() {
      emit("ready");
      if (mode !== "manual") safely(start, undefined)();
    },
  };
}

/** Whatever goes wrong in here must not become the host's trouble. */
function safely<A extends unknown[], R>(call: (...args: A) => R, otherwise: R): (...args: A) => R {
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      console.warn("visavis:", error);
      return otherwise;
    }
  };
}
