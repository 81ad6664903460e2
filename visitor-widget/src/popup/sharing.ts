import {
  RelayReports,
  SignalingError,
  type HelloResult,
  type PeerMessage,
  type QualityMode,
  type RequestFields,
  type RequestType,
  type ServerEvent,
  type SessionSnapshot,
} from "@visavis/signaling-client";
import type { VisitorPolicy } from "../policy.ts";
import { Agreement } from "./agreement.ts";
import { CaptureError, type Capture, type CaptureFailure } from "./capture.ts";
import { RouteWatch } from "./route-watch.ts";
import type { Link, PopupPhase, SharingPorts } from "./sharing-ports.ts";
import { surfaceFailure, surfaceNotice, type SurfaceFailure } from "./surface.ts";

/** How long the service may take to answer before the picture that left meanwhile is taken back. */
const ANSWER_MS = 2_000;
const AGAIN_MS = 1_000;

/**
 * The visitor's side of a share: follows the session that the server decides about, and holds the
 * capture and its way to the agent. No picture is attached before the visitor has picked and the agent
 * has activated, nor once either has ended it.
 */
export class Sharing {
  session: SessionSnapshot | undefined;
  capture: Capture | undefined;
  online = false;
  link: Link | undefined;
  /** Milliseconds that the server's clock is ahead of this one. */
  clockOffset = 0;
  /** Why the connection to the service is over, if it is. */
  closed: "refused" | "taken-over" | undefined;
  #failure: CaptureFailure | undefined;
  #unwatch: (() => void) | undefined;
  #picking = false;
  #pausing = false;
  #ending: "stopped" | "capture-ended" | undefined;
  #iceServers: RTCIceServer[] = [];
  /** A pick of which the service is being told, or was without objecting. */
  #told: { capture: Capture; timer: ReturnType<typeof setTimeout> } | undefined;
  #wantedId: string | undefined;
  #greeted = false;
  #reachable = false;
  readonly agreement: Agreement;
  readonly #ports: SharingPorts;
  readonly #route = new RouteWatch(this, {
    reachable: () => this.#reachable,
    tell: (notice) => this.#notice(notice),
  });
  readonly #relay = new RelayReports((sessionId, reach) =>
    this.#ports.request("relay.report", { sessionId, reach }),
  );

  constructor(ports: SharingPorts) {
    this.#ports = ports;
    this.agreement = new Agreement(ports, () => {
      this.#dropCapture();
      this.#notice("none");
    });
  }

  /** What the account allows and says; known once the popup was let in. */
  get policy(): VisitorPolicy {
    return this.agreement.policy;
  }

  /** What the popup shows. */
  get phase(): PopupPhase {
    if (this.closed) return this.closed;
    const { session } = this;
    if (!session) return this.#greeted ? "idle" : "opening";
    if (session.state === "ended") return "ended";
    if (!this.#ports.canShare) return "unsupported";
    if (this.#picking) return "picking";
    if (this.#ending) return "ending";
    if (!this.capture) return "invited";
    if (session.state === "paused" || this.#pausing) return "paused";
    return session.state === "live" ? "live" : "waiting";
  }

  /** Why there is no picture to share, so far. */
  get failure(): CaptureFailure | undefined {
    const blind = this.policy.surface !== "any" && !this.#ports.tellsSurface;
    return blind ? "surface-unknown" : this.#failure;
  }

  /** Why the picture that runs is withheld: what it shows by now is not allowed. */
  get barred(): SurfaceFailure | undefined {
    return this.capture && surfaceFailure(this.policy.surface, this.capture.surface);
  }

  /** The server has let this popup in. */
  greeted(result: HelloResult): void {
    this.#greeted = true;
    this.agreement.greeted(result.account.policy, this.session);
    this.#iceServers = result.iceServers;
    this.#wantedId = result.sessionId ?? this.#wantedId;
    this.clockOffset = Date.parse(result.serverTime) - Date.now();
  }

  /** The connection to the service came or went. */
  connection(online: boolean): void {
    this.online = online;
    // What the session is by now, nobody here knows: only the service's word counts after a gap.
    this.#untold();
    this.#follow();
    if (online) this.#sayAgain();
    this.#ports.changed();
  }

  /** The connection to the service is over for good. */
  shutDown(cause: "refused" | "taken-over"): void {
    this.closed = cause;
    this.#release();
    this.#ports.changed();
  }

  /** Something arrived. */
  receive(message: ServerEvent): void {
    if (message.type === "session.state") this.#learn(message.session);
    else if (message.type.startsWith("peer.")) {
      const passed = message as PeerMessage;
      if (passed.sessionId === this.session?.id) void this.link?.receive(passed);
    }
  }

  /** The visitor pressed « Partager mon écran ». The picker opens before anything else. */
  share(): void {
    if (this.failure === "surface-unknown") return;
    const picked = this.#ports.capture(this.policy.surface);
    const { session } = this;
    this.#picking = true;
    this.#failure = undefined;
    if (session?.state === "requested") this.agreement.press(session.id);
    this.#notice("picker-open");
    this.#ports.changed();
    picked.then(
      (capture) => this.#picked(capture, session?.id),
      (error: unknown) => this.#notPicked(error),
    );
  }

  /** The visitor ends it. The picture stops now, whatever the network says. */
  stop(): void {
    this.#end("stopped");
  }

  /** The visitor does not want to share after all: no before the answer, stop after it. */
  refuse(): void {
    const able = this.#ports.canShare && this.failure !== "surface-unknown";
    const cause = able ? "refused" : "browser-unsupported";
    if (this.session?.state !== "requested") this.stop();
    else this.#ask("share.decline", { sessionId: this.session.id, cause });
  }

  /** Blanks the picture at once. */
  pause(): void {
    if (this.session?.state !== "live") return;
    this.#pausing = true;
    this.#follow();
    this.#ask("share.pause", { sessionId: this.session.id });
    this.#ports.changed();
  }

  /** Asks for the picture to come back; it does when the server says so. */
  resume(): void {
    if (this.barred) return;
    this.#pausing = false;
    if (this.session) this.#ask("share.resume", { sessionId: this.session.id });
    this.#follow();
    this.#ports.changed();
  }

  /** What the picture should favour. */
  setQuality(mode: QualityMode): void {
    if (this.session) this.#ask("share.quality", { sessionId: this.session.id, mode });
  }

  /** The window goes away. Returns the session that this ends, if any. */
  leave(): SessionSnapshot | undefined {
    const { session } = this;
    const open = session && session.state !== "ended" && session.state !== "requested";
    if (open) this.#ask("share.stop", { sessionId: session.id, cause: "popup-closed" });
    this.#release();
    return open ? session : undefined;
  }

  #learn(next: SessionSnapshot): void {
    const current = this.session;
    const same = next.id === current?.id;
    if (!same) {
      const busy = current && current.state !== "ended";
      const stranger = this.#wantedId !== undefined && next.id !== this.#wantedId && !current;
      if (busy || (stranger && next.state === "ended")) return;
      this.#release();
      this.#ending = undefined;
      this.#failure = undefined;
      if (current && next.state === "requested") void this.agreement.renew(next.id);
    }
    this.session = next;
    if (next.state === "paused") this.#pausing = false;
    if (next.state === "ended") this.#release();
    this.#route.takeBack();
    this.#tellSurface();
    this.#follow();
    this.#ports.changed();
  }

  #picked(capture: Capture, sessionId: string | undefined): void {
    this.#picking = false;
    const { session } = this;
    const gone = session?.id !== sessionId || session?.state === "ended" || this.closed;
    if (!session || gone || this.agreement.reworded(session)) {
      capture.track.stop();
    } else {
      this.capture = capture;
      capture.track.addEventListener("ended", () => {
        if (this.capture === capture) this.#end("capture-ended");
      });
      this.#unwatch = capture.watch(() => this.#surfaceTurned());
      this.#tell(session.id, capture);
      this.#follow();
    }
    this.#ports.changed();
  }

  /** Says that the capture runs; until the answer, that is taken for granted. */
  #tell(sessionId: string, capture: Capture): void {
    const takeBack = (): void => {
      if (this.#told !== told) return;
      this.#untold();
      this.#follow();
    };
    const told = { capture, timer: setTimeout(takeBack, ANSWER_MS) };
    this.#told = told;
    this.#started(sessionId, capture).then(
      () => {
        clearTimeout(told.timer);
      },
      (error: unknown) => {
        takeBack();
        const passing = error instanceof SignalingError && error.retryable;
        if (passing) setTimeout(() => this.#sayAgain(), AGAIN_MS);
      },
    );
  }

  /** The service judges the surface too, by the policy of that moment. */
  async #started(sessionId: string, capture: Capture): Promise<void> {
    try {
      await this.#ports.request("capture.started", { sessionId, surface: capture.surface });
    } catch (error) {
      const code = error instanceof SignalingError ? error.code : "";
      if (code === "surface-not-permitted" && this.capture === capture) {
        this.#dropCapture();
        this.#follow();
        this.#notPicked(new CaptureError("surface-refused"));
      }
      throw error;
    }
  }

  /** What is shown, or what may be shown, is another thing than before: blank first, then say it. */
  #surfaceTurned(): void {
    this.#follow();
    this.#tellSurface();
    this.#ports.changed();
  }

  /** Tells the agent of a surface that is withheld, and pauses until the visitor resumes. */
  #tellSurface(): void {
    const { session, barred, capture } = this;
    if (!session || session.state === "ended" || session.state === "requested") return;
    const notice = surfaceNotice(session.notice, capture ? barred : this.failure, !!capture);
    if (notice) this.#notice(notice);
    if (barred && !this.#pausing) this.pause();
  }

  #untold(): void {
    clearTimeout(this.#told?.timer);
    this.#told = undefined;
  }

  #notPicked(error: unknown): void {
    this.#picking = false;
    this.#failure = error instanceof CaptureError ? error.failure : "capture-failed";
    this.#notice(this.#failure);
    this.#ports.changed();
  }

  #end(cause: "stopped" | "capture-ended"): void {
    if (!this.session || this.session.state === "ended" || this.#ending) return;
    this.#ending = cause;
    this.#release();
    this.#sayEnd();
    this.#ports.changed();
  }

  /** What may have been lost with the connection is said once more; the server knows repetitions. */
  #sayAgain(): void {
    const { session, capture } = this;
    if (this.#ending) {
      this.#sayEnd();
    } else if (session && capture && session.state !== "ended") {
      const sessionId = session.id;
      if (session.state === "requested") this.agreement.say(sessionId);
      if (!session.capturing) this.#started(sessionId, capture).catch(() => undefined);
      if (this.#pausing && session.state === "live") this.#ask("share.pause", { sessionId });
    }
    this.#tellSurface();
    this.#relay.again();
  }

  /** Repeated after a lost connection, until the server has ended the session. */
  #sayEnd(): void {
    const [session, cause] = [this.session, this.#ending];
    if (!session || !cause || session.state === "ended") return;
    this.#ports.request("share.stop", { sessionId: session.id, cause }).catch((error: unknown) => {
      const retryable = error instanceof SignalingError && error.retryable;
      if (!retryable && cause === "capture-ended" && this.#ending) {
        // The capture was over before the server knew of it: then it is a plain stop.
        this.#ending = "stopped";
        this.#sayEnd();
      }
    });
  }

  /** Brings link and picture in line with the session. */
  #follow(): void {
    const { session } = this;
    if (!session || session.state === "ended" || session.state === "requested") return;
    const reachable = this.online && session.agentConnection === "connected";
    if (!this.link && reachable && !this.#ending) this.link = this.#newLink(session.id);
    this.link?.setReachable(reachable);
    // What was tried while nobody could be reached says nothing about the way.
    if (reachable && !this.#reachable) this.#route.start();
    this.#reachable = reachable;
    void this.link?.setQuality(session.quality);
    const visible = this.#agreed(session) && !this.#pausing && !this.#ending && !this.barred;
    void this.link?.attach(visible ? (this.capture?.track ?? null) : null);
  }

  /**
   * Whether both sides have done all that is theirs: live, or activated by the agent and picked by
   * the visitor, of which the service is being told. Encoding the first picture takes as long as
   * its answer; a refusal, or no answer in good time, takes the picture back.
   */
  #agreed(session: SessionSnapshot): boolean {
    const told = this.#told !== undefined && this.#told.capture === this.capture;
    return session.state === "live" || (session.state === "accepted" && session.activated && told);
  }

  #newLink(sessionId: string): Link {
    const link = this.#ports.createLink({
      sessionId,
      iceServers: this.#iceServers,
      askIce: () => this.#ports.askIce(sessionId),
      relayOnly: this.session?.relayOnly === true,
      send: this.#ports.send,
      onConnected: (connected) => {
        this.#route.found(connected);
        this.#ports.changed();
      },
      onRelay: (reach) => this.#relay.tell(sessionId, reach),
    });
    link.start();
    this.#route.start();
    return link;
  }

  /** Lets go of capture and link: nothing is shown from here on. */
  #release(): void {
    this.#route.stop();
    this.#untold();
    this.#pausing = false;
    this.link?.close();
    this.link = undefined;
    this.#dropCapture();
  }

  #dropCapture(): void {
    this.#unwatch?.();
    this.capture?.track.stop();
    this.capture = this.#unwatch = undefined;
  }

  #notice(notice: SessionSnapshot["notice"]): void {
    if (this.session) this.#ask("visitor.notice", { sessionId: this.session.id, notice });
  }

  #ask<T extends RequestType>(type: T, fields: RequestFields<T>): void {
    this.#ports.request(type, fields).catch(() => {
      // The next session.state tells what holds; a refusal here means that somebody was quicker.
    });
  }
}
