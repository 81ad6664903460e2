import type { Language } from "../shared/language.ts";

/** A text in each language, or null where there is none. */
export type InLanguages = Readonly<Record<Language, string | null>>;

/** What an account decides, as REST takes it. */
export interface PolicyChoices {
  readonly requestsFrom: "every-agent" | "listed-agents";
  readonly agents: readonly string[];
  readonly signedVisitorsOnly: boolean;
  readonly visitorsMayAsk: boolean;
  readonly surface: "any" | "window" | "tab";
  readonly relayOnly: boolean;
  readonly message: InLanguages;
  readonly logo: string | null;
  readonly languages: readonly Language[];
  readonly privacyUrl: InLanguages;
  readonly retentionDays: number | null;
}

/** The account's policy as REST gives it. */
export interface Policy extends PolicyChoices {
  /** 0 while nobody decided yet. */
  readonly version: number;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  /** Whether the service has a relay at all. */
  readonly relayAvailable: boolean;
  /** How long the service keeps ended shares where the account says nothing. */
  readonly defaultRetentionDays: number;
}

/** What stands in the form: as typed, so that nothing is lost before it is right. */
export interface PolicyDraft {
  readonly requestsFrom: PolicyChoices["requestsFrom"];
  readonly agents: readonly string[];
  readonly signedVisitorsOnly: boolean;
  readonly visitorsMayAsk: boolean;
  readonly surface: PolicyChoices["surface"];
  readonly relayOnly: boolean;
  readonly messageFr: string;
  readonly messageEn: string;
  readonly logo: string | null;
  readonly languages: readonly Language[];
  readonly privacyUrlFr: string;
  readonly privacyUrlEn: string;
  readonly retention: RetentionDraft;
  /** Ids that stand in the agents' field and are not on the list yet. */
  readonly typedAgents: string;
}

/** One choice, though it has two controls: for how long shares are kept. */
export interface RetentionDraft {
  /** Whether the account says so itself; the days count for nothing otherwise. */
  readonly own: boolean;
  readonly days: string;
}

/** A field of the form. */
export type PolicyField = keyof PolicyDraft;

/** What may be wrong with a field; `refused` is the service's word alone. */
export type PolicyFault =
  | "agents.none"
  | "agents.many"
  | "agents.long"
  | "agents.refused"
  | "message.long"
  | "message.lines"
  | "message.refused"
  | "url.kind"
  | "days.range"
  | "relay.none"
  | "refused";

/** Faults by field. */
export type PolicyFaults = Readonly<Partial<Record<PolicyField, PolicyFault>>>;

/** The most characters of the company's message. */
export const LONGEST_MESSAGE = 280;
const LONGEST_AGENT = 128;
const LONGEST_URL = 2_000;
/** The most agents that may be listed. */
export const MOST_AGENTS = 500;
const MOST_DAYS = 3_650;

/** How many characters of a message count: as people see them, without spaces around. */
export function lengthOf(text: string): number {
  return Array.from(text.trim()).length;
}

/** The form of a policy. */
export function draftOf(policy: PolicyChoices): PolicyDraft {
  const { message, privacyUrl, retentionDays } = policy;
  return {
    requestsFrom: policy.requestsFrom,
    agents: policy.agents,
    signedVisitorsOnly: policy.signedVisitorsOnly,
    visitorsMayAsk: policy.visitorsMayAsk,
    surface: policy.surface,
    relayOnly: policy.relayOnly,
    messageFr: message.fr ?? "",
    messageEn: message.en ?? "",
    logo: policy.logo,
    languages: policy.languages,
    privacyUrlFr: privacyUrl.fr ?? "",
    privacyUrlEn: privacyUrl.en ?? "",
    retention: {
      own: retentionDays !== null,
      days: retentionDays === null ? "" : String(retentionDays),
    },
    typedAgents: "",
  };
}

/** What a form says; only of use where {@link faultsOf} finds nothing. */
export function choicesOf(draft: PolicyDraft): PolicyChoices {
  const text = (value: string): string | null => (value.trim() === "" ? null : value.trim());
  return {
    requestsFrom: draft.requestsFrom,
    agents: draft.agents,
    signedVisitorsOnly: draft.signedVisitorsOnly,
    visitorsMayAsk: draft.visitorsMayAsk,
    surface: draft.surface,
    relayOnly: draft.relayOnly,
    message: { fr: text(draft.messageFr), en: text(draft.messageEn) },
    logo: draft.logo,
    languages: draft.languages,
    privacyUrl: { fr: text(draft.privacyUrlFr), en: text(draft.privacyUrlEn) },
    retentionDays: daysOf(draft.retention),
  };
}

/** The form as it is saved: ids that were typed and not added are added, where the list is seen. */
export function settled(draft: PolicyDraft): PolicyDraft {
  const { requestsFrom, agents, typedAgents } = draft;
  const listed = requestsFrom === "listed-agents";
  const all = listed ? withAgents(agents, typedAgents) : agents;
  return { ...draft, agents: all, typedAgents: "" };
}

/** A list with the ids of a typed text added, each once. */
export function withAgents(agents: readonly string[], typed: string): readonly string[] {
  const ids = typed
    .split(/[,;\n]+/)
    .map((id) => id.trim())
    .filter((id) => id !== "");
  return [...new Set([...agents, ...ids])];
}

/**
 * For how many days shares would be kept, where that is less than what stands now: to save it deletes what is older.
 *
 * @returns null where nothing is deleted by it
 */
export function shortenedTo(draft: PolicyDraft, saved: Policy): number | null {
  const days = daysOf(draft.retention) ?? saved.defaultRetentionDays;
  return days < (saved.retentionDays ?? saved.defaultRetentionDays) ? days : null;
}

function daysOf({ own, days }: RetentionDraft): number | null {
  return own ? Number(days) : null;
}

/** What is wrong with a form as far as can be said here; the service has the last word. */
export function faultsOf(draft: PolicyDraft): PolicyFaults {
  const found: Partial<Record<PolicyField, PolicyFault>> = {};
  const note = (field: PolicyField, fault: PolicyFault | null): void => {
    if (fault !== null) found[field] = fault;
  };
  note("agents", agentsFault(draft));
  note("messageFr", messageFault(draft.messageFr));
  note("messageEn", messageFault(draft.messageEn));
  note("privacyUrlFr", urlFault(draft.privacyUrlFr));
  note("privacyUrlEn", urlFault(draft.privacyUrlEn));
  const { own, days } = draft.retention;
  const whole = /^\d+$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= MOST_DAYS;
  note("retention", own && !whole ? "days.range" : null);
  return found;
}

function agentsFault({ requestsFrom, agents }: PolicyDraft): PolicyFault | null {
  if (agents.length > MOST_AGENTS) return "agents.many";
  if (agents.some((agent) => agent.length > LONGEST_AGENT)) return "agents.long";
  return requestsFrom === "listed-agents" && agents.length === 0 ? "agents.none" : null;
}

function messageFault(text: string): PolicyFault | null {
  if (/[\r\n\u2028\u2029]/.test(text.trim())) return "message.lines";
  return lengthOf(text) > LONGEST_MESSAGE ? "message.long" : null;
}

function urlFault(text: string): PolicyFault | null {
  const wish = text.trim();
  if (wish === "") return null;
  try {
    const { protocol, hostname, username } = new URL(wish);
    const local = hostname === "localhost" || hostname.endsWith(".localhost");
    const right = protocol === "https:" || (protocol === "http:" && local);
    return right && username === "" && wish.length <= LONGEST_URL ? null : "url.kind";
  } catch {
    return "url.kind";
  }
}

/** The field that a pointer of the service names (RFC 6901); null for none of the form. */
export function fieldAt(pointer: string | null): PolicyField | null {
  const [, first = "", second = ""] = pointer?.split("/") ?? [];
  if (first === "message") return second === "en" ? "messageEn" : "messageFr";
  if (first === "privacyUrl") return second === "en" ? "privacyUrlEn" : "privacyUrlFr";
  if (first === "retentionDays") return "retention";
  return first in FIELDS ? (first as PolicyField) : null;
}

const FIELDS: Readonly<Record<PolicyField, true>> = {
  requestsFrom: true,
  agents: true,
  signedVisitorsOnly: true,
  visitorsMayAsk: true,
  surface: true,
  relayOnly: true,
  messageFr: true,
  messageEn: true,
  logo: true,
  languages: true,
  privacyUrlFr: true,
  privacyUrlEn: true,
  retention: true,
  typedAgents: true,
};

/** Every field, in the order of the form. */
export const POLICY_FIELDS = Object.keys(FIELDS) as PolicyField[];

/** Fields in which two forms differ. */
export function changedFields(one: PolicyDraft, other: PolicyDraft): PolicyField[] {
  return POLICY_FIELDS.filter((field) => saidBy(one, field) !== saidBy(other, field));
}

/**
 * What a field says, to compare by: digits left over beside the service's own term say nothing, nor does an id that was
 * typed where no agents are listed and its field is not seen.
 */
function saidBy(draft: PolicyDraft, field: PolicyField): string {
  const { own, days } = draft.retention;
  if (field === "retention") return own ? days.trim() : "";
  if (field !== "typedAgents") return JSON.stringify(draft[field]);
  return draft.requestsFrom === "listed-agents" ? draft.typedAgents.trim() : "";
}

/**
 * Takes over what somebody else decided meanwhile, without losing what was changed here: each field that was changed here
 * keeps its own value, all others take theirs.
 *
 * @param seen what both began with
 */
export function merged(seen: PolicyDraft, own: PolicyDraft, theirs: PolicyDraft): PolicyDraft {
  const kept = changedFields(seen, own).map((field) => [field, own[field]] as const);
  return { ...theirs, ...Object.fromEntries(kept) };
}
