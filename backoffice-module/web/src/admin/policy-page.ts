import { ApiError, type Api } from "../shared/api.ts";
import { logoFault, type LogoFault } from "./logo-file.ts";
import {
  changedFields,
  choicesOf,
  draftOf,
  faultsOf,
  fieldAt,
  merged,
  settled,
  shortenedTo,
  type Policy,
  type PolicyDraft,
  type PolicyFault,
  type PolicyFaults,
  type PolicyField,
} from "./policy.ts";

/** Why the policy could not be saved, beside what is said at a field. */
export type PolicyTrouble = "unreachable" | "often" | "other" | "fields";

/** Somebody else decided while the form was open. */
export interface PolicyConflict {
  readonly theirs: Policy;
  /** Fields that were changed both there and here, to different ends. */
  readonly both: readonly PolicyField[];
  /** Fields that were changed there alone. */
  readonly there: readonly PolicyField[];
}

/** Everything that is known of the account's policy and of the form. */
export interface PolicyState {
  /** What stands, or null until loaded. */
  readonly saved: Policy | null;
  /** What stands in the form; null until loaded. */
  readonly draft: PolicyDraft | null;
  readonly failed: boolean;
  readonly busy: boolean;
  readonly faults: PolicyFaults;
  /** The id that the service does not take, where that is what is wrong with the agents. */
  readonly refusedAgent: string | null;
  readonly trouble: PolicyTrouble | null;
  readonly conflict: PolicyConflict | null;
  /** To how many days saving would shorten what is kept, while the person is asked about it. */
  readonly shortening: number | null;
  /** Whether the last thing that happened was a save. */
  readonly justSaved: boolean;
  readonly logoBusy: boolean;
  readonly logoFault: LogoFault | "many" | "unreachable" | "refused" | null;
}

/** The account's policy: what its pages know and do, without their drawing. */
export class PolicyPage {
  /** Replaced, never changed. */
  state: PolicyState = {
    saved: null,
    draft: null,
    failed: false,
    busy: false,
    faults: {},
    refusedAgent: null,
    trouble: null,
    conflict: null,
    shortening: null,
    justSaved: false,
    logoBusy: false,
    logoFault: null,
  };

  /** Raised by whatever makes an upload that is under way of no use. */
  private logoTurn = 0;

  /** @param changed called after every change of {@link PolicyPage.state} */
  constructor(
    private readonly api: Pick<Api, "call" | "upload">,
    private readonly changed: () => void,
  ) {}

  /** Whether something stands in the form that is not saved. */
  get dirty(): boolean {
    const { saved, draft } = this.state;
    return saved !== null && draft !== null && changedFields(draftOf(saved), draft).length > 0;
  }

  /** Loads what stands; a form that was not touched follows it. */
  async load(): Promise<void> {
    try {
      const saved = await this.api.call<Policy>("GET", "/account/policy");
      if (!this.dirty) this.set({ saved, draft: draftOf(saved), failed: false });
      else this.set({ failed: false });
    } catch {
      this.set({ failed: true });
    }
  }

  /** Something was typed or chosen. A fault of that field is told anew when it is saved. */
  edit(change: Partial<PolicyDraft>): void {
    const { draft, faults } = this.state;
    if (draft === null) return;
    const left = Object.entries(faults).filter(([field]) => !(field in change));
    this.set({
      draft: { ...draft, ...change },
      faults: Object.fromEntries(left),
      trouble: null,
      shortening: null,
      justSaved: false,
    });
  }

  /** Takes everything back that is not saved. */
  discard(): void {
    const { saved } = this.state;
    if (saved === null) return;
    this.begin(draftOf(saved));
  }

  /**
   * Saves the form, over exactly the version that it began with. Where that would delete shares it only asks, by
   * {@link PolicyState.shortening}.
   *
   * @param confirmed the person has said yes to that
   * @returns whether it stands
   */
  async save(confirmed = false): Promise<boolean> {
    const { saved, busy } = this.state;
    if (this.state.draft === null || saved === null || busy) return false;
    const draft = settled(this.state.draft);
    const faults = faultsOf(draft);
    if (Object.keys(faults).length > 0) {
      this.set({ draft, faults, trouble: "fields", shortening: null, justSaved: false });
      return false;
    }
    const shortening = confirmed ? null : shortenedTo(draft, saved);
    const fresh = { draft, faults: {}, trouble: null, justSaved: false, shortening };
    this.set({ ...fresh, busy: shortening === null });
    return shortening === null && (await this.put(draft, saved));
  }

  /** The person does not want to delete anything: nothing is saved, the form stays. */
  keepLonger(): void {
    this.set({ shortening: null });
  }

  private async put(draft: PolicyDraft, saved: Policy): Promise<boolean> {
    this.set({ conflict: null });
    try {
      const body = { version: saved.version, ...choicesOf(draft) };
      const stands = await this.api.call<Policy>("PUT", "/account/policy", body);
      // What was typed meanwhile is neither lost nor called saved.
      const now = merged(draft, this.state.draft ?? draft, draftOf(stands));
      const all = changedFields(draftOf(stands), now).length === 0;
      this.set({ busy: false, saved: stands, draft: now, justSaved: all });
      return all;
    } catch (error) {
      await this.refused(error);
      return false;
    }
  }

  /** Goes on over what somebody else decided: with their values where nothing was changed here. */
  takeTheirs(): void {
    const { conflict, saved, draft } = this.state;
    if (conflict === null || saved === null || draft === null) return;
    const { theirs } = conflict;
    this.set({
      saved: theirs,
      draft: merged(draftOf(saved), draft, draftOf(theirs)),
      conflict: null,
      trouble: null,
    });
  }

  /** Gives up what was changed here for what somebody else decided. */
  giveUp(): void {
    const { conflict } = this.state;
    if (conflict === null) return;
    const { theirs } = conflict;
    this.set({ saved: theirs });
    this.begin(draftOf(theirs));
  }

  /** Hands a logo to the service; it stands in the form and is used once that is saved. A later one wins. */
  async setLogo(file: File): Promise<void> {
    const turn = ++this.logoTurn;
    this.set({ logoBusy: true, logoFault: null, justSaved: false });
    const outcome = await this.uploaded(file);
    // Meanwhile the person may have taken everything back.
    if (turn !== this.logoTurn) return;
    this.set({ logoBusy: false, logoFault: outcome.fault });
    if (outcome.logo !== null) this.edit({ logo: outcome.logo });
  }

  /** Takes the logo out of the form. */
  removeLogo(): void {
    this.logoTurn += 1;
    this.set({ logoBusy: false, logoFault: null });
    this.edit({ logo: null });
  }

  private async uploaded(
    file: File,
  ): Promise<{ readonly logo: string | null; readonly fault: PolicyState["logoFault"] }> {
    const fault = await logoFault(file);
    if (fault !== null) return { logo: null, fault };
    try {
      const { logo } = await this.api.upload<{ logo: string }>("/account/policy/logo", file);
      return { logo, fault: null };
    } catch (error) {
      return { logo: null, fault: uploadFault(error) };
    }
  }

  /** A form as if it had just been opened. */
  private begin(draft: PolicyDraft): void {
    this.logoTurn += 1;
    const calm = { faults: {}, trouble: null, conflict: null, shortening: null };
    this.set({ ...calm, draft, logoBusy: false, logoFault: null });
  }

  private async refused(error: unknown): Promise<void> {
    if (error instanceof ApiError && error.code === "policy-changed") {
      await this.collided();
      return;
    }
    const field = error instanceof ApiError ? faultField(error) : null;
    if (error instanceof ApiError && field !== null) {
      const place = /^\/agents\/(\d+)$/.exec(error.pointer ?? "")?.[1];
      const refusedAgent = this.state.draft?.agents[Number(place)] ?? null;
      const faults = { [field]: faultAt(field, refusedAgent !== null) };
      this.set({ busy: false, faults, refusedAgent, trouble: "fields" });
      return;
    }
    const away = error instanceof ApiError && (error.status === 0 || error.status >= 500);
    const often = error instanceof ApiError && error.code === "limit-reached";
    this.set({ busy: false, trouble: away ? "unreachable" : often ? "often" : "other" });
  }

  private async collided(): Promise<void> {
    try {
      const theirs = await this.api.call<Policy>("GET", "/account/policy");
      const { saved, draft } = this.state;
      if (saved === null || draft === null) return;
      const [seen, end] = [draftOf(saved), draftOf(theirs)];
      const own = changedFields(seen, draft);
      const moved = changedFields(seen, end);
      const differ = changedFields(draft, end);
      const both = moved.filter((field) => own.includes(field) && differ.includes(field));
      const there = moved.filter((field) => !own.includes(field));
      this.set({ busy: false, conflict: { theirs, both, there } });
    } catch {
      this.set({ busy: false, trouble: "unreachable" });
    }
  }

  private set(change: Partial<PolicyState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

function uploadFault(error: unknown): "many" | "unreachable" | "refused" {
  if (!(error instanceof ApiError)) return "refused";
  if (error.code === "limit-reached") return "many";
  return error.status === 0 || error.status >= 500 ? "unreachable" : "refused";
}

function faultAt(field: PolicyField, agent: boolean): PolicyFault {
  if (field === "relayOnly") return "relay.none";
  if (field === "agents" && agent) return "agents.refused";
  return field === "messageFr" || field === "messageEn" ? "message.refused" : "refused";
}

function faultField(error: ApiError): PolicyField | null {
  return error.code === "no-relay" ? "relayOnly" : fieldAt(error.pointer);
}
