import { vi } from "vitest";
import type { SessionSnapshot } from "@visavis/signaling-client";
import { OPEN_POLICY, type VisitorPolicy } from "../src/policy.ts";
import type { Capture } from "../src/popup/capture.ts";
import type { PeerLinkOptions } from "../src/popup/peer-link.ts";
import type { Link } from "../src/popup/sharing-ports.ts";
import { Sharing } from "../src/popup/sharing.ts";
import type { Surface } from "../src/popup/surface.ts";
import { snapshot } from "./snapshots.ts";

class FakeTrack extends EventTarget {
  readyState = "live";
  stop(): void {
    this.readyState = "ended";
  }
}

class FakeLink implements Link {
  connected = true;
  attached: unknown[] = [];
  closed = false;
  reachable = true;
  constructor(readonly options: PeerLinkOptions) {}
  start = vi.fn();
  receive = vi.fn(() => Promise.resolve());
  setQuality = vi.fn(() => Promise.resolve());
  attach = (track: MediaStreamTrack | null) => {
    if (this.attached.at(-1) !== track) this.attached.push(track);
    return Promise.resolve();
  };
  setReachable = (reachable: boolean) => {
    this.reachable = reachable;
  };
  close = () => {
    this.closed = true;
  };
}

/** Lets everything that was promised happen. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A sharing without a service, a picker or a network: what it asks is kept, what it hears is said here. */
export class SharingStage {
  readonly asked: [string, Record<string, unknown>][] = [];
  readonly links: FakeLink[] = [];
  readonly track = new FakeTrack();
  readonly capture: Capture;
  readonly sharing: Sharing;
  /** What the picker was asked for. */
  allowed: string | undefined;
  pick: { resolve: (capture: Capture) => void; reject: (error: unknown) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };
  /** How the service answers requests. */
  answer: (type: string) => Promise<unknown> = () => Promise.resolve({});
  #surface: Surface = "browser";
  #turned: (() => void) | undefined;

  constructor(canShare = true, tellsSurface = true) {
    const surface = (): Surface => this.#surface;
    this.capture = {
      track: this.track as unknown as MediaStreamTrack,
      stream: {} as MediaStream,
      get surface() {
        return surface();
      },
      watch: (turned) => {
        this.#turned = turned;
        return () => (this.#turned = undefined);
      },
    };
    this.sharing = new Sharing({
      canShare,
      tellsSurface,
      language: "fr",
      request: (type, fields) => {
        this.asked.push([type, { ...fields }]);
        return this.answer(type);
      },
      askIce: () => Promise.resolve({ iceServers: [] }),
      send: () => undefined,
      capture: (allowed) => {
        this.allowed = allowed;
        this.asked.push(["capture", {}]);
        return new Promise((resolve, reject) => (this.pick = { resolve, reject }));
      },
      createLink: (options) => {
        const link = new FakeLink(options);
        this.links.push(link);
        return link;
      },
      changed: () => undefined,
    });
  }

  /** The service lets the popup in, under this policy. */
  greet(policy: Partial<VisitorPolicy> = {}): void {
    this.sharing.greeted({
      version: 1,
      connectionId: "c",
      role: "visitor",
      serverTime: new Date().toISOString(),
      account: {
        name: "Maison Lumen",
        policy: { ...OPEN_POLICY, ...policy },
      },
      tokenExpiresAt: "2026-01-01T01:00:00Z",
      heartbeat: { intervalMs: 10_000, timeoutMs: 25_000 },
      iceServers: [],
      eligible: true,
      sessionId: snapshot().id,
    });
    this.sharing.connection(true);
  }

  /** The service tells how the session stands. */
  say(session: SessionSnapshot): void {
    this.sharing.receive({ type: "session.state", seq: 1, session });
  }

  /** What was asked of one type, in order. */
  saw(type: string): Record<string, unknown>[] {
    return this.asked.filter(([each]) => each === type).map(([, fields]) => fields);
  }

  /** The visitor presses the button and picks something. */
  async picked(surface: Surface = "browser"): Promise<void> {
    this.#surface = surface;
    this.sharing.share();
    this.pick.resolve(this.capture);
    await settle();
  }

  /** The visitor switches to something else while sharing. */
  turn(surface: Surface): void {
    this.#surface = surface;
    this.#turned?.();
  }
}
