import type { IceGrant, PeerIce, PeerMessage, PeerOffer } from "@visavis/signaling-client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Receiver } from "./receiver.ts";

const SESSION = "AAAAAAAAAAAAAAAAAAAAAA";

/** The part of a peer connection that the receiver uses, with a log of what was done. */
class FakeConnection extends EventTarget {
  iceGatheringState: RTCIceGatheringState = "new";
  connectionState: RTCPeerConnectionState = "new";
  signalingState: RTCSignalingState = "stable";
  localDescription: { sdp: string } | null = null;
  configuration: RTCConfiguration = {};
  onicecandidate: ((event: { candidate: RTCIceCandidate | null }) => void) | null = null;
  ontrack: unknown = null;
  onconnectionstatechange: (() => void) | null = null;
  readonly log: string[] = [];
  refuse = false;

  setRemoteDescription({ sdp }: { sdp: string }): Promise<void> {
    if (this.refuse) return Promise.reject(new Error("bad SDP"));
    this.log.push(`remote ${sdp}`);
    return Promise.resolve();
  }

  setLocalDescription(): Promise<void> {
    this.localDescription = { sdp: `answer ${this.log.length}` };
    return Promise.resolve();
  }

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
    this.log.push(`servers of ${configuration.iceServers?.[0]?.username ?? "nobody"}`);
  }

  addIceCandidate({ candidate }: RTCIceCandidateInit): Promise<void> {
    this.log.push(`candidate ${candidate ?? ""}`);
    return Promise.resolve();
  }

  close(): void {
    this.signalingState = "closed";
  }

  turn(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

const offer = (fingerprint: string, sessionId = SESSION, ufrag = "first"): PeerOffer => ({
  type: "peer.offer",
  sessionId,
  sdp: `a=fingerprint:${fingerprint}\r\na=ice-ufrag:${ufrag}\r\n`,
});
/** What the service answers when it is asked for the n-th time. */
const relay = (count: number): IceGrant => ({
  iceServers: [{ urls: ["turn:turn.example"], username: `${count}:panel`, credential: "secret" }],
  expiresInMs: 600_000,
});
const candidate = (text: string): PeerIce => ({
  type: "peer.ice",
  sessionId: SESSION,
  candidate: text,
  sdpMid: "0",
});

describe("the receiver", () => {
  let made: FakeConnection[];
  let sent: PeerMessage[];
  let media: string[];
  let receiver: Receiver;
  let refuseAll: boolean;
  let relayOnly: boolean;
  let asked: number;
  let relays: string[];
  let grant: () => Promise<IceGrant>;
  let configurations: RTCConfiguration[];

  beforeEach(() => {
    vi.useFakeTimers();
    made = [];
    sent = [];
    media = [];
    refuseAll = relayOnly = false;
    asked = 0;
    relays = [];
    grant = () => Promise.resolve(relay(++asked));
    configurations = [];
    receiver = new Receiver({
      send: (message) => sent.push(message),
      iceServers: () => [],
      askIce: () => grant(),
      onRelay: (_sessionId, reach) => relays.push(reach),
      relayOnly: () => relayOnly,
      onStream: () => undefined,
      onMedia: (state) => media.push(state),
      connect: (configuration) => {
        configurations.push(configuration);
        const connection = new FakeConnection();
        connection.refuse = refuseAll;
        connection.configuration = configuration;
        made.push(connection);
        return connection as unknown as RTCPeerConnection;
      },
    });
  });

  afterEach(() => vi.useRealTimers());

  test("answers an offer at once", async () => {
    await receiver.offer(offer("one"));
    expect(sent).toEqual([{ type: "peer.answer", sessionId: SESSION, sdp: "answer 1" }]);
  });

  test("shows its own addresses to nobody where the account asks for a relay", async () => {
    await receiver.offer(offer("one"));
    relayOnly = true;
    await receiver.offer(offer("two"));
    expect(configurations.map((each) => each.iceTransportPolicy)).toEqual(["all", "relay"]);
  });

  test("keeps the connection for an ICE restart of the same far side", async () => {
    await receiver.offer(offer("one"));
    await receiver.offer(offer("one"));
    expect(made).toHaveLength(1);
    expect(sent).toHaveLength(2);
  });

  test("makes a new connection for another far side, and closes the old one", async () => {
    await receiver.offer(offer("one"));
    await receiver.offer(offer("two"));
    expect(made).toHaveLength(2);
    expect(made[0]?.signalingState).toBe("closed");
  });

  test("makes a new connection for another share", async () => {
    await receiver.offer(offer("one"));
    await receiver.offer(offer("one", "BBBBBBBBBBBBBBBBBBBBBB"));
    expect(made).toHaveLength(2);
  });

  test("adds candidates after the offer they follow, to the connection of that offer", async () => {
    void receiver.offer(offer("one"));
    void receiver.candidate(candidate("first"));
    void receiver.offer(offer("two"));
    await receiver.candidate(candidate("second"));
    expect(made[0]?.log.slice(1)).toEqual(["candidate first"]);
    expect(made[1]?.log.slice(1)).toEqual(["candidate second"]);
  });

  test("tells its own candidates and their end", async () => {
    await receiver.offer(offer("one"));
    made[0]?.onicecandidate?.({ candidate: null });
    expect(sent.at(-1)).toEqual({ type: "peer.ice", sessionId: SESSION, candidate: "" });
  });

  test("asks for a restart when the connection fails", async () => {
    await receiver.offer(offer("one"));
    made[0]?.turn("failed");
    vi.advanceTimersByTime(1);
    expect(sent.at(-1)).toEqual({
      type: "peer.renegotiate",
      sessionId: SESSION,
      iceRestart: true,
    });
  });

  test("gives a short break time to mend itself", async () => {
    await receiver.offer(offer("one"));
    made[0]?.turn("disconnected");
    vi.advanceTimersByTime(3_000);
    made[0]?.turn("connected");
    vi.advanceTimersByTime(60_000);
    expect(sent.filter(({ type }) => type === "peer.renegotiate")).toEqual([]);
    expect(media).toEqual(["connecting", "broken", "connected"]);
  });

  test("asks no more once dropped", async () => {
    await receiver.offer(offer("one"));
    made[0]?.turn("failed");
    receiver.drop();
    vi.advanceTimersByTime(60_000);
    expect(sent.filter(({ type }) => type === "peer.renegotiate")).toEqual([]);
  });

  test("leaves a living picture alone after the service came back", async () => {
    await receiver.offer(offer("one"));
    made[0]?.turn("connected");
    receiver.check(SESSION);
    expect(sent.filter(({ type }) => type === "peer.renegotiate")).toEqual([]);
  });

  test("lets a connection in the making go on", async () => {
    await receiver.offer(offer("one"));
    made[0]?.turn("connecting");
    receiver.check(SESSION);
    expect(sent.filter(({ type }) => type === "peer.renegotiate")).toEqual([]);
  });

  test("asks for an offer after the service came back when there is no picture", () => {
    receiver.check(SESSION);
    expect(sent).toEqual([{ type: "peer.renegotiate", sessionId: SESSION, iceRestart: false }]);
  });

  test("asks again for an offer that it cannot answer, but not for ever", async () => {
    refuseAll = true;
    for (let count = 0; count < 6; count += 1) await receiver.offer(offer("one"));
    expect(sent.filter(({ type }) => type === "peer.renegotiate")).toHaveLength(3);
  });

  test("connects over servers with credentials of this share", async () => {
    await receiver.offer(offer("one"));
    expect(configurations[0]?.iceServers).toEqual(relay(1).iceServers);
  });

  test("takes new credentials before it answers an ICE restart, and for that alone", async () => {
    await receiver.offer(offer("one"));
    await receiver.offer(offer("one"));
    expect(asked).toBe(1);
    await receiver.offer(offer("one", SESSION, "second"));
    expect(made[0]?.log.slice(2).map((line) => line.split(" ")[0])).toEqual(["servers", "remote"]);
    expect(made[0]?.configuration.iceServers).toEqual(relay(2).iceServers);
  });

  test("has its credentials renewed while the share lasts, and not after", async () => {
    await receiver.offer(offer("one"));
    await vi.advanceTimersByTimeAsync(450_000);
    expect(made[0]?.configuration.iceServers).toEqual(relay(2).iceServers);
    receiver.drop();
    await vi.advanceTimersByTimeAsync(1_200_000);
    expect(asked).toBe(2);
  });

  test("makes no connection for a share that ended while it asked", async () => {
    let give: (granted: IceGrant) => void = () => undefined;
    grant = () => new Promise((resolve) => (give = resolve));
    const answering = receiver.offer(offer("one"));
    await vi.advanceTimersByTimeAsync(0);
    receiver.drop();
    give(relay(1));
    await answering;
    expect(made).toHaveLength(0);
    expect(sent).toEqual([]);
  });

  test("tells what became of its search for a relay", async () => {
    await receiver.offer(offer("one"));
    const [connection] = made;
    if (!connection) throw new Error("no connection");
    connection.iceGatheringState = "complete";
    connection.dispatchEvent(new Event("icegatheringstatechange"));
    expect(relays).toEqual(["unreachable"]);
  });
});
