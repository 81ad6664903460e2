/**
 * How this chat gives Visavis a place to draw: nothing but the public script-tag interface of
 * `docs/plug-in/website.md`. A page without `visavis.js` never gets past `whenPresent`.
 */

/** The part of a `SessionSnapshot` that the chat looks at. */
export interface ShareSession {
  readonly id: string;
  readonly state: "requested" | "accepted" | "live" | "paused" | "ended";
  readonly agent: { readonly id: string; readonly name: string };
}

interface VisavisApi {
  readonly session: ShareSession | null;
  start(options: { visitorId: string; language: string }): unknown;
  renderInto(element: Element): () => void;
}

declare global {
  interface Window {
    readonly visavis?: VisavisApi;
  }
}

/** What the chat does when something about a share happens. */
export interface ShareListener {
  /** An agent asks: show the place where the card is. */
  asked(session: ShareSession): void;
  /** The share began, changed or ended; `null` when there is none. */
  changed(session: ShareSession | null): void;
}

const changes = ["visavis:ready", "visavis:state", "visavis:ended"] as const;

/** Starts Visavis for this visitor and has it draw into `slot`. Safe when it never loads. */
export function hostShares(
  slot: Element,
  visitorId: string,
  language: string,
  listener: ShareListener,
): void {
  addEventListener("visavis:request", (event) => {
    const session = sessionOf(event);
    if (session) listener.asked(session);
  });
  for (const name of changes) {
    addEventListener(name, (event) => {
      listener.changed(sessionOf(event) ?? window.visavis?.session ?? null);
    });
  }
  whenPresent((visavis) => {
    visavis.renderInto(slot);
    visavis.start({ visitorId, language });
    listener.changed(visavis.session);
  });
}

function sessionOf(event: Event): ShareSession | null {
  const { detail } = event as CustomEvent<{ session?: ShareSession } | null>;
  return detail?.session ?? null;
}

function whenPresent(use: (visavis: VisavisApi) => void): void {
  if (window.visavis) {
    use(window.visavis);
    return;
  }
  // "load" does not bubble, but passes the document on its way down, also for tags added later.
  const loaded = (): void => {
    if (!window.visavis) return;
    document.removeEventListener("load", loaded, true);
    use(window.visavis);
  };
  document.addEventListener("load", loaded, true);
}
