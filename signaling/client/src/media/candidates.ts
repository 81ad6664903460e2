import type { PeerIce } from "../generated/messages.ts";

/** The message for a candidate of one's own; `null` (gathering is over) becomes the empty one. */
export function candidateMessage(sessionId: string, candidate: RTCIceCandidate | null): PeerIce {
  if (!candidate) return { type: "peer.ice", sessionId, candidate: "" };
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  return {
    type: "peer.ice",
    sessionId,
    candidate: candidate.candidate,
    ...(sdpMid !== null && { sdpMid }),
    ...(sdpMLineIndex !== null && { sdpMLineIndex }),
    ...(usernameFragment !== null && { usernameFragment }),
  };
}

/** The part of `RTCPeerConnection` that takes candidates. */
export interface CandidateTaker {
  addIceCandidate(candidate: RTCIceCandidateInit): Promise<void>;
}

/**
 * The other side's candidates. They may overtake the description they belong to, and a connection
 * without a remote description refuses them, so they wait here until {@link CandidateQueue.release}.
 */
export class CandidateQueue {
  readonly #connection: CandidateTaker;
  readonly #waiting: RTCIceCandidateInit[] = [];
  #open = false;

  constructor(connection: CandidateTaker) {
    this.#connection = connection;
  }

  /** Adds a candidate now or keeps it. Never rejects: a stale candidate is no failure. */
  async add(message: PeerIce): Promise<void> {
    const candidate = candidateInit(message);
    if (this.#open) await this.#pass(candidate);
    else this.#waiting.push(candidate);
  }

  /** Call after `setRemoteDescription`. */
  async release(): Promise<void> {
    this.#open = true;
    for (const candidate of this.#waiting.splice(0)) await this.#pass(candidate);
  }

  async #pass(candidate: RTCIceCandidateInit): Promise<void> {
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch {
      // Of a generation before an ICE restart, or of a kind this browser does not know.
    }
  }
}

function candidateInit(message: PeerIce): RTCIceCandidateInit {
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = message;
  // The end of candidates needs a media line to belong to in some browsers.
  if (sdpMid === undefined && sdpMLineIndex === undefined) return { candidate, sdpMLineIndex: 0 };
  return {
    candidate,
    ...(sdpMid !== undefined && { sdpMid }),
    ...(sdpMLineIndex !== undefined && { sdpMLineIndex }),
    ...(usernameFragment !== undefined && { usernameFragment }),
  };
}
