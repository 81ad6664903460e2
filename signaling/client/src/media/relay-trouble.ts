import type { SessionSnapshot } from "../generated/messages.ts";

/** Where the way over a relay is cut: on one side, on both, at the relay or before it. */
export type RelayTrouble = "visitor" | "agent" | "both" | "refused" | "missing";

/** What to tell people of a session whose relay is not reached; undefined when it is. */
export function relayTrouble({ relayFailures }: SessionSnapshot): RelayTrouble | undefined {
  if (!relayFailures) return undefined;
  const { visitor, agent } = relayFailures;
  const causes = [visitor, agent];
  if (causes.includes("missing")) return "missing";
  if (causes.includes("refused")) return "refused";
  if (visitor && agent) return "both";
  return visitor ? "visitor" : "agent";
}
