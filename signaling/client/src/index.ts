/**
 * The browser's side of the signalling protocol: types made from the schema, the connection, and
 * what the popup and the panel share about media.
 *
 * @packageDocumentation
 */
export type * from "./generated/messages.ts";
export {
  SignalingError,
  type PeerMessage,
  type RequestFields,
  type RequestResult,
  type RequestType,
  type ServerEvent,
} from "./request-types.ts";
export {
  SignalingClient,
  type CloseCause,
  type ConnectionState,
  type Credential,
  type SignalingOptions,
  type SignalingSocket,
} from "./signaling-client.ts";
export { randomId } from "./random-id.ts";
export { CandidateQueue, candidateMessage } from "./media/candidates.ts";
export { IceServers, useServers, type IceSource } from "./media/ice-servers.ts";
export { relayTrouble, type RelayTrouble } from "./media/relay-trouble.ts";
export { RelayWatch, type RelayReach } from "./media/relay-watch.ts";
export { RelayReports } from "./media/relay-reports.ts";
export { dtlsFingerprint, iceUfrag, withStartBitrate } from "./media/sdp.ts";
export {
  judgeLink,
  LinkMeter,
  type LinkCause,
  type LinkLevel,
  type LinkReading,
  type LinkVerdict,
} from "./media/link-quality.ts";
export { linkWords, type LinkWords } from "./media/link-words.ts";
export { taskDeadline } from "./deadline.ts";
