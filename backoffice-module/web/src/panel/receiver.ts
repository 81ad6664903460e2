import {
  CandidateQueue,
  candidateMessage,
  dtlsFingerprint,
  IceServers,
  iceUfrag,
  RelayWatch,
  useServers,
  type IceGrant,
  type PeerIce,
  type PeerMessage,
  type PeerOffer,
  type RelayReach,
} from "@visavis/signaling-client";
import type { MediaState } from "./state.ts";

/** What a {@link Receiver} needs of its owner. */
export interface ReceiverOptions {
  /** Passes a message on to the popup. */
  readonly send: (message: PeerMessage) => void;
  /** ICE servers that need no credentials. */
  readonly iceServers: () => RTCIceServer[];
  /** Asks for all of them, with credentials of that share. */
  readonly askIce: (sessionId: string) => Promise<IceGrant>;
  /** Whether pictures may travel by a relay only. */
  readonly relayOnly: () => boolean;
  /** A picture to show, or null when there is none any more. */
  readonly onStream: (stream: MediaStream | null) => void;
  /** How the connection stands; `flowing` is for the video to say. */
  readonly onMedia: (state: Exclude<MediaState, "flowing">) => void;
  /** What was found each time that this side looked for the relay. */
  readonly onRelay: (sessionId: string, reach: RelayReach) => void;
  /** Makes a connection; `new RTCPeerConnection` unless told. */
  readonly connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

/** How long a broken connection may mend itself before the panel asks for help, milliseconds. */
const MEND = 4_000;
/** How long to wait between two asks, milliseconds. */
const ASK_AGAIN = 8_000;
/** How often an offer that could not be answered is asked for again. */
const ATTEMPTS = 3;

/**
 * The panel's end of the picture. It never offers: it answers every offer of the popup at once,
 * so that the transport stands before the visitor has picked anything, and asks the popup to
 * offer again when the connection breaks.
 */
export class Receiver {
  private readonly options: ReceiverOptions;
  private sessionId: string | null = null;
  private connection: RTCPeerConnection | null = null;
  private fingerprint: string | undefined;
  private ufrag: string | undefined;
  private ice: IceServers | null = null;
  private watch: RelayWatch | null = null;
  /** Counts what became of connections: an offer that was overtaken while it asked is dropped. */
  private round = 0;
  private candidates: CandidateQueue | null = null;
  /** Everything the popup sends is dealt with one after the other. */
  private work: Promise<void> = Promise.resolve();
  private failures = 0;
  private mending: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ReceiverOptions) {
    this.options = options;
  }

  /** Takes the popup's offer; answers are sent in the order of their offers. */
  offer(message: PeerOffer): Promise<void> {
    this.work = this.work.then(() => this.answer(message)).catch(() => this.stumbled());
    return this.work;
  }

  /** Takes one of the popup's candidates. */
  candidate(message: PeerIce): Promise<void> {
    this.work = this.work.then(() =>
      message.sessionId === this.sessionId ? this.candidates?.add(message) : undefined,
    );
    return this.work;
  }

  /** Asks for an offer unless the connection lives, or is being made. */
  check(sessionId: string): void {
    const state = this.connection?.connectionState ?? "closed";
    if (state === "connected" || state === "connecting" || state === "new") return;
    this.sessionId ??= sessionId;
    this.askForOffer(this.connection !== null);
  }

  /** Statistics of the running connection; null when there is none. */
  async stats(): Promise<RTCStatsReport | null> {
    const connection = this.connection;
    return connection === null ? null : connection.getStats();
  }

  /** Drops the connection; the next offer makes a new one. */
  drop(): void {
    this.sessionId = null;
    this.close();
    this.options.onStream(null);
  }

  private async answer({ sessionId, sdp }: PeerOffer): Promise<void> {
    const fingerprint = dtlsFingerprint(sdp);
    const another = this.sessionId !== sessionId || this.fingerprint !== fingerprint;
    if (this.connection === null || this.connection.signalingState === "closed" || another) {
      if (!(await this.open(sessionId, fingerprint))) return;
    } else if (this.ufrag !== iceUfrag(sdp)) {
      await this.freshServers();
    }
    this.ufrag = iceUfrag(sdp);
    const connection = this.connection;
    if (connection === null) return;
    await connection.setRemoteDescription({ type: "offer", sdp });
    await connection.setLocalDescription();
    if (connection !== this.connection) return;
    const answer = connection.localDescription?.sdp;
    if (answer !== undefined) this.options.send({ type: "peer.answer", sessionId, sdp: answer });
    await this.candidates?.release();
    this.failures = 0;
  }

  /** An offer that cannot be answered is asked for again, but not for ever. */
  private stumbled(): void {
    this.failures += 1;
    if (this.failures <= ATTEMPTS) this.askForOffer(false);
  }

  /** False when the share was dropped meanwhile. */
  private async open(sessionId: string, fingerprint: string | undefined): Promise<boolean> {
    this.close();
    const { round } = this;
    const ice = new IceServers({
      known: this.options.iceServers(),
      ask: () => this.options.askIce(sessionId),
      renewed: (servers) => {
        if (this.connection !== null && ice === this.ice) useServers(this.connection, servers);
      },
    });
    this.ice = ice;
    const iceServers = await ice.fresh();
    if (round !== this.round) return false;
    this.connect(sessionId, fingerprint, iceServers);
    return true;
  }

  private connect(
    sessionId: string,
    fingerprint: string | undefined,
    iceServers: RTCIceServer[],
  ): void {
    const configuration: RTCConfiguration = {
      iceServers,
      iceTransportPolicy: this.options.relayOnly() ? "relay" : "all",
      bundlePolicy: "max-bundle",
    };
    const connection =
      this.options.connect?.(configuration) ?? new RTCPeerConnection(configuration);
    this.sessionId = sessionId;
    this.fingerprint = fingerprint;
    this.connection = connection;
    this.candidates = new CandidateQueue(connection);
    this.watch = new RelayWatch(connection, (reach) => this.options.onRelay(sessionId, reach));
    this.listen(connection, sessionId);
    this.options.onMedia("connecting");
  }

  /** The far side restarts ICE: what this side gathers now needs credentials of now. */
  private async freshServers(): Promise<void> {
    const { connection, ice } = this;
    const servers = await ice?.fresh();
    if (servers && connection !== null && connection === this.connection) {
      useServers(connection, servers);
    }
  }

  private listen(connection: RTCPeerConnection, sessionId: string): void {
    connection.onicecandidate = ({ candidate }) =>
      this.options.send(candidateMessage(sessionId, candidate));
    connection.ontrack = ({ track, receiver }) => {
      // A support agent reads along: the least delay is worth more than smoothness.
      if ("jitterBufferTarget" in receiver) receiver.jitterBufferTarget = 0;
      this.options.onStream(new MediaStream([track]));
    };
    connection.onconnectionstatechange = () => {
      if (connection === this.connection) this.changed(connection.connectionState);
    };
  }

  private changed(state: RTCPeerConnectionState): void {
    if (state === "connected") {
      clearTimeout(this.mending);
      this.options.onMedia("connected");
    }
    if (state === "disconnected" || state === "failed") {
      this.options.onMedia("broken");
      clearTimeout(this.mending);
      this.mending = setTimeout(() => this.mend(), state === "failed" ? 0 : MEND);
    }
  }

  private mend(): void {
    if (this.connection === null || this.connection.connectionState === "connected") return;
    this.askForOffer(true);
    this.mending = setTimeout(() => this.mend(), ASK_AGAIN);
  }

  private askForOffer(iceRestart: boolean): void {
    const { sessionId } = this;
    if (sessionId !== null) this.options.send({ type: "peer.renegotiate", sessionId, iceRestart });
  }

  private close(): void {
    clearTimeout(this.mending);
    this.round += 1;
    this.ice?.close();
    this.watch?.close();
    this.ice = null;
    const connection = this.connection;
    this.connection = null;
    this.candidates = null;
    if (connection === null) return;
    connection.onicecandidate = connection.ontrack = connection.onconnectionstatechange = null;
    connection.close();
  }
}
