import type { SessionSnapshot } from "@visavis/signaling-client";
import type { Language } from "../../design/language.ts";
import type { VisitorPolicy } from "../policy.ts";

/** What the loader knows; the card makes its words of it. */
export interface CardState {
  session: SessionSnapshot;
  language: Language;
  /** What the account lets visitors show, and what it tells them. */
  policy: VisitorPolicy | undefined;
  /** Whether this browser can share a screen at all. */
  canShare: boolean;
  /** What this very page answered, if it did. */
  answer: "yes" | "no" | undefined;
  /** The company changed its words since this page showed them: they are to be read again. */
  reworded: boolean;
  /** Whether this page showed the request while it was open. */
  asked: boolean;
  /** The browser refused to open the popup. */
  blocked: boolean;
  /** Address of the popup with an unspent ticket; empty while none is at hand. */
  popupUrl: string;
  /** Whether the page is connected to the service. */
  online: boolean;
  /** The visitor pressed stop, and the service has not confirmed it yet. */
  stopping: boolean;
  /** Milliseconds that the service's clock is ahead of this one. */
  clockOffset: number;
}

/** What a press on the card does. */
export interface CardActions {
  /** Opens the popup; must be called inside the click. */
  accept(): boolean;
  decline(): void;
  stop(): void;
  /** The visitor opened {@link CardState.popupUrl} as an ordinary link. */
  followed(): void;
  /** The element that the host gave is on the page no more. */
  lost(): void;
  /** The visitor has read the ending. */
  dismiss(): void;
}

/** A card on the page. */
export interface MountedCard {
  show(state: CardState): void;
  remove(): void;
}

/** The one export of `card.js`: puts a card into `target`, or over the page when there is none. */
export type MountCard = (target: Element | null, actions: CardActions) => MountedCard;
