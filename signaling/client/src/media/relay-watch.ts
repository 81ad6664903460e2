import type { RelayReport } from "../generated/messages.ts";

/** What a side found when it looked for the relay. */
export type RelayReach = RelayReport["reach"];

/** A relay that has not answered for so long, in milliseconds, is told to be out of reach. */
const PATIENCE_MS = 6_000;

/** The part of `RTCPeerConnection` that is watched. */
export type WatchedConnection = Pick<
  RTCPeerConnection,
  "addEventListener" | "getConfiguration" | "iceGatheringState"
>;

/**
 * Tells what becomes of the search for a relay each time that a connection gathers candidates.
 * Browsers do not fail of themselves when none is found: such a connection stays new for ever.
 */
export class RelayWatch {
  readonly #connection: WatchedConnection;
  readonly #tell: (reach: RelayReach) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #found = false;
  #refused = false;
  #closed = false;

  constructor(connection: WatchedConnection, tell: (reach: RelayReach) => void) {
    this.#connection = connection;
    this.#tell = tell;
    connection.addEventListener("icegatheringstatechange", () => this.#gathers());
    connection.addEventListener("icecandidate", ({ candidate }) => this.#candidate(candidate));
    connection.addEventListener("icecandidateerror", ({ errorCode, url }) => {
      // Below 700 it is the relay's own answer; above, the browser's word for none at all.
      if (/^turns?:/.test(url) && errorCode < 700) this.#refused = true;
    });
  }

  /** Tells no more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#closed = true;
  }

  #gathers(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    switch (this.#connection.iceGatheringState) {
      case "gathering":
        this.#found = this.#refused = false;
        this.#timer = setTimeout(() => this.#conclude(), PATIENCE_MS);
        return;
      case "complete":
        this.#conclude();
        return;
      case "new":
    }
  }

  #candidate(candidate: RTCIceCandidate | null): void {
    if (this.#closed || this.#found || !candidate || !/ typ relay\b/.test(candidate.candidate))
      return;
    clearTimeout(this.#timer);
    this.#found = true;
    this.#tell("reached");
  }

  #conclude(): void {
    if (this.#found) return;
    const { iceServers, iceTransportPolicy } = this.#connection.getConfiguration();
    const urls = (iceServers ?? []).flatMap((server) => server.urls);
    if (urls.some((url) => url.startsWith("turn"))) {
      this.#tell(this.#refused ? "refused" : "unreachable");
    } else if (iceTransportPolicy === "relay") {
      this.#tell("missing");
    }
  }
}
