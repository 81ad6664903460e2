import {
  RelayReports,
  type QualityMode,
  type ServerEvent,
  type SessionSnapshot,
} from "@visavis/signaling-client";
import { render } from "lit";
import type { AccountState } from "../shared/account.ts";
import { Api, ApiError } from "../shared/api.ts";
import type { HostBridge } from "../shared/host-bridge.ts";
import { Attention } from "./attention.ts";
import { PanelMachine, type PanelEffect, type PanelEvent } from "./panel-machine.ts";
import { WHOLE, type PanelOptions } from "./panel-options.ts";
import { panelTemplate, type PanelHandlers } from "./panel-template.ts";
import { Picture } from "./picture.ts";
import { Receiver } from "./receiver.ts";
import { ServiceLink, type PanelSubject } from "./service-link.ts";
import { StageControls } from "./stage-controls.ts";
import { mustRelay, type Failure, type PanelAction } from "./state.ts";
import type { PanelWords } from "./texts.ts";
import { viewOf } from "./view-of.ts";

const SECOND = 1_000;
/** How often the panel looks for what no message tells, milliseconds. */
const RECHECK = 15_000;

/** The panel on its page: carries out what the machine decides and draws what it knows. */
export class PanelPage {
  private readonly machine: PanelMachine;
  private readonly api: Api;
  private readonly link: ServiceLink;
  private readonly receiver: Receiver;
  private readonly relayReports: RelayReports;
  private readonly picture: Picture;
  private readonly attention: Attention;
  private readonly stage: StageControls;
  private readonly handlers: PanelHandlers;
  private drawing = false;
  private reminded = false;
  private height = 0;

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly root: HTMLElement,
    private readonly bridge: HostBridge,
    private readonly subject: PanelSubject,
    private readonly t: PanelWords,
    private readonly options: PanelOptions = WHOLE,
  ) {
    this.machine = new PanelMachine(subject.visitorId, Date.now, options.history);
    const base = window.document.baseURI;
    this.api = new Api((fresh) => bridge.token(fresh), new URL("../api/v1", base).pathname);
    const url = new URL("../signal", base);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const hear = (event: PanelEvent): void => this.hear(event);
    this.link = new ServiceLink(url.href, subject, bridge, hear, (message) => this.relay(message));
    this.picture = new Picture(
      subject.language,
      () => this.hear({ is: "media", media: "flowing" }),
      () => this.draw(),
    );
    this.relayReports = new RelayReports((id, reach) => this.link.reportRelay(id, reach));
    this.receiver = new Receiver({
      send: (message) => this.link.send(message),
      iceServers: () => this.link.ice,
      askIce: (sessionId) => this.link.askIce(sessionId),
      onRelay: (sessionId, reach) => this.relayReports.tell(sessionId, reach),
      relayOnly: () => mustRelay(this.machine.state),
      onStream: (stream) => this.streamed(stream),
      onMedia: (media) => this.mediaTurned(media),
    });
    this.attention = new Attention(window, t);
    this.stage = new StageControls(window, () => this.draw());
    this.handlers = {
      press: (action: PanelAction) => this.hear({ is: "pressed", action }),
      quality: (mode: QualityMode) => this.hear({ is: "quality", mode }),
    };
  }

  /** Connects and draws from now on. */
  start(): void {
    const { window, bridge } = this;
    bridge.onLeave = () => this.hear({ is: "leaving" });
    bridge.onToken = () => this.tokenCame();
    window.addEventListener("pagehide", () => this.hear({ is: "leaving" }));
    // A page brought back from the browser's cache has lost its connection and its share.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) window.location.reload();
    });
    window.setInterval(() => void this.tick(), SECOND);
    window.setInterval(() => this.hear({ is: "recheck" }), RECHECK);
    new ResizeObserver(() => this.tellHeight()).observe(this.root);
    this.link.connect();
  }

  private hear(event: PanelEvent): void {
    for (const effect of this.machine.dispatch(event)) this.perform(effect);
    if (event.is === "session") this.relayReports.again();
    this.draw();
  }

  private perform(effect: PanelEffect): void {
    switch (effect.do) {
      case "load-account":
        void this.loadAccount();
        break;
      case "load-last":
        void this.loadLast();
        break;
      case "check-media":
        this.receiver.check(effect.sessionId);
        break;
      case "ask-access":
        void this.overRest("ask-access", "/account/access-requests");
        break;
      case "stop-elsewhere":
        void this.overRest("stop-elsewhere", `/sessions/${effect.sessionId}/end`);
        break;
      case "connect":
        this.link.connect();
        break;
      case "drop-media":
        this.receiver.drop();
        break;
      case "call":
        this.attention.call(effect.about);
        break;
      case "tell-host":
        this.tellHost(effect.ended);
        break;
      default:
        this.link.perform(effect);
    }
  }

  private relay(message: ServerEvent): void {
    const { mine } = this.machine.state;
    if (message.type === "peer.offer" && mine) void this.receiver.offer(message);
    if (message.type === "peer.ice" && mine) void this.receiver.candidate(message);
  }

  private streamed(stream: MediaStream | null): void {
    this.picture.show(stream);
    if (stream === null) this.stage.reset();
    else this.picture.expectFrame();
  }

  private mediaTurned(media: "none" | "connecting" | "connected" | "broken"): void {
    this.hear({ is: "media", media });
    if (media === "connected") this.picture.expectFrame();
  }

  private tokenCame(): void {
    const { obstacle } = this.machine.state;
    if (obstacle === "token-missing" || obstacle === "token-refused") {
      this.hear({ is: "pressed", action: "retry" });
    }
  }

  private async loadAccount(): Promise<void> {
    try {
      const account = await this.api.call<AccountState>("GET", "/account");
      this.hear({ is: "account", account });
    } catch {
      // The next recheck asks again; until then the panel says what it knows.
    }
  }

  private async loadLast(): Promise<void> {
    const query = new URLSearchParams({ visitorId: this.subject.visitorId, limit: "1" });
    try {
      const { items } = await this.api.call<{ items: SessionSnapshot[] }>(
        "GET",
        `/sessions?${query.toString()}`,
      );
      if (items[0]) this.hear({ is: "last", session: items[0] });
    } catch {
      // Only a courtesy: the record's history has it too.
    }
  }

  private async overRest(action: "ask-access" | "stop-elsewhere", route: string): Promise<void> {
    try {
      await this.api.call("POST", route, {});
      this.hear({ is: "done", action });
    } catch (error) {
      this.hear({ is: "failed", action, code: restCode(error) });
    }
  }

  private tellHost(ended: boolean): void {
    const { session, account, visitor } = this.machine.state;
    this.bridge.post({ type: "state", session, eligible: account?.eligible ?? false, visitor });
    const reason = session?.endReason ?? null;
    if (ended) this.bridge.post({ type: "ended", session, reason });
  }

  private async tick(): Promise<void> {
    const report = await this.receiver.stats().catch(() => null);
    const { session, media } = this.machine.state;
    if (session?.state === "paused") this.picture.hold();
    else if (report !== null && media !== "none") this.picture.measure(report);
    this.draw();
  }

  /** Draws at once, but never within a drawing. */
  private draw(): void {
    if (this.drawing) return;
    this.drawing = true;
    const { document } = this.window;
    const focused = this.root.contains(document.activeElement);
    const { state } = this.machine;
    const { t } = this;
    const view = viewOf(state, { t, language: this.subject.language, now: Date.now() });
    this.remind(view.banners.some(({ id }) => id === "reminder"));
    const { picture, stage } = this;
    const { handlers, options } = this;
    render(panelTemplate({ view, state, picture, stage, t, handlers, options }), this.root);
    const actual = stage.size === "actual" && view.stage?.visible === true;
    picture.layOut(actual ? stage.scale : null);
    // A button that went away with its state must not take the keyboard's place with it.
    if (focused && !this.root.contains(document.activeElement)) {
      this.root.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    }
    this.drawing = false;
    this.tellHeight();
  }

  /** Calls an agent who looks elsewhere once for every deadline that comes near. */
  private remind(near: boolean): void {
    if (near && !this.reminded) this.attention.call("deadline");
    this.reminded = near;
  }

  private tellHeight(): void {
    const height = Math.ceil(this.stage.wishedHeight(this.root));
    if (height === 0 || Math.abs(height - this.height) < 2) return;
    this.height = height;
    this.bridge.post({ type: "height", height });
  }
}

function restCode(error: unknown): Failure["code"] {
  if (!(error instanceof ApiError) || error.code === "unreachable") return "no-answer";
  return error.code as Failure["code"];
}
