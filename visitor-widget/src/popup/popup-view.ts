import type { LinkReading, QualityMode, SessionSnapshot } from "@visavis/signaling-client";
import { judgeLink, linkWords, relayTrouble, taskDeadline } from "@visavis/signaling-client";
import { iconElement } from "../../design/icons.ts";
import type { Language } from "../../design/language.ts";
import { Attention } from "../attention.ts";
import { button, h } from "../dom.ts";
import { endWords } from "../words/end-words.ts";
import { speaker } from "../words/phrases.ts";
import { invitation } from "./invitation.ts";
import { head, noticeLine } from "./parts.ts";
import { popupWords, type PopupPhrase } from "./popup-words.ts";
import type { PopupPhase } from "./sharing-ports.ts";
import type { Sharing } from "./sharing.ts";

const NEAR_DEADLINE_MS = 60_000;
const URGENT_MS = 30_000;
const MODES: readonly QualityMode[] = ["sharp", "smooth", "low-data"];

/**
 * Draws a {@link Sharing}. A phase is drawn once; what changes within it is updated in place, so
 * that focus and the preview stay where they are.
 */
export class PopupView {
  readonly #sharing: Sharing;
  readonly #main: HTMLElement;
  #language: Language;
  #say: (key: PopupPhrase, ...names: string[]) => string;
  readonly #announcement: HTMLElement;
  readonly #video: HTMLVideoElement;
  readonly #attention = new Attention();
  #drawn = "";
  #reading: LinkReading = {};
  /** The deadline that a hidden window has called for already. */
  #called = "";

  constructor(main: HTMLElement, sharing: Sharing, language: Language) {
    this.#sharing = sharing;
    this.#main = main;
    this.#language = language;
    this.#say = speaker(popupWords, language);
    this.#announcement = h("p", { class: "vv-visually-hidden", "aria-live": "polite" });
    this.#video = h("video", { muted: true, autoplay: true, playsInline: true });
    this.#video.setAttribute("aria-label", this.#say("preview"));
    this.#video.dataset["testid"] = "vv-preview";
    main.after(this.#announcement);
    document.documentElement.lang = language;
  }

  /** Goes on in this language. */
  speak(language: Language): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#say = speaker(popupWords, language);
    this.#video.setAttribute("aria-label", this.#say("preview"));
    document.documentElement.lang = language;
    this.update();
  }

  get #account(): string {
    return this.#sharing.session?.accountName ?? "";
  }

  /** Brings the page in line with the state. */
  update(): void {
    const { phase, failure, session, policy, barred, agreement } = this.#sharing;
    this.#main.dataset["vvState"] = phase;
    const asked = session?.state === "requested";
    const about = [
      phase,
      failure,
      barred,
      session?.id,
      asked,
      agreement.reworded(session),
      this.#language,
    ];
    const drawn = about.join() + JSON.stringify(policy);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      const hadFocus = this.#main.contains(document.activeElement);
      this.#main.replaceChildren(...this.#page(phase).filter((part) => part !== false));
      const heading = this.#main.querySelector("h1");
      if (hadFocus) heading?.focus();
      this.#announcement.textContent = this.#main.querySelector(".lead")?.textContent ?? "";
      this.#attention.clear();
      document.title = heading?.textContent ?? this.#say("title");
      this.#callBack(phase);
    }
    this.#showStream();
    this.tick();
  }

  /** Keeps what `getStats` said last. */
  measured(reading: LinkReading): void {
    this.#reading = reading;
    this.tick();
  }

  /** Updates times and the lines about the connection. */
  tick(): void {
    const { session } = this.#sharing;
    this.#write("notice", this.#trouble());
    if (!session) return;
    const now = Date.now() + this.#sharing.clockOffset;
    if (session.liveAt) this.#write("elapsed", clockText(now - Date.parse(session.liveAt)));
    const deadline = taskDeadline(session);
    if (deadline) this.#remind(deadline.at, now);
    else this.#write("deadline", "");
    if (this.#sharing.phase === "live") this.#write("lead", this.#lead("live"));
    this.#writeLink();
    const select = this.#main.querySelector("select");
    if (select && document.activeElement !== select) select.value = session.quality;
  }

  /** Counts down to what happens by itself; a hidden window makes itself heard once. */
  #remind(at: string, now: number): void {
    const { phase, session } = this.#sharing;
    const left = Date.parse(at) - now;
    const waits = phase === "invited" || phase === "waiting";
    const near = waits && left < NEAR_DEADLINE_MS && left > 0;
    const seconds = String(Math.ceil(left / 1000));
    const text =
      phase === "waiting"
        ? this.#say("agentDeadline", session?.agent.name ?? "", seconds)
        : this.#say("deadline", seconds);
    this.#write("deadline", near ? text : "");
    if (!near || left > URGENT_MS || !document.hidden || this.#called === at) return;
    this.#called = at;
    this.#attention.call(this.#say("alertDeadline"), text);
  }

  /** A buried window makes itself heard when somebody asks again or has ended the share. */
  #callBack(phase: PopupPhase): void {
    const { session } = this.#sharing;
    const asks = phase === "invited" && session?.state === "requested";
    const ended = phase === "ended" && session?.endReason !== "visitor-stopped";
    if (document.hidden && (asks || ended)) {
      this.#attention.call(document.title, this.#announcement.textContent);
    }
  }

  #page(phase: PopupPhase): (Node | false)[] {
    switch (phase) {
      case "opening":
        return [head("screen-share", this.#say("opening")), h("span", { class: "vv-spinner" })];
      case "invited":
        return this.#invitation();
      case "picking":
        return [
          head(
            "window",
            this.#say("pickingTitle"),
            this.#say(`picking-${this.#sharing.policy.surface}`, this.#account),
          ),
          noticeLine(),
        ];
      case "waiting":
      case "live":
      case "paused":
        return this.#share(phase);
      case "ending":
        return [head("stop", this.#say("endingTitle")), noticeLine()];
      case "ended":
        return this.#ending();
      case "idle":
        return [head("screen-share", this.#say("idleTitle"), this.#say("idle")), noticeLine()];
      case "refused":
        return [head("link", this.#say("refusedTitle"), this.#say("refused"))];
      case "taken-over":
        return [head("external", this.#say("takenTitle"), this.#say("taken"))];
      case "unsupported":
        return this.#unsupported();
    }
  }

  #invitation(): (Node | false)[] {
    const { session, failure, agreement, policy } = this.#sharing;
    return invitation({
      session,
      failure,
      reworded: agreement.reworded(session),
      policy,
      language: this.#language,
      say: (key, ...names) => this.#say(key, ...names),
      share: () => this.#sharing.share(),
      refuse: () => this.#sharing.refuse(),
    });
  }

  #share(phase: "waiting" | "live" | "paused"): (Node | false)[] {
    const stop = button(
      this.#say("stop"),
      "vv-button--danger",
      "vv-stop",
      () => this.#sharing.stop(),
      "stop",
    );
    const preview = h("div", { class: "preview" }, this.#video);
    if (phase === "paused") preview.append(h("p", { class: "veil" }, this.#say("previewPaused")));
    return [
      head(
        phase === "live" ? "eye" : phase === "paused" ? "pause" : "clock",
        this.#say(`${phase}Title`),
        this.#lead(phase),
      ),
      preview,
      noticeLine(),
      phase === "waiting" && h("p", { class: "deadline", "data-part": "deadline" }),
      h("div", { class: "buttons row" }, this.#pauseButton(phase), stop),
      h("p", { class: "hint" }, this.#say("keepOpen")),
      ...(phase === "waiting" ? [] : [this.#figures()]),
    ];
  }

  /** Who sees what just now: never more than what is true. */
  #lead(phase: "waiting" | "live" | "paused"): string {
    const { session, capture, link } = this.#sharing;
    const agent = session?.agent.name ?? "";
    if (this.#sharing.barred) return this.#say("barredLead", agent);
    if (phase === "waiting" && session?.activated) return this.#say("starting");
    if (phase !== "live") return this.#say(phase, agent);
    return link?.connected
      ? this.#say(`live-${capture?.surface ?? "unknown"}`, agent)
      : this.#say("notThrough", agent);
  }

  #pauseButton(phase: "waiting" | "live" | "paused"): Node | false {
    if (phase === "waiting") return false;
    if (this.#sharing.barred) return false;
    return phase === "live"
      ? button(this.#say("pause"), "", "vv-pause", () => this.#sharing.pause(), "pause")
      : button(
          this.#say("resume"),
          "vv-button--primary",
          "vv-resume",
          () => this.#sharing.resume(),
          "play",
        );
  }

  #figures(): HTMLElement {
    const select = h(
      "select",
      {
        class: "vv-select",
        id: "quality",
        "data-testid": "vv-quality",
        onchange: () => this.#sharing.setQuality(select.value as QualityMode),
      },
      ...MODES.map((mode) => h("option", { value: mode }, this.#say(mode))),
    );
    return h(
      "div",
      { class: "figures" },
      h("p", { class: "link", "data-part": "link", "data-testid": "vv-link" }),
      h(
        "p",
        { class: "time" },
        h("span", { class: "vv-visually-hidden" }, this.#say("elapsed")),
        h("span", { role: "timer", "data-part": "elapsed", "data-testid": "vv-elapsed" }),
      ),
      h("p", { class: "why", "data-part": "why" }),
      h(
        "div",
        { class: "choice" },
        h("label", { htmlFor: "quality" }, this.#say("quality")),
        select,
      ),
    );
  }

  #ending(): Node[] {
    const { session } = this.#sharing;
    if (!session) return [];
    const words = endWords(session, this.#language);
    const top = head("screen-share-off", words.title, words.text);
    top.dataset["reason"] = session.endReason;
    return [top, h("p", { class: "hint" }, this.#say("closing")), noticeLine()];
  }

  #unsupported(): Node[] {
    const agent = this.#sharing.session?.agent.name ?? "";
    const tell = button(this.#say("tell", agent), "vv-button--primary wide", "vv-refuse", () =>
      this.#sharing.refuse(),
    );
    return [
      head("warning", this.#say("unsupportedTitle"), this.#say("unsupported")),
      h("div", { class: "buttons" }, tell),
    ];
  }

  /** What stands in the way just now; empty when nothing does. */
  #trouble(): string {
    const { online, session, phase, link, policy, barred } = this.#sharing;
    if (phase === "opening" || phase === "ended") return "";
    if (barred) return this.#say("barred", this.#say(`allowed-${policy.surface}`), this.#account);
    if (!online) return this.#say("offline");
    const sharing = phase === "live" || phase === "paused";
    if (session?.notice === "no-relay" && !link?.connected) return this.#relayTrouble(session);
    if (!session || !sharing) return "";
    if (session.agentConnection !== "connected") return this.#say("agentLost", session.agent.name);
    if (link?.connected) return "";
    if (session.notice !== "no-route") return this.#say("connecting");
    return session.relayOnly ? this.#say("noRelay", this.#account) : this.#say("noRoute");
  }

  #relayTrouble(session: SessionSnapshot): string {
    switch (relayTrouble(session)) {
      case "agent":
        return this.#say("relayAgent", session.agent.name);
      case "refused":
      case "missing":
        return this.#say("relayRefused");
      default:
        return this.#say("relayVisitor");
    }
  }

  #writeLink(): void {
    const line = this.#part("link");
    if (!line) return;
    // Where nothing passes, or nobody can say what does, figures would contradict the rest.
    const { phase, online, link } = this.#sharing;
    const passes = phase === "live" && online && link?.connected === true;
    line.hidden = !passes;
    if (!passes) {
      this.#write("why", "");
      return;
    }
    const verdict = judgeLink(this.#reading);
    const words = linkWords(verdict, this.#language, this.#reading);
    line.dataset["level"] = verdict.level;
    const drawing = verdict.level === "poor" ? "signal-weak" : "signal-good";
    const key = `${drawing}${words.label}`;
    if (line.dataset["key"] !== key) {
      line.dataset["key"] = key;
      line.replaceChildren(iconElement(drawing, 18), words.label);
    }
    this.#write("why", [words.why, words.figures].filter(Boolean).join(" "));
  }

  #showStream(): void {
    const stream = this.#sharing.capture?.stream ?? null;
    if (this.#video.srcObject !== stream) this.#video.srcObject = stream;
    if (stream && this.#video.paused) this.#video.play().catch(() => undefined);
  }

  #write(part: string, text: string): void {
    const element = this.#part(part);
    if (!element) return;
    element.hidden = text === "";
    if (element.textContent !== text) element.textContent = text;
  }

  #part(name: string): HTMLElement | null {
    return this.#main.querySelector(`[data-part="${name}"]`);
  }
}

/** Hours only when there are any: `3:07`, `1:02:05`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}
