import type { IceGrant } from "../generated/messages.ts";

/** How long a connection waits for the service before it begins with the servers known so far. */
const PATIENCE_MS = 2_500;
/** New credentials are asked for when so much of the old ones' life is over. */
const RENEWED_AT = 0.75;
/** The soonest that the service is asked again, in milliseconds. */
const SOONEST_MS = 5_000;
/** The longest that a timer of a browser can wait, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1;

/** What {@link IceServers} needs of its owner. */
export interface IceSource {
  /** Servers that need no credentials, as `hello` named them. */
  readonly known: RTCIceServer[];
  /** Asks the service for all of them (`ice.ask`). */
  readonly ask: () => Promise<IceGrant>;
  /** Takes servers with newer credentials; they count from the next gathering on. */
  readonly renewed: (servers: RTCIceServer[]) => void;
}

/**
 * The servers of one share's connection, with credentials that are fresh whenever ICE begins anew
 * and are renewed as long as the share lasts.
 */
export class IceServers {
  readonly #source: IceSource;
  #latest: RTCIceServer[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(source: IceSource) {
    this.#source = source;
    this.#latest = source.known;
  }

  /** Fresh from the service; those known so far when it does not answer in time. Never rejects. */
  async fresh(): Promise<RTCIceServer[]> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([this.#ask(), late]);
    clearTimeout(timer);
    return this.#latest;
  }

  /** Asks no more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<boolean> {
    try {
      const { iceServers, expiresInMs } = await this.#source.ask();
      this.#latest = iceServers;
      if (expiresInMs !== undefined) this.#renewIn(expiresInMs * RENEWED_AT);
      return true;
    } catch {
      // What was known stays good for a while; the next round asks again.
      return false;
    }
  }

  #renewIn(ms: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    const wait = Math.min(Math.max(ms, SOONEST_MS), LONGEST_MS);
    this.#timer = setTimeout(() => void this.#renew(wait), wait);
  }

  async #renew(after: number): Promise<void> {
    const answered = await this.#ask();
    if (this.#closed) return;
    if (answered) this.#source.renewed(this.#latest);
    else this.#renewIn(after / 4);
  }
}

/** Has a connection use these servers when it gathers next; all else stays as it was made. */
export function useServers(connection: RTCPeerConnection, iceServers: RTCIceServer[]): void {
  connection.setConfiguration({ ...connection.getConfiguration(), iceServers });
}
