import { SignalingError, type SessionSnapshot } from "@visavis/signaling-client";
import { OPEN_POLICY, type VisitorPolicy } from "../policy.ts";
import type { SharingPorts } from "./sharing-ports.ts";

const WORDING = "view.1";

/** The visitor's yes: given to the words that this window showed, and to no others. */
export class Agreement {
  /** What the account allows and says; known once the popup was let in. */
  policy: VisitorPolicy = OPEN_POLICY;
  #reworded = false;
  #shown = 0;
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
    const changed = policy.version !== this.policy.version;
    if (session?.state === "requested" && changed) this.#reworded = true;
    this.policy = policy;
  }

  /** The visitor pressed yes to what this window shows. */
  press(sessionId: string): void {
    this.#reworded = false;
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
    const asked = this.#ports.request("ticket.new", { sessionId });
    // Without an answer the old words stay, and a yes to them is refused again.
    const result = (await asked.catch(() => undefined)) as { policy: VisitorPolicy } | undefined;
    if (result) this.policy = result.policy;
    this.#ports.changed();
  }
}
