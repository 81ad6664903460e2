import { describe, expect, test, vi } from "vitest";
import {
  CandidateQueue,
  candidateMessage,
  dtlsFingerprint,
  iceUfrag,
  judgeLink,
  LinkMeter,
  linkWords,
  withStartBitrate,
} from "../src/index.ts";

const sessionId = "s".repeat(22);
const answer = [
  "v=0",
  "a=fingerprint:sha-256 AB:CD",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "a=rtpmap:111 opus/48000/2",
  "m=video 9 UDP/TLS/RTP/SAVPF 96 97 103",
  "a=ice-ufrag:abcd",
  "a=rtpmap:96 VP8/90000",
  "a=rtpmap:97 rtx/90000",
  "a=fmtp:97 apt=96",
  "a=rtpmap:103 H264/90000",
  "a=fmtp:103 profile-level-id=42e01f;packetization-mode=1",
  "",
].join("\r\n");

describe("session descriptions", () => {
  test("the start bitrate reaches every picture codec, with or without parameters of its own", () => {
    const lines = withStartBitrate(answer, 6000).split("\r\n");
    expect(lines).toContain("a=fmtp:96 x-google-start-bitrate=6000");
    expect(lines).toContain(
      "a=fmtp:103 profile-level-id=42e01f;packetization-mode=1;x-google-start-bitrate=6000",
    );
    expect(lines).toContain("a=fmtp:97 apt=96");
    expect(lines.filter((line) => line.startsWith("a=fmtp:111"))).toEqual([]);
    expect(lines).toHaveLength(answer.split("\r\n").length + 1);
  });

  test("raising it twice changes nothing more", () => {
    const once = withStartBitrate(answer, 6000);
    expect(withStartBitrate(once, 6000)).toBe(once);
  });

  test("fingerprint and user name fragment are found", () => {
    expect(dtlsFingerprint(answer)).toBe("sha-256 AB:CD");
    expect(iceUfrag(answer)).toBe("abcd");
    expect(iceUfrag("v=0")).toBeUndefined();
  });
});

describe("candidates", () => {
  test("wait for the remote description, then go in order", async () => {
    const addIceCandidate = vi.fn(() => Promise.resolve());
    const queue = new CandidateQueue({ addIceCandidate });
    await queue.add({ type: "peer.ice", sessionId, candidate: "one", sdpMid: "0" });
    expect(addIceCandidate).not.toHaveBeenCalled();
    await queue.release();
    await queue.add({ type: "peer.ice", sessionId, candidate: "", sdpMid: "0" });
    expect(addIceCandidate.mock.calls).toEqual([
      [{ candidate: "one", sdpMid: "0" }],
      [{ candidate: "", sdpMid: "0" }],
    ]);
  });

  test("one that does not fit harms nothing", async () => {
    const queue = new CandidateQueue({ addIceCandidate: () => Promise.reject(new Error("old")) });
    await queue.release();
    await expect(
      queue.add({ type: "peer.ice", sessionId, candidate: "x", sdpMid: "0" }),
    ).resolves.toBeUndefined();
  });

  test("the end of gathering is the empty candidate", () => {
    expect(candidateMessage(sessionId, null)).toEqual({
      type: "peer.ice",
      sessionId,
      candidate: "",
    });
  });
});

describe("the connection in words", () => {
  const report = (video: object, at: number) =>
    new Map<string, Record<string, unknown>>([
      ["v", { id: "v", type: "outbound-rtp", kind: "video", timestamp: at, ...video }],
      [
        "p",
        {
          id: "p",
          type: "candidate-pair",
          nominated: true,
          currentRoundTripTime: 0.04,
          localCandidateId: "l",
        },
      ],
      ["l", { id: "l", type: "local-candidate", candidateType: "relay" }],
      ["r", { id: "r", type: "remote-inbound-rtp", kind: "video", fractionLost: 0.05 }],
    ]);

  test("two reports make rates", () => {
    const meter = new LinkMeter();
    expect(meter.read(report({ bytesSent: 0 }, 1000))).not.toHaveProperty("kbps");
    const reading = meter.read(
      report(
        { bytesSent: 250_000, framesPerSecond: 30, frameWidth: 1920, frameHeight: 1080 },
        2000,
      ),
    );
    expect(reading).toEqual({
      kbps: 2000,
      loss: 0.05,
      rttMs: 40,
      framesPerSecond: 30,
      width: 1920,
      height: 1080,
      relayed: true,
    });
  });

  test("the receiver counts its own losses and freezes", () => {
    const meter = new LinkMeter();
    const inbound = (
      at: number,
      packetsReceived: number,
      packetsLost: number,
      freezeCount: number,
    ) =>
      new Map([
        [
          "v",
          {
            id: "v",
            type: "inbound-rtp",
            kind: "video",
            timestamp: at,
            bytesReceived: at,
            packetsReceived,
            packetsLost,
            freezeCount,
          },
        ],
      ]);
    meter.read(inbound(1000, 100, 0, 0));
    expect(meter.read(inbound(2000, 190, 10, 2))).toMatchObject({ loss: 0.1, freezes: 2 });
  });

  test("a page that stands still is no bad connection", () => {
    expect(judgeLink({ rttMs: 20, kbps: 3, framesPerSecond: 1 }).level).toBe("good");
  });

  test.each([
    [{ rttMs: 20, loss: 0.2 }, "poor", "loss"],
    [{ rttMs: 700 }, "poor", "latency"],
    [{ rttMs: 20, limit: "bandwidth", framesPerSecond: 2 }, "poor", "bandwidth"],
    [{ rttMs: 20, limit: "cpu", framesPerSecond: 20 }, "fair", "cpu"],
    [{ rttMs: 20, kbps: 900, freezes: 1 }, "fair", "freezes"],
    [{}, "unknown", "none"],
  ] as const)("%o is %s because of %s", (reading, level, cause) => {
    expect(judgeLink(reading)).toEqual({ level, cause });
  });

  test("words come in both languages, with figures", () => {
    const verdict = { level: "fair", cause: "latency" } as const;
    const reading = { rttMs: 300, width: 1920, height: 1080, framesPerSecond: 29.7 };
    expect(linkWords(verdict, "fr", reading)).toEqual({
      label: "Connexion moyenne",
      why: "Le trajet est long\u00a0: l’image arrive avec un léger retard.",
      figures: "1920 × 1080 · 30\u00a0images/s · 300\u00a0ms",
    });
    expect(linkWords(verdict, "en").label).toBe("Fair connection");
  });
});
