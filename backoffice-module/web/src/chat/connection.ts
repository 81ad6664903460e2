import { readServerMessage, type ClientMessage, type ServerMessage } from "./protocol.ts";

/** What happens on a connection, told to its owner. */
export interface ConnectionListener {
  /** Every message but `ping`. */
  heard(message: ServerMessage): void;
  /** Called when the welcome arrives and when the connection is lost. */
  changed(online: boolean): void;
  /** The server will not have this client back as it is: 1008 refused, 4401 signed out. */
  turnedAway?(code: number): void;
}

const firstDelayMs = 500;
const longestDelayMs = 15_000;
// The server pings every 15 s; after two missed pings nobody is there, whatever the socket says.
const silenceMs = 40_000;
const turnedAwayCodes = [1008, 4401];

/**
 * A WebSocket that says hello, answers pings, notices silence and comes back by itself with
 * growing, jittered pauses, until `close`.
 */
export class ChatConnection {
  #socket: WebSocket | null = null;
  #online = false;
  #closed = true;
  #delayMs = firstDelayMs;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  readonly #url: string;
  readonly #hello: () => ClientMessage;
  readonly #listener: ConnectionListener;

  constructor(url: string, hello: () => ClientMessage, listener: ConnectionListener) {
    this.#url = url;
    this.#hello = hello;
    this.#listener = listener;
  }

  get online(): boolean {
    return this.#online;
  }

  open(): void {
    if (!this.#closed) return;
    this.#closed = false;
    addEventListener("online", this.#hurry);
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    removeEventListener("online", this.#hurry);
    clearTimeout(this.#retry);
    this.#drop();
  }

  /** Sends now, or says that it could not. */
  send(message: ClientMessage): boolean {
    if (!this.#online || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #connect(): void {
    let socket: WebSocket;
    try {
      socket = new WebSocket(this.#url);
    } catch {
      this.#later();
      return;
    }
    this.#socket = socket;
    this.#listenForSilence();
    socket.onopen = () => socket.send(JSON.stringify(this.#hello()));
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (this.#socket === socket) this.#hear(event.data);
    };
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return;
      if (turnedAwayCodes.includes(code)) {
        this.close();
        this.#listener.turnedAway?.(code);
      } else this.#lose();
    };
  }

  #hear(frame: unknown): void {
    this.#listenForSilence();
    const message = readServerMessage(frame);
    if (!message) return;
    if (message.type === "ping") {
      this.#socket?.send('{"type":"pong"}');
      return;
    }
    if (message.type === "welcome") {
      this.#online = true;
      this.#delayMs = firstDelayMs;
    }
    this.#listener.heard(message);
    if (message.type === "welcome") this.#listener.changed(true);
  }

  #listenForSilence(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lose(), silenceMs);
  }

  #lose(): void {
    this.#drop();
    if (!this.#closed) this.#later();
  }

  #drop(): void {
    clearTimeout(this.#watch);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    if (!this.#online) return;
    this.#online = false;
    this.#listener.changed(false);
  }

  #later(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), this.#delayMs * (0.5 + Math.random()));
    this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs);
  }

  readonly #hurry = (): void => {
    if (this.#socket || this.#closed) return;
    clearTimeout(this.#retry);
    this.#connect();
  };
}
