import { taskDeadline } from "@visavis/signaling-client";
import type { Language } from "../../design/language.ts";
import { OPEN_POLICY, privacyAddress, type VisitorPolicy } from "../policy.ts";
import { endWords } from "../words/end-words.ts";
import { speaker } from "../words/phrases.ts";
import { cardWords, type CardPhrase } from "./card-words.ts";
import type { CardState } from "./contract.ts";

/** What the card is about; also on the element as `data-vv-state`, for tests and host styles. */
export type CardPhase =
  | "asked"
  | "unsupported"
  | "answering"
  | "elsewhere"
  | "blocked"
  | "waiting"
  | "popup-closed"
  | "ready"
  | "sharing"
  | "paused"
  | "reconnecting"
  | "stopping"
  | "ended";

/** How long before a deadline the card speaks of it, milliseconds. */
const LATE_MS = 30_000;

/** What a press does; `link` is the popup as an ordinary link. */
export type CardPress = "accept" | "decline" | "stop" | "dismiss" | "link";

/** A button of the card, with whether it can be pressed now. */
export interface CardButton {
  press: CardPress;
  text: string;
  look: "primary" | "plain" | "danger";
  enabled: boolean;
}

/** A link to the company's privacy text. */
export interface PrivacyLine {
  url: string;
  language: Language;
  text: string;
  newTab: string;
}

/** Everything the card shows, in words. */
export interface CardView {
  phase: CardPhase;
  tone: "request" | "live" | "calm" | "warning";
  title: string;
  text: string;
  buttons: CardButton[];
  /** The company's privacy text; absent where it names none, or where nothing is decided. */
  privacy?: PrivacyLine | undefined;
  /** A line about the connection or a deadline; empty when there is nothing to say. */
  footnote: string;
  /** Whether the footnote is worth saying aloud. */
  late: boolean;
  /** To call a person back to a hidden tab; empty for changes they made themselves. */
  alert: string;
}

/** Says which phase a state is. */
export function cardPhase(state: CardState): CardPhase {
  const { session, answer, asked, blocked, canShare } = state;
  if (state.stopping && session.state !== "ended") return "stopping";
  switch (session.state) {
    case "requested":
      if (answer) return blocked ? "blocked" : "answering";
      return canShare ? "asked" : "unsupported";
    case "accepted":
      if (blocked) return "blocked";
      if (session.capturing) return "ready";
      if (session.visitorConnection === "connected") {
        return asked && !answer ? "elsewhere" : "waiting";
      }
      // Between the yes and the popup's hello there is a moment without a popup.
      return answer && session.visitorConnection === "absent" ? "waiting" : "popup-closed";
    case "live":
    case "paused": {
      const both =
        session.visitorConnection === "connected" && session.agentConnection === "connected";
      if (!both) return "reconnecting";
      return session.state === "live" ? "sharing" : "paused";
    }
    case "ended":
      return "ended";
  }
}

/** Which phrase tells of a deadline that is near, and in how many seconds, in steps of ten. */
function nearDeadline(
  { session, clockOffset }: CardState,
  now: number,
): { key: CardPhrase; seconds: string } | undefined {
  const deadline = taskDeadline(session);
  if (!deadline || session.state === "ended") return undefined;
  const left = Date.parse(deadline.at) - now - clockOffset;
  if (left <= 0 || left > LATE_MS) return undefined;
  const seconds = String(Math.ceil(left / 10_000) * 10);
  if (session.state === "requested") return { key: "lateAnswer", seconds };
  if (session.state !== "accepted") return undefined;
  return { key: session.capturing ? "lateAgent" : "lateStart", seconds };
}

/** Puts a state into words and buttons, at a moment of this browser's clock. */
export function cardView(state: CardState, now = Date.now()): CardView {
  const view = phaseView(state);
  if (view.phase === "ended") return view;
  const { session, online, language } = state;
  const say = speaker(cardWords, language);
  if (!online) return { ...view, footnote: view.footnote || say("offline") };
  const near = nearDeadline(state, now);
  if (!near || view.phase === "stopping" || view.phase === "answering") return view;
  const footnote = say(near.key, session.agent.name, near.seconds);
  return { ...view, footnote, late: true, alert: say("alertLate") };
}

function phaseView(state: CardState): CardView {
  const { session, language, policy = OPEN_POLICY } = state;
  const say = speaker(cardWords, language);
  const agent = session.agent.name;
  const phase = cardPhase(state);
  const press = (
    kind: CardPress,
    key: CardPhrase,
    look: CardButton["look"] = "plain",
    enabled = true,
  ): CardButton => ({ press: kind, text: say(key, agent), look, enabled });
  const hasTicket = state.popupUrl !== "";
  const view = (
    tone: CardView["tone"],
    title: CardPhrase,
    text: CardPhrase | "",
    ...buttons: CardButton[]
  ): CardView => ({
    phase,
    tone,
    title: say(title, agent, session.accountName),
    text: text && say(text, agent),
    buttons,
    footnote: "",
    late: false,
    alert: "",
  });
  switch (phase) {
    case "asked": {
      const asked = view(
        "request",
        "asks",
        `consent-${policy.surface}`,
        press("accept", "yes", "primary", hasTicket),
        press("decline", "no"),
      );
      const again = say("reworded", agent, session.accountName);
      return {
        ...asked,
        text: state.reworded ? `${again} ${asked.text}` : asked.text,
        alert: say("alertRequest"),
        privacy: privacyOf(policy, language),
      };
    }
    case "unsupported":
      return view(
        "warning",
        "unsupportedTitle",
        "unsupported",
        press("decline", "tell", "primary"),
      );
    case "answering":
      return view("calm", "answering", "");
    case "elsewhere":
      return view("calm", "elsewhereTitle", "elsewhere", press("stop", "cancel"));
    case "blocked":
      return view(
        "warning",
        "blockedTitle",
        "blocked",
        press("link", "openWindow", "primary", hasTicket),
        press("stop", "cancel"),
      );
    case "waiting":
      return view("calm", "waitingTitle", "waiting", press("stop", "cancel"));
    case "popup-closed":
      return view(
        "warning",
        "closedTitle",
        "closed",
        press("accept", "openWindow", "primary", hasTicket),
        press("stop", "cancel"),
      );
    case "ready":
      return view("calm", "chosenTitle", "chosen", press("stop", "stop", "danger"));
    case "sharing":
      return view("live", "sharing", "sees", press("stop", "stop", "danger"));
    case "paused":
      return view("live", "pausedTitle", "paused", press("stop", "stop", "danger"));
    case "reconnecting":
      return view(
        "warning",
        "lostTitle",
        session.visitorConnection === "connected" ? "agentLost" : "lost",
        press("stop", "stop", "danger"),
      );
    case "stopping":
      return view("calm", "stopping", state.online ? "" : "stoppingOffline");
    case "ended": {
      const words = endWords(session, language);
      const own = session.endReason === "declined" || session.endReason === "visitor-stopped";
      return {
        ...view("calm", "close", "", press("dismiss", "close")),
        ...words,
        alert: own ? "" : say(session.liveAt ? "alertEnded" : "alertClosed"),
      };
    }
  }
}

function privacyOf(policy: VisitorPolicy, language: Language): PrivacyLine | undefined {
  const found = privacyAddress(policy, language);
  const say = speaker(cardWords, language);
  return found && { ...found, text: say("privacy"), newTab: say("newTab") };
}
