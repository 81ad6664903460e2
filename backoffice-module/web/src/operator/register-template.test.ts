// @vitest-environment happy-dom
import { render } from "lit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ApiError, type Api } from "../shared/api.ts";
import { translator } from "../shared/language.ts";
import { Places } from "../shared/places.ts";
import { LimitsPage } from "./limits-page.ts";
import { limitsTexts } from "./limits-texts.ts";
import { OperatorPage } from "./operator-page.ts";
import { OPERATOR_PLACES, operatorTemplate } from "./operator-template.ts";
import { RegisterPage } from "./register-page.ts";
import { registerTexts } from "./register-texts.ts";
import { operatorTexts } from "./texts.ts";

const made = {
  account: { id: "1", name: "Nouvelle", siteKey: "pk_new" },
  key: { kid: "key-1", secret: "s3cret" },
};
const origins = { siteOrigins: ["https://a.example"], backofficeOrigins: [] };

let answer: () => unknown;
let operator: OperatorPage;
let register: RegisterPage;
let limits: LimitsPage;

function draw(): void {
  const hooks = { holds: () => false, moved: () => undefined, asked: () => undefined };
  const drawing = {
    page: operator,
    t: translator(operatorTexts, "fr"),
    language: "fr" as const,
    speak: () => undefined,
    places: new Places(window, OPERATOR_PLACES, hooks),
    usage: () => {
      throw new Error("not here");
    },
    register: { page: register, t: translator(registerTexts, "fr") },
    limits: { page: limits, t: translator(limitsTexts, "fr") },
  };
  render(operatorTemplate(drawing), document.body);
}

beforeEach(() => {
  answer = () => made;
  const call = () => new Promise((resolve) => resolve(answer()));
  const shelf = { read: () => "token", write: () => undefined };
  operator = new OperatorPage("/api/v1", shelf, () => draw());
  const tell = { changed: () => undefined, expired: () => operator.signOut("expired") };
  limits = new LimitsPage({ call } as Pick<Api, "call">, () => draw(), tell);
  register = new RegisterPage({ call } as Pick<Api, "call">, () => draw(), tell);
  draw();
});
afterEach(() => render(null, document.body));

const dialog = () => document.querySelector("dialog");
const secret = () => document.querySelector<HTMLInputElement>("#shown-secret")?.value;

describe("a secret that is shown once", () => {
  beforeEach(async () => {
    register.open({ kind: "new" });
    await register.register("Nouvelle", origins);
  });

  test("stays when somebody presses Esc, however often", () => {
    const esc = new Event("cancel", { cancelable: true });
    dialog()?.dispatchEvent(esc);
    expect(esc.defaultPrevented).toBe(true);
    dialog()?.close();
    expect([secret(), dialog()?.open]).toEqual(["s3cret", true]);
  });

  test("stays when the operator's sign-in runs out behind it", () => {
    operator.signOut("expired");
    expect(document.querySelector("[data-vv-state=sign-in]")).not.toBeNull();
    expect([secret(), dialog()?.open]).toEqual(["s3cret", true]);
  });

  test("goes once the person has it", () => {
    document.querySelector<HTMLElement>("[data-testid=shown-done]")?.click();
    expect(dialog()).toBeNull();
    expect(document.body.textContent).not.toContain("s3cret");
  });
});

describe("a dialog of registering", () => {
  test("goes with Esc while nothing would be lost, and with the sign-in", async () => {
    register.open({ kind: "new" });
    await Promise.resolve();
    const esc = new Event("cancel", { cancelable: true });
    dialog()?.dispatchEvent(esc);
    expect(esc.defaultPrevented).toBe(false);
    dialog()?.close();
    expect(dialog()).toBeNull();
    register.open({ kind: "new" });
    operator.signOut("expired");
    expect(dialog()).toBeNull();
  });

  test("says how many origins a list may hold, without naming one", async () => {
    answer = () => {
      throw new ApiError(400, "bad-message", "", "/siteOrigins");
    };
    register.open({ kind: "new" });
    await register.register("Nouvelle", origins);
    const alert = dialog()?.querySelector("[role=alert]")?.textContent ?? "";
    expect(alert).toContain("30 origines au plus");
    expect(dialog()?.querySelector("[name=siteOrigins]")?.getAttribute("aria-invalid")).toBe(
      "true",
    );
  });
});
