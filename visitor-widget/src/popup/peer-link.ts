import {
  CandidateQueue,
  candidateMessage,
  dtlsFingerprint,
  IceServers,
  LinkMeter,
  RelayWatch,
  useServers,
  withStartBitrate,
  type IceGrant,
  type LinkReading,
  type PeerMessage,
  type QualityMode,
  type RelayReach,
} from "@visavis/signaling-client";
import { applyQuality, hint } from "./quality.ts";

const START_KBPS = 6000;
const DISCONNECTED_MS = 3_000;
const ATTEMPT_MS = 8_000;
const LONGEST_ATTEMPT_MS = 30_000;
const RESTARTS = 3;
/** So many attempts follow one another at the same distance; each one after them waits longer. */
const QUICK_ATTEMPTS = 5;
const FIRST_FRAME_MS = 250;

/** What a {@link PeerLink} needs of its owner. */
export interface PeerLinkOptions {
  sessionId: string;
  /** Servers that need no credentials. */
  iceServers: RTCIceServer[];
  /** Asks for all of them, with credentials of this share. */
  askIce: () => Promise<IceGrant>;
  /** Whether media may travel by a relay only; then no address of this computer is told either. */
  relayOnly: boolean;
  send: (message: PeerMessage) => void;
  /** Called when media can or can no longer pass. */
  onConnected: (connected: boolean) => void;
  /** Called with what was found each time that this side looked for the relay. */
  onRelay: (reach: RelayReach) => void;
  createConnection?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

/**
 * The way of the picture to one agent. It is negotiated without a picture, so that the first frame
 * leaves the moment a track is attached, and mends itself: ICE restarts first, then a new connection.
 * It only ever offers, so glare cannot occur.
 */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #ice: IceServers;
  #connection: RTCPeerConnection | undefined;
  #sender: RTCRtpSender | undefined;
  #candidates: CandidateQueue | undefined;
  #watch: RelayWatch | undefined;
  #meter = new LinkMeter();
  #track: MediaStreamTrack | null = null;
  #mode: QualityMode = "sharp";
  #farFingerprint: string | undefined;
  #reachable = true;
  #restarts = 0;
  /** Offers since media could last pass, or the agent last came back. */
  #attempts = 0;
  /** Counts the connections that were begun: one that was overtaken while it asked is not made. */
  #round = 0;
  /** The connection that asks for servers in order to restart. */
  #restarting: RTCPeerConnection | undefined;
  #work = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wasConnected = false;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#ice = new IceServers({
      known: options.iceServers,
      ask: options.askIce,
      renewed: (servers) => {
        if (this.#connection) useServers(this.#connection, servers);
      },
    });
  }

  /** Whether media can pass now. */
  get connected(): boolean {
    return this.#connection?.connectionState === "connected";
  }

  /** Whether nothing is left to mend: connected, and no offer of ours lacks its answer. */
  get #settled(): boolean {
    return this.connected && this.#connection?.signalingState === "stable";
  }

  /** Begins to connect; without effect when it has begun. */
  start(): void {
    if (this.#round === 0) void this.#renew();
  }

  /** Whether offers can reach the agent; while they cannot, nothing is repaired. */
  setReachable(reachable: boolean): void {
    const back = reachable && !this.#reachable;
    this.#reachable = reachable;
    if (back) this.#attempts = 0;
    if (back && this.#connection && !this.#settled) this.#mend();
  }

  /** Shows this track from now on, or nothing. */
  async attach(track: MediaStreamTrack | null): Promise<void> {
    if (track === this.#track) return;
    this.#track = track;
    if (track) hint(track, this.#mode);
    const before = track && this.connected ? this.#framesSent() : undefined;
    // Called before anything is awaited, so that a blank that follows at once cannot be overtaken.
    await this.#sender?.replaceTrack(track);
    const frames = await before;
    if (frames !== undefined) {
      setTimeout(() => void this.#expectFrame(track, frames), FIRST_FRAME_MS);
    }
  }

  /** Favours something else from now on. */
  async setQuality(mode: QualityMode): Promise<void> {
    this.#mode = mode;
    if (this.#track) hint(this.#track, mode);
    if (this.#sender) await applyQuality(this.#sender, mode);
  }

  /** Takes what the agent sends, one after the other: candidates must not overtake their answer. */
  receive(message: PeerMessage): Promise<void> {
    // One message that fails must not keep those after it from being taken.
    this.#work = this.#work
      .then(() => this.#take(message))
      .catch(() => this.#wait(DISCONNECTED_MS));
    return this.#work;
  }

  async #take(message: PeerMessage): Promise<void> {
    switch (message.type) {
      case "peer.answer":
        return this.#answered(message.sdp);
      case "peer.ice":
        return this.#candidates?.add(message);
      case "peer.renegotiate":
        // Without an ICE restart the far side has a new connection of its own, and needs a new one.
        if (!message.iceRestart || !this.#connection) return this.#renew();
        // With an offer on its way already, a second one would only cross its answer.
        if (this.#connection.signalingState === "stable") return this.#repair();
        return;
      case "peer.offer":
    }
  }

  /** How the picture travels at the moment. */
  async read(): Promise<LinkReading> {
    const report = await this.#connection?.getStats();
    return report ? this.#meter.read(report) : {};
  }

  /** Ends it for good. */
  close(): void {
    clearTimeout(this.#timer);
    this.#round++;
    this.#ice.close();
    this.#dropConnection();
    this.#track = null;
  }

  #dropConnection(): void {
    const old = this.#connection;
    this.#connection = undefined;
    this.#watch?.close();
    if (!old) return;
    old.onconnectionstatechange = old.onicecandidate = null;
    old.close();
  }

  async #renew(): Promise<void> {
    this.#dropConnection();
    this.#report(false);
    const round = ++this.#round;
    const servers = await this.#ice.fresh();
    if (round === this.#round) this.#connect(servers);
  }

  #connect(iceServers: RTCIceServer[]): void {
    const iceTransportPolicy = this.#options.relayOnly ? ("relay" as const) : ("all" as const);
    const configuration = { iceServers, iceTransportPolicy };
    const connection =
      this.#options.createConnection?.(configuration) ?? new RTCPeerConnection(configuration);
    this.#connection = connection;
    this.#candidates = new CandidateQueue(connection);
    this.#watch = new RelayWatch(connection, this.#options.onRelay);
    this.#meter = new LinkMeter();
    this.#farFingerprint = undefined;
    this.#restarts = 0;
    const { sender } = connection.addTransceiver("video", { direction: "sendonly" });
    this.#sender = sender;
    connection.onicecandidate = ({ candidate }) =>
      this.#options.send(candidateMessage(this.#options.sessionId, candidate));
    connection.onconnectionstatechange = () => void this.#stateChanged(connection);
    void applyQuality(sender, this.#mode);
    if (this.#track) void sender.replaceTrack(this.#track);
    this.#propose(connection);
  }

  /** Offers, and looks after the offer until it has led somewhere. */
  #propose(connection: RTCPeerConnection): void {
    const late = Math.max(0, ++this.#attempts - QUICK_ATTEMPTS);
    this.#wait(Math.min(LONGEST_ATTEMPT_MS, ATTEMPT_MS * 2 ** late));
    // What fails here is tried again when that time is over.
    this.#offer(connection).catch(() => undefined);
  }

  async #offer(connection: RTCPeerConnection): Promise<void> {
    await connection.setLocalDescription(await connection.createOffer());
    const sdp = connection.localDescription?.sdp;
    if (sdp && connection === this.#connection) {
      this.#options.send({ type: "peer.offer", sessionId: this.#options.sessionId, sdp });
    }
  }

  async #answered(sdp: string): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    const fingerprint = dtlsFingerprint(sdp);
    const another = this.#farFingerprint !== undefined && fingerprint !== this.#farFingerprint;
    if (another) {
      // The agent has a new connection, or this one took the answer to an offer given up before.
      return this.#renew();
    }
    if (connection.signalingState !== "have-local-offer") return;
    try {
      await connection.setRemoteDescription({
        type: "answer",
        sdp: withStartBitrate(sdp, START_KBPS),
      });
      this.#farFingerprint = fingerprint;
      await this.#candidates?.release();
    } catch {
      this.#wait(DISCONNECTED_MS);
    }
  }

  async #stateChanged(connection: RTCPeerConnection): Promise<void> {
    if (connection !== this.#connection) return;
    const { connectionState } = connection;
    if (connectionState === "connected") {
      if (this.#settled) clearTimeout(this.#timer);
      this.#restarts = this.#attempts = 0;
      this.#report(true);
      if (this.#sender) await applyQuality(this.#sender, this.#mode);
      await this.#reattach();
    } else if (connectionState === "disconnected") {
      this.#report(false);
      this.#wait(DISCONNECTED_MS);
    } else if (connectionState === "failed") {
      this.#report(false);
      this.#mend();
    }
  }

  /**
   * Takes the track off and puts it back: of a page that stands still the one captured frame is
   * spent before the transport is up, and only a track newly attached gives another at once.
   */
  async #reattach(): Promise<void> {
    const [sender, track] = [this.#sender, this.#track];
    if (!sender || !track) return;
    await sender.replaceTrack(null);
    if (this.#track === track && this.#sender === sender) await sender.replaceTrack(track);
  }

  /** Re-attaches once when no frame has left in good time. */
  async #expectFrame(track: MediaStreamTrack | null, before: number): Promise<void> {
    const sent = await this.#framesSent();
    if (track === this.#track && this.connected && sent <= before) await this.#reattach();
  }

  async #framesSent(): Promise<number> {
    let frames = 0;
    const report = await this.#sender?.getStats();
    report?.forEach((entry: { type: string; framesSent?: number }) => {
      if (entry.type === "outbound-rtp") frames += entry.framesSent ?? 0;
    });
    return frames;
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#settled) this.#mend();
    }, ms);
  }

  #mend(): void {
    this.#repair().catch(() => this.#wait(DISCONNECTED_MS));
  }

  async #repair(): Promise<void> {
    const connection = this.#connection;
    if (!connection || !this.#reachable || this.#restarting === connection) return;
    // An offer that was never answered cannot be mended by another one on top of it.
    if (this.#restarts++ < RESTARTS && connection.signalingState === "stable") {
      await this.#restart(connection);
    } else {
      await this.#renew();
    }
  }

  async #restart(connection: RTCPeerConnection): Promise<void> {
    this.#restarting = connection;
    const servers = await this.#ice.fresh();
    this.#restarting = undefined;
    if (connection !== this.#connection) return;
    useServers(connection, servers);
    connection.restartIce();
    this.#propose(connection);
  }

  #report(connected: boolean): void {
    if (connected === this.#wasConnected) return;
    this.#wasConnected = connected;
    this.#options.onConnected(connected);
  }
}
