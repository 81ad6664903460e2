import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { IceGrant, PeerMessage } from "@visavis/signaling-client";
import { PeerLink } from "../src/popup/peer-link.ts";

const sessionId = "session-0123456789abcdef";
const sdpOf = (certificate: string) =>
  `v=0\r\na=fingerprint:${certificate}\r\nm=video 9 X 96\r\na=rtpmap:96 VP8/90000\r\n`;

/** What the service answers when it is asked for the n-th time. */
const relay = (count: number, expiresInMs = 600_000): IceGrant => ({
  iceServers: [{ urls: ["turn:turn.example"], username: `${count}:popup`, credential: "secret" }],
  expiresInMs,
});

class FakeSender {
  tracks: unknown[] = [];
  frames = 0;
  parameters = { encodings: [{}], transactionId: "1", codecs: [], headerExtensions: [], rtcp: {} };
  replaceTrack = (track: unknown) => {
    this.tracks.push(track);
    return Promise.resolve();
  };
  getParameters = () => this.parameters;
  setParameters = vi.fn(() => Promise.resolve());
  getStats = () =>
    Promise.resolve(new Map([["o", { type: "outbound-rtp", framesSent: this.frames }]]));
}

class FakeConnection extends EventTarget {
  iceGatheringState = "new";
  sender = new FakeSender();
  connectionState = "new";
  signalingState = "stable";
  localDescription: { sdp: string } | null = null;
  remote: string[] = [];
  candidates: unknown[] = [];
  closed = false;
  onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  configuration: RTCConfiguration = {};
  getConfiguration = () => this.configuration;
  setConfiguration = vi.fn((configuration: RTCConfiguration) => {
    this.configuration = configuration;
  });
  restartIce = vi.fn();
  addTransceiver = vi.fn(() => ({ sender: this.sender }));
  createOffer = () => Promise.resolve({ type: "offer", sdp: sdpOf("visitor") });
  setLocalDescription = (description: { sdp: string }) => {
    this.localDescription = description;
    this.signalingState = "have-local-offer";
    return Promise.resolve();
  };
  setRemoteDescription = ({ sdp }: { sdp: string }) => {
    this.remote.push(sdp);
    this.signalingState = "stable";
    return Promise.resolve();
  };
  addIceCandidate = (candidate: unknown) => {
    this.candidates.push(candidate);
    return Promise.resolve();
  };
  close = () => {
    this.closed = true;
  };
  become(state: string): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

let configurations: RTCConfiguration[];
let connections: FakeConnection[];
let sent: PeerMessage[];
let reports: boolean[];
let link: PeerLink;
let asked: number;
let relays: string[];
let grant: () => Promise<IceGrant>;
const track = { contentHint: "" } as MediaStreamTrack;
const settle = () => vi.advanceTimersByTimeAsync(0);

const answer = (certificate = "agent") =>
  link.receive({ type: "peer.answer", sessionId, sdp: sdpOf(certificate) });

function current(): FakeConnection {
  const connection = connections.at(-1);
  if (!connection) throw new Error("no connection");
  return connection;
}

const offers = () => sent.filter((message) => message.type === "peer.offer").length;

beforeEach(async () => {
  vi.useFakeTimers();
  connections = [];
  configurations = [];
  sent = [];
  reports = [];
  asked = 0;
  relays = [];
  grant = () => Promise.resolve(relay(++asked));
  link = new PeerLink({
    sessionId,
    iceServers: [],
    askIce: () => grant(),
    relayOnly: false,
    send: (message) => sent.push(message),
    onConnected: (connected) => reports.push(connected),
    onRelay: (reach) => relays.push(reach),
    createConnection: (configuration) => {
      configurations.push(configuration);
      const connection = new FakeConnection();
      connection.configuration = configuration;
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
  });
  link.start();
  await settle();
});
afterEach(() => {
  link.close();
  vi.useRealTimers();
});

describe("negotiation", () => {
  test("offers to send only, before there is any picture", () => {
    expect(current().addTransceiver).toHaveBeenCalledWith("video", { direction: "sendonly" });
    expect(sent).toEqual([{ type: "peer.offer", sessionId, sdp: sdpOf("visitor") }]);
    expect(current().sender.tracks).toEqual([]);
  });

  test("tells addresses of a relay only where the account asks for it", async () => {
    const options = {
      sessionId,
      iceServers: [],
      askIce: () => grant(),
      send: () => undefined,
      onConnected: () => undefined,
      onRelay: () => undefined,
    };
    const bound = new PeerLink({
      ...options,
      relayOnly: true,
      createConnection: (configuration) => {
        configurations.push(configuration);
        return new FakeConnection() as unknown as RTCPeerConnection;
      },
    });
    bound.start();
    await settle();
    bound.close();
    expect(configurations.map((each) => each.iceTransportPolicy)).toEqual(["all", "relay"]);
  });

  test("the answer starts with enough bandwidth for a full screen", async () => {
    await answer();
    expect(current().remote[0]).toContain("x-google-start-bitrate=6000");
  });

  test("candidates never overtake the answer they belong to", async () => {
    void link.receive({ type: "peer.ice", sessionId, candidate: "early", sdpMid: "0" });
    void answer();
    await link.receive({ type: "peer.ice", sessionId, candidate: "late", sdpMid: "0" });
    expect(current().candidates).toMatchObject([{ candidate: "early" }, { candidate: "late" }]);
  });

  test("candidates of its own go to the agent", () => {
    current().onicecandidate?.({ candidate: null });
    expect(sent.at(-1)).toEqual({ type: "peer.ice", sessionId, candidate: "" });
  });
});

describe("the first frame", () => {
  test("a track attached too early is attached again once connected", async () => {
    await link.attach(track);
    await answer();
    current().become("connected");
    await settle();
    expect(current().sender.tracks).toEqual([track, null, track]);
    expect(reports).toEqual([true]);
  });

  test("a picture that stands still is nudged once when nothing has left in good time", async () => {
    current().become("connected");
    await settle();
    await link.attach(track);
    await vi.advanceTimersByTimeAsync(250);
    expect(current().sender.tracks).toEqual([track, null, track]);
  });

  test("a picture that flows is left alone", async () => {
    current().become("connected");
    await settle();
    await link.attach(track);
    current().sender.frames = 3;
    await vi.advanceTimersByTimeAsync(250);
    expect(current().sender.tracks).toEqual([track]);
  });

  test("a pause right after leaves nothing attached", async () => {
    current().become("connected");
    await settle();
    await Promise.all([link.attach(track), link.attach(null)]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(current().sender.tracks.at(-1)).toBeNull();
  });

  test("modes set the hint and the encoder's limits", async () => {
    await link.attach(track);
    await link.setQuality("low-data");
    expect(track.contentHint).toBe("text");
    expect(current().sender.setParameters).toHaveBeenLastCalledWith(
      expect.objectContaining({
        degradationPreference: "maintain-resolution",
        encodings: [{ maxBitrate: 400_000, maxFramerate: 5 }],
      }),
    );
    await link.setQuality("smooth");
    expect(track.contentHint).toBe("motion");
  });
});

describe("mending", () => {
  beforeEach(async () => {
    await answer();
    current().become("connected");
    await settle();
  });

  test("a short disconnection heals by itself", async () => {
    current().become("disconnected");
    await vi.advanceTimersByTimeAsync(2_900);
    current().become("connected");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(current().restartIce).not.toHaveBeenCalled();
    expect(reports).toEqual([true, false, true]);
  });

  test("a longer one restarts ICE after three seconds", async () => {
    current().become("disconnected");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(current().restartIce).toHaveBeenCalledOnce();
    expect(offers()).toBe(2);
  });

  test("three restarts in vain, then a new connection that shows the same track", async () => {
    await link.attach(track);
    const first = current();
    first.become("failed");
    for (let round = 0; round < 3; round++) {
      await settle();
      await answer();
      await vi.advanceTimersByTimeAsync(8_000);
    }
    expect(first.restartIce).toHaveBeenCalledTimes(3);
    expect([connections.length, first.closed]).toEqual([2, true]);
    expect(current().sender.tracks).toEqual([track]);
  });

  test("nothing is offered while the agent cannot be reached, and at once when they are back", async () => {
    link.setReachable(false);
    current().become("failed");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(offers()).toBe(1);
    link.setReachable(true);
    await settle();
    expect(offers()).toBe(2);
  });

  test("an agent who asks for an ICE restart gets one", async () => {
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: true });
    expect(current().restartIce).toHaveBeenCalledOnce();
  });

  test("a restart that is asked for while an offer is out adds none", async () => {
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: true });
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: true });
    expect(offers()).toBe(2);
  });

  test("an agent with a fresh connection gets a fresh one", async () => {
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: false });
    expect(connections).toHaveLength(2);
  });

  test("an answer from another connection of the agent's is met by a fresh one", async () => {
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: true });
    await answer("reloaded");
    expect(connections).toHaveLength(2);
  });

  test("a new link that never comes up is offered again and again, less and less often", async () => {
    const first = current();
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: false });
    expect(reports).toEqual([true, false]);
    const made = connections.length;
    await vi.advanceTimersByTimeAsync(60_000);
    const soon = offers();
    expect(connections.length).toBeGreaterThan(made + 3);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(offers() - soon).toBe(20);
    await answer("another");
    current().become("connected");
    expect([reports.at(-1), first.closed]).toEqual([true, true]);
  });

  test("an offer that was never answered is replaced though the old way still stands", async () => {
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: true });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(connections).toHaveLength(2);
  });

  test("a message that fails does not keep the next from being taken", async () => {
    current().restartIce.mockImplementationOnce(() => {
      throw new Error("closed");
    });
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: true });
    await link.receive({ type: "peer.renegotiate", sessionId, iceRestart: false });
    expect(connections).toHaveLength(2);
  });
});

describe("the servers", () => {
  const username = (configuration?: RTCConfiguration) => configuration?.iceServers?.[0]?.username;

  test("come with credentials of this share, before anything is offered", () => {
    expect(username(configurations[0])).toBe("1:popup");
  });

  test("are asked for anew for an ICE restart, before it begins", async () => {
    await answer();
    current().become("failed");
    await settle();
    expect(username(current().configuration)).toBe("2:popup");
    expect(current().setConfiguration.mock.invocationCallOrder[0]).toBeLessThan(
      current().restartIce.mock.invocationCallOrder[0] ?? 0,
    );
    expect(current().configuration.iceTransportPolicy).toBe("all");
  });

  test("are renewed before their credentials end, for as long as the share lasts", async () => {
    await answer();
    current().become("connected");
    await vi.advanceTimersByTimeAsync(600_000);
    expect(username(current().configuration)).toBe("2:popup");
    await vi.advanceTimersByTimeAsync(1_200_000);
    expect(asked).toBe(5);
    expect(current().restartIce).not.toHaveBeenCalled();
    link.close();
    await vi.advanceTimersByTimeAsync(1_200_000);
    expect(asked).toBe(5);
  });

  test("known before do when the service does not answer", async () => {
    await answer();
    grant = () => new Promise(() => undefined);
    current().become("failed");
    await vi.advanceTimersByTimeAsync(2_400);
    expect(offers()).toBe(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(offers()).toBe(2);
    expect(username(current().configuration)).toBe("1:popup");
  });

  test("that arrive after the end are used for nothing", async () => {
    let give: (granted: IceGrant) => void = () => undefined;
    grant = () => new Promise((resolve) => (give = resolve));
    void link.receive({ type: "peer.renegotiate", sessionId, iceRestart: false });
    await settle();
    link.close();
    give(relay(9));
    await settle();
    expect(connections).toHaveLength(1);
  });

  test("that are looked for in vain are told of, until the link is closed", async () => {
    const gather = (state: string) => {
      current().iceGatheringState = state;
      current().dispatchEvent(new Event("icegatheringstatechange"));
    };
    gather("gathering");
    gather("complete");
    expect(relays).toEqual(["unreachable"]);
    link.close();
    gather("gathering");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(relays).toEqual(["unreachable"]);
  });
});
