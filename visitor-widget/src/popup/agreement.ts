import { SignalingError, type SessionSnapshot } from "@visavis/signaling-client";
import { OPEN_POLICY, showsTheSame, type VisitorPolicy } from "../policy.ts";
import type { SharingPorts } from "./sharing-ports.ts";

const WORDING = "view.1";

/** The visitor's yes: given to the words that this window showed, and to no others. */
export class Agreement {
  /** What the account allows and says; known once the popup was let in. */
  policy: VisitorPolicy = OPEN_POLICY;
  #reworded = false;
  #shown = 0;
  /** The session in which yes was pressed last. */
  #pressedIn = "";
  readonly #ports: Pick<SharingPorts, "request" | "language" | "changed">;
  readonly #refused: () => void;

  /** `refused` is called when a yes does not hold: nothing may be shown before there is another. */
  constructor(ports: Pick<SharingPorts, "request" | "language" | "changed">, refused: () => void) {
    this.#ports = ports;
    this.#refused = refused;
  }

  /** Whether the words of an open request changed since they were shown, and are to be read again. */
  reworded(session: SessionSnapshot | undefined): boolean {
    return this.#reworded && session?.state === "requested";
  }

  /** This policy came with the connection. */
  greeted(policy: VisitorPolicy, session: SessionSnapshot | undefined): void {
    this.#learn(policy, session?.state === "requested");
  }

  /** Another request came to a window that learned its words long ago: it learns them anew. */
  async renew(sessionId: string): Promise<void> {
    const policy = await this.#ask(sessionId);
    // Whoever was quicker than the answer said yes to what stood there, and hears whether it holds.
    if (!policy || this.#pressedIn === sessionId) return;
    this.#learn(policy, true);
    this.#ports.changed();
  }

  #learn(policy: VisitorPolicy, isRead: boolean): void {
    if (isRead && !showsTheSame(policy, this.policy)) this.#reworded = true;
    this.policy = policy;
  }

  /** The visitor pressed yes to what this window shows. */
  press(sessionId: string): void {
    this.#reworded = false;
    this.#pressedIn = sessionId;
    this.#shown = this.policy.version ?? 0;
    this.say(sessionId);
  }

  /** Says the yes that was pressed, if need be once more after a lost connection. */
  say(sessionId: string): void {
    const { language } = this.#ports;
    const policyVersion = this.#shown;
    this.#ports
      .request("share.accept", { sessionId, wording: WORDING, language, policyVersion })
      .catch((error: unknown) => {
        // Any other refusal means that somebody was quicker: the next session.state tells.
        const changed = error instanceof SignalingError && error.code === "policy-changed";
        if (changed) void this.#readAgain(sessionId);
      });
  }

  async #readAgain(sessionId: string): Promise<void> {
    this.#reworded = true;
    this.#refused();
    this.#ports.changed();
    // Without an answer the old words stay, and a yes to them is refused again.
    this.policy = (await this.#ask(sessionId)) ?? this.policy;
    this.#ports.changed();
  }

  async #ask(sessionId: string): Promise<VisitorPolicy | undefined> {
    const asked = this.#ports.request("ticket.new", { sessionId });
    const result = (await asked.catch(() => undefined)) as { policy: VisitorPolicy } | undefined;
    return result?.policy;
  }
}
