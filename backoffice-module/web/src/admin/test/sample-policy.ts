import type { Policy } from "../policy.ts";

/** For tests: the policy of an account that decided nothing, with other parts where given. */
export function samplePolicy(parts: Partial<Policy> = {}): Policy {
  return {
    version: 0,
    decidedAt: null,
    decidedBy: null,
    requestsFrom: "every-agent",
    agents: [],
    signedVisitorsOnly: false,
    visitorsMayAsk: false,
    surface: "any",
    relayOnly: false,
    relayAvailable: false,
    message: { fr: null, en: null },
    logo: null,
    languages: ["fr", "en"],
    privacyUrl: { fr: null, en: null },
    retentionDays: null,
    defaultRetentionDays: 365,
    ...parts,
  };
}
