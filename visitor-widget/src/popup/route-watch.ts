import type { SessionSnapshot } from "@visavis/signaling-client";

/** How long a way to the agent may take before it is called missing, in milliseconds. */
const ROUTE_MS = 15_000;

type Notice = SessionSnapshot["notice"];

/** The share that a {@link RouteWatch} looks at, as it is at each moment. */
export interface RoutedShare {
  readonly link: { readonly connected: boolean } | undefined;
  readonly session: SessionSnapshot | undefined;
}

/** What a {@link RouteWatch} asks and says. */
export interface RoutePorts {
  /** Whether the agent can be reached over the service. */
  readonly reachable: () => boolean;
  readonly tell: (notice: Notice) => void;
}

/** Waits for a way to the agent, says when none was found in good time, and takes it back. */
export class RouteWatch {
  readonly #share: RoutedShare;
  readonly #ports: RoutePorts;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(share: RoutedShare, ports: RoutePorts) {
    this.#share = share;
    this.#ports = ports;
  }

  /** Counts from now on. */
  start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { reachable, tell } = this.#ports;
      if (this.#share.link?.connected === false && reachable()) tell("no-route");
    }, ROUTE_MS);
  }

  /** A way was found, or lost. */
  found(connected: boolean): void {
    if (connected) this.takeBack();
    else this.start();
  }

  /** Asked at every news: the notice may come back from the service after the way was found. */
  takeBack(): void {
    const told = this.#share.session?.notice;
    const noWay = told === "no-route" || told === "no-relay";
    if (this.#share.link?.connected && noWay) this.#ports.tell("none");
  }

  /** Counts no more. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
