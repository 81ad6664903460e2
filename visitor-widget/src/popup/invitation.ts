import type { SessionSnapshot } from "@visavis/signaling-client";
import { iconElement, type IconName } from "../../design/icons.ts";
import type { Language } from "../../design/language.ts";
import { companyLogo, companyMessage, privacyLink } from "../company.ts";
import { button, h } from "../dom.ts";
import type { VisitorPolicy } from "../policy.ts";
import type { CaptureFailure } from "./capture.ts";
import { head, noticeLine } from "./parts.ts";
import type { PopupPhrase } from "./popup-words.ts";

/** What the invitation is drawn from. */
export interface InvitationFacts {
  readonly session: SessionSnapshot | undefined;
  readonly failure: CaptureFailure | undefined;
  /** The company changed its words since they stood here. */
  readonly reworded: boolean;
  readonly policy: VisitorPolicy;
  readonly language: Language;
  readonly say: (key: PopupPhrase, ...names: string[]) => string;
  readonly share: () => void;
  readonly refuse: () => void;
}

/** The screen before anything is shared: who will see what, the company's own words, two buttons. */
export function invitation(facts: InvitationFacts): (Node | false)[] {
  const { session, failure, policy, language, say } = facts;
  const agent = session?.agent.name ?? "";
  const company = { policy, accountName: session?.accountName ?? "", language };
  const lead = say("invite", agent, company.accountName);
  const no = session?.state === "requested" ? "refuse" : "cancel";
  return [
    companyLogo(company),
    head("screen-share", say("inviteTitle"), lead),
    facts.reworded && rewordedBanner(facts),
    failure ? failureBanner(facts, failure) : promises(facts, agent),
    companyMessage(company),
    privacyLink(company),
    noticeLine(),
    h("p", { class: "deadline", "data-part": "deadline" }),
    h(
      "div",
      { class: "buttons buttons--stay" },
      // Where the browser cannot tell what is picked, another pick would be refused as well.
      failure !== "surface-unknown" && shareButton(facts),
      button(say(no), "vv-button--ghost wide", "vv-refuse", facts.refuse),
    ),
  ];
}

function shareButton({ failure, say, share }: InvitationFacts): HTMLElement {
  const text = say(failure ? "shareAgain" : "share");
  return button(text, "vv-button--primary wide", "vv-share", share, "screen-share");
}

function promises({ policy, say }: InvitationFacts, agent: string): HTMLElement {
  const list = (title: PopupPhrase, drawing: IconName, ...keys: PopupPhrase[]) =>
    h(
      "div",
      {},
      h("h2", {}, say(title, agent)),
      h(
        "ul",
        { class: `list list--${drawing}` },
        ...keys.map((key) => h("li", {}, iconElement(drawing, 16), h("span", {}, say(key)))),
      ),
    );
  return h(
    "div",
    { class: "promises" },
    list("seesTitle", "check", `sees1-${policy.surface}`, "sees2"),
    list("notTitle", "close", "not1", "not2", "not3"),
    h("p", { class: "anytime" }, iconElement("shield", 18), say("anytime")),
  );
}

function rewordedBanner({ session, say }: InvitationFacts): HTMLElement {
  return h(
    "div",
    { class: "vv-banner vv-banner--warning", role: "alert", "data-testid": "vv-reworded" },
    iconElement("warning"),
    h("p", {}, say("reworded", session?.accountName ?? "")),
  );
}

function failureBanner(facts: InvitationFacts, failure: CaptureFailure): HTMLElement {
  const { policy, session, say } = facts;
  const look = failure === "picker-cancelled" ? "info" : "warning";
  const text = failure.startsWith("surface-")
    ? say(failure, say(`allowed-${policy.surface}`), session?.accountName ?? "")
    : say(failure);
  return h(
    "div",
    { class: `vv-banner vv-banner--${look}`, role: "alert", "data-testid": `vv-${failure}` },
    iconElement(look),
    h(
      "div",
      {},
      h("p", {}, text),
      failure === "permission-denied" && h("p", {}, say("permission-remedy")),
      failure === "surface-unknown" && h("p", {}, say("surface-remedy", session?.agent.name ?? "")),
    ),
  );
}
