import { OPEN_POLICY, showsTheSame, type VisitorPolicy } from "../policy.ts";
import type { AcceptService, Answer, LinkFacts, LinkFailure } from "./accept-service.ts";

/** What the page shows. */
export type AcceptScreen =
  | "looking"
  | "open"
  | "computer-needed"
  | "browser-needed"
  | "again"
  | "used"
  | "declined"
  | "expired"
  | "withdrawn"
  | "unavailable"
  | "unknown"
  | "unreachable";

/** What answering needs of the world. */
export interface AnsweringPorts {
  readonly code: string;
  readonly canShare: boolean;
  /** Whether this browser tells what was picked. */
  readonly tellsSurface: boolean;
  readonly language: () => "fr" | "en";
  readonly service: Pick<AcceptService, "look" | "accept" | "decline">;
  /** The attempt of this tab, kept over a reload; `sent` once its yes was on its way. */
  readonly attempt: { readonly id: string; sent: boolean };
  /** Goes on to the sharing window, in this tab. */
  readonly go: (ticket: string) => void;
  readonly now: () => number;
  readonly changed: () => void;
}

/** The visitor's answer by link: looks, and says yes or no only when the person presses. */
export class Answering {
  facts: LinkFacts | undefined;
  /** Why the person's answer did not come through; what looking does not find out is no news. */
  failure: Exclude<LinkFailure, "unknown" | "over"> | undefined;
  busy = false;
  #looked = false;
  #unknown: boolean;
  /** The end that had come by this computer's clock when the service was asked about it. */
  #askedAfter: string | undefined;
  #gone = false;
  readonly #ports: AnsweringPorts;

  constructor(ports: AnsweringPorts) {
    this.#ports = ports;
    this.#unknown = ports.code === "";
  }

  get screen(): AcceptScreen {
    const { facts } = this;
    if (this.#gone) return "looking";
    if (this.#unknown) return "unknown";
    if (!facts) return this.#looked ? "unreachable" : "looking";
    const { standing } = facts;
    if (standing === "used" && this.#ports.attempt.sent) return "again";
    if (standing !== "open") return standing;
    if (!this.#ports.canShare) return "computer-needed";
    return this.#blind ? "browser-needed" : "open";
  }

  /** The account takes some surfaces only, and this browser would not tell which one it is. */
  get #blind(): boolean {
    return (this.facts?.policy?.surface ?? "any") !== "any" && !this.#ports.tellsSurface;
  }

  /** Learns how the link stands. */
  async look(): Promise<void> {
    if (this.#ports.code === "" || this.busy) return;
    const answer = await this.#ports.service.look(this.#ports.code);
    this.#looked = true;
    this.#learn(answer);
  }

  /**
   * Time goes by. Whether the link has expired is the service's to say: this computer's clock may be
   * wrong, and only tells when to ask.
   */
  tick(): void {
    const end = this.facts?.standing === "open" ? this.facts.expiresAt : null;
    if (end === null || end === this.#askedAfter || Date.parse(end) > this.#ports.now()) return;
    this.#askedAfter = end;
    void this.look();
  }

  /** The person said yes. */
  async accept(): Promise<void> {
    if (this.busy) return;
    this.#start();
    const { code, attempt, language, service } = this.#ports;
    attempt.sent = true;
    const answer = await service.accept(
      code,
      attempt.id,
      language(),
      words(this.facts).version ?? 0,
    );
    this.busy = false;
    if ("ok" in answer) {
      this.#gone = true;
      this.#ports.changed();
      this.#ports.go(answer.ok.ticket);
      return;
    }
    await this.#refused(answer.failed);
  }

  /** The person said no. */
  async decline(): Promise<void> {
    if (this.busy) return;
    this.#start();
    const able = this.#ports.canShare && !this.#blind;
    const cause = able ? "refused" : "browser-unsupported";
    const answer = await this.#ports.service.decline(this.#ports.code, cause);
    this.busy = false;
    if ("ok" in answer) this.#learn(answer);
    else await this.#refused(answer.failed);
  }

  #start(): void {
    this.busy = true;
    this.failure = undefined;
    this.#ports.changed();
  }

  /** Somebody was quicker, or time was: how it stands now says it better than the refusal. */
  async #refused(failed: LinkFailure): Promise<void> {
    if (failed !== "over" && failed !== "changed") {
      if (failed === "unknown") this.#unknown = true;
      else this.failure = failed;
      this.#ports.changed();
      return;
    }
    // Not ours: whoever used it, it was another window; or nobody, since the words have changed.
    this.#ports.attempt.sent = false;
    if (failed === "changed") this.failure = failed;
    await this.look();
  }

  #learn(answer: Answer<LinkFacts>): void {
    if ("ok" in answer) {
      const { facts } = this;
      if (answer.ok.standing !== facts?.standing) this.failure = undefined;
      // Whoever is reading is told, or would say yes to other words than they have read.
      else if (!showsTheSame(words(answer.ok), words(facts))) this.failure = "changed";
      this.facts = answer.ok;
    }
    this.#unknown = "failed" in answer && answer.failed === "unknown";
    this.#ports.changed();
  }
}

/** What of the account's policy the page shows. */
function words(facts: LinkFacts | undefined): VisitorPolicy {
  return facts?.policy ?? OPEN_POLICY;
}
