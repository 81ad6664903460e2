import type { ErrorCode, Hello, HelloResult, ServerMessage } from "./generated/messages.ts";
import {
  SignalingError,
  type PeerMessage,
  type RequestFields,
  type RequestResult,
  type RequestType,
  type ServerEvent,
} from "./request-types.ts";

/** How a client proves who it is: by a token, or once by a popup's ticket. */
export type Credential = { token: string } | { ticket: string };

/** `connecting` at first; `closed` is final. */
export type ConnectionState = "connecting" | "connected" | "reconnecting" | "closed";

/** Why a connection is closed for good; an error code is that of the refused `hello`. */
export type CloseCause = "disposed" | "taken-over" | "revoked" | ErrorCode;

/** The part of `WebSocket` that the client uses. */
export interface SignalingSocket {
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(text: string): void;
  close(): void;
}

/** What a {@link SignalingClient} needs of its owner. */
export interface SignalingOptions {
  /** Of the service, e.g. `wss://service/signal`. */
  url: string;
  /** 16 to 64 characters of `A–Z a–z 0–9 _ -`, random per page load. */
  clientId: string;
  /** What this client is; asked again at every connection. */
  hello: () => Pick<Hello, "kind" | "language" | "canShare">;
  /**
   * Gives the token or ticket for the next connection or renewal. `fresh` says that the last one
   * was refused or runs out, so that a kept one will not do. A rejection counts as a failed
   * attempt.
   */
  credential: (fresh: boolean) => Promise<Credential>;
  /** Called at every change. `cause` comes with `closed`. */
  onState?: (state: ConnectionState, cause?: CloseCause) => void;
  /** Called with the answer to `hello`, before any queued message leaves. */
  onReady?: (result: HelloResult) => void;
  onMessage: (message: ServerEvent) => void;
  /** Called when the server itself hands out a newer token (to popups). */
  onToken?: (token: string) => void;
  /** Disposes of the client when aborted. */
  signal?: AbortSignal;
  /** Opens a socket; `new WebSocket(url)` unless told. */
  openSocket?: (url: string) => SignalingSocket;
  /** In [0, 1); spreads reconnections. */
  random?: () => number;
}

interface Pending {
  resolve: (result: object) => void;
  reject: (error: SignalingError) => void;
  timer: ReturnType<typeof setTimeout>;
}

const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 8_000;
const HANDSHAKE_MS = 10_000;
const REQUEST_MS = 10_000;
const QUEUE_LENGTH = 256;

/**
 * One lasting connection to `/signal`: says hello, comes back after every loss and picks up where it
 * was, until it is disposed of, taken over or refused. See `docs/protocol.md`.
 */
export class SignalingClient {
  readonly #options: SignalingOptions;
  readonly #pending = new Map<string, Pending>();
  #queue: { id?: string; text: string }[] = [];
  #socket: SignalingSocket | undefined;
  #state: ConnectionState = "connecting";
  #attempt = 0;
  #lastId = 0;
  #fresh = false;
  #resumed = false;
  #seen: { sessionId: string; seq: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #lastFrameAt = 0;
  #silentTicks = 0;

  /** Starts to connect at once. */
  constructor(options: SignalingOptions) {
    this.#options = options;
    globalThis.addEventListener("online", this.#retryNow);
    options.signal?.addEventListener("abort", () => this.dispose());
    void this.#connect();
  }

  /** Where the connection stands now. */
  get state(): ConnectionState {
    return this.#state;
  }

  /**
   * Sends a request; without a connection it waits for one, up to `timeoutMs`.
   * When connected, the message has left by the time this returns.
   *
   * @throws SignalingError (rejection) if refused, unanswered, or cut off
   */
  request<T extends RequestType>(
    type: T,
    fields: RequestFields<T>,
    timeoutMs = REQUEST_MS,
  ): Promise<RequestResult<T>> {
    return this.#ask({ type, ...fields }, timeoutMs, false) as Promise<RequestResult<T>>;
  }

  /** Passes a message on to the other side; kept for the next connection if there is none now. */
  send(message: PeerMessage): void {
    this.#post({ text: JSON.stringify(message) });
  }

  /** Closes for good; open requests are rejected. */
  dispose(): void {
    this.#finish("disposed");
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    let credential: Credential;
    try {
      credential = await this.#options.credential(this.#fresh);
    } catch (error) {
      if (error instanceof SignalingError && !error.retryable) this.#finish(error.code);
      else this.#retryLater();
      return;
    }
    if (this.#state === "closed") return;
    try {
      this.#listen(this.#options.openSocket?.(this.#options.url), credential);
    } catch {
      this.#retryLater();
    }
  }

  #listen(given: SignalingSocket | undefined, credential: Credential): void {
    const socket = given ?? new WebSocket(this.#options.url);
    this.#socket = socket;
    socket.onclose = (event) => this.#lost(event.code);
    socket.onmessage = (event) => {
      this.#lastFrameAt = Date.now();
      this.#silentTicks = 0;
      let message: ServerMessage;
      try {
        message = JSON.parse(String(event.data)) as ServerMessage;
      } catch {
        return;
      }
      if (message.type === "server.ready") void this.#greet(credential);
      else this.#receive(message);
    };
    this.#timer = setTimeout(() => this.#lost(), HANDSHAKE_MS);
  }

  async #greet(credential: Credential): Promise<void> {
    const hello = {
      type: "hello",
      versions: [1],
      clientId: this.#options.clientId,
      ...this.#options.hello(),
      ...credential,
      ...(this.#seen && { resume: this.#seen }),
    };
    const socket = this.#socket;
    try {
      const result = (await this.#ask(hello, HANDSHAKE_MS, true)) as HelloResult;
      if (socket === this.#socket) this.#ready(result);
    } catch (error) {
      if (socket === this.#socket) this.#refused(error as SignalingError);
    }
  }

  #ready(result: HelloResult): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#fresh = false;
    this.#resumed = result.resumed === true;
    // Counted in ticks too: after a frozen tab wakes, the frames that wait must be read first.
    this.#watch = setInterval(() => {
      const silent = Date.now() - this.#lastFrameAt;
      if (++this.#silentTicks > 1 && silent >= result.heartbeat.timeoutMs) this.#lost();
    }, result.heartbeat.timeoutMs / 10);
    this.#options.onReady?.(result);
    this.#setState("connected");
    for (const { text } of this.#queue.splice(0)) this.#socket?.send(text);
  }

  #refused(error: SignalingError): void {
    const stale = error.code === "token-expired" || error.code === "token-invalid";
    if (error.retryable || (stale && !this.#fresh)) {
      this.#fresh ||= stale;
      this.#lost();
    } else this.#finish(error.code);
  }

  #receive(message: ServerMessage): void {
    switch (message.type) {
      case "ping":
        this.#attempt = 0;
        this.#socket?.send('{"type":"pong"}');
        return;
      case "ok":
        return this.#settle(message.id)?.resolve(message.result ?? {});
      case "token.expiring":
        return void this.#renew();
      case "pong":
      case "server.ready":
        return;
      case "error": {
        const { id, code, detail, retryable } = message;
        if (id) return this.#settle(id)?.reject(new SignalingError(code, detail, retryable));
        break;
      }
      default:
        if (this.#isRepeated(message)) return;
    }
    this.#options.onMessage(message);
  }

  /** Notes the number of a session's message; true if it was seen before the connection broke. */
  #isRepeated(message: ServerEvent): boolean {
    if (!("seq" in message)) return false;
    const { seq } = message;
    const sessionId = "session" in message ? message.session.id : message.sessionId;
    const seen = this.#seen;
    if (this.#resumed && seen?.sessionId === sessionId && seq <= seen.seq) return true;
    this.#seen = { sessionId, seq };
    return false;
  }

  async #renew(): Promise<void> {
    try {
      const credential = await this.#options.credential(true);
      // A ticket is good for a hello only.
      if (!("token" in credential)) return;
      const { token } = await this.request("token.renew", credential);
      if (token) this.#options.onToken?.(token);
    } catch {
      // The server will close with 4001 and the next connection asks for a fresh token again.
    }
  }

  #ask(message: object, timeoutMs: number, now: boolean): Promise<object> {
    return new Promise((resolve, reject: (error: SignalingError) => void) => {
      if (this.#state === "closed") {
        reject(unavailable("closed", false));
        return;
      }
      const id = String(++this.#lastId);
      const timer = setTimeout(() => {
        this.#queue = this.#queue.filter((queued) => queued.id !== id);
        this.#settle(id)?.reject(unavailable("no reply"));
      }, timeoutMs);
      this.#pending.set(id, { resolve, reject, timer });
      const text = JSON.stringify({ ...message, id });
      if (now) this.#socket?.send(text);
      else this.#post({ id, text });
    });
  }

  #post(entry: { id?: string; text: string }): void {
    if (this.#state === "connected") this.#socket?.send(entry.text);
    else if (this.#state !== "closed" && this.#queue.length < QUEUE_LENGTH) this.#queue.push(entry);
  }

  #settle(id: string): Pending | undefined {
    const pending = this.#pending.get(id);
    clearTimeout(pending?.timer);
    this.#pending.delete(id);
    return pending;
  }

  /** Gives up the socket without waiting for its own `close`, which may take minutes. */
  #abandon(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) {
      socket.onclose = socket.onmessage = null;
      socket.close();
    }
    const waiting = new Set(this.#queue.map((queued) => queued.id));
    for (const id of [...this.#pending.keys()]) {
      if (!waiting.has(id)) this.#settle(id)?.reject(unavailable("connection lost"));
    }
  }

  #lost(code?: number): void {
    if (code === 4002) this.#finish("taken-over");
    else if (code === 4003) this.#finish("revoked");
    else {
      // The token has expired, or its key was revoked: the same one opens nothing any more.
      this.#fresh ||= code === 4001 || code === 4012;
      this.#abandon();
      this.#retryLater();
    }
  }

  #retryLater(): void {
    if (this.#state === "closed") return;
    this.#setState("reconnecting");
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#attempt++);
    const random = this.#options.random ?? Math.random;
    this.#timer = setTimeout(() => void this.#connect(), random() * ceiling);
  }

  readonly #retryNow = (): void => {
    if (this.#state === "reconnecting" && !this.#socket && this.#timer) void this.#connect();
  };

  #finish(cause: CloseCause): void {
    if (this.#state === "closed") return;
    globalThis.removeEventListener("online", this.#retryNow);
    this.#queue = [];
    this.#abandon();
    this.#setState("closed", cause);
  }

  #setState(state: ConnectionState, cause?: CloseCause): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onState?.(state, cause);
  }
}

function unavailable(detail: string, retryable = true): SignalingError {
  return new SignalingError("unavailable", detail, retryable);
}
