import type { IceGrant, PeerMessage, RequestFields, RequestType } from "@visavis/signaling-client";
import type { AllowedSurface } from "../policy.ts";
import type { Capture } from "./capture.ts";
import type { PeerLink, PeerLinkOptions } from "./peer-link.ts";

/** Where the popup stands. */
export type PopupPhase =
  | "opening"
  | "invited"
  | "picking"
  | "waiting"
  | "live"
  | "paused"
  | "ending"
  | "ended"
  | "idle"
  | "refused"
  | "taken-over"
  | "unsupported";

/** The part of {@link PeerLink} that sharing drives. */
export type Link = Pick<
  PeerLink,
  "start" | "attach" | "setQuality" | "setReachable" | "receive" | "close" | "connected"
>;

/** What sharing needs of the world. */
export interface SharingPorts {
  readonly canShare: boolean;
  /** Whether this browser tells what was picked. */
  readonly tellsSurface: boolean;
  readonly language: "fr" | "en";
  readonly request: <T extends RequestType>(type: T, fields: RequestFields<T>) => Promise<unknown>;
  /** Asks for the servers to connect over, with credentials of that session. */
  readonly askIce: (sessionId: string) => Promise<IceGrant>;
  readonly send: (message: PeerMessage) => void;
  /** Opens the picker before it returns; what is not allowed comes back as a failure. */
  readonly capture: (allowed: AllowedSurface) => Promise<Capture>;
  readonly createLink: (options: PeerLinkOptions) => Link;
  readonly changed: () => void;
}
