import { createHmac, randomUUID } from "node:crypto";
import { expect, type BrowserContext, type Page } from "@playwright/test";
import { Panel } from "../pages/panel.ts";

/** What `PUT /account/policy` takes besides the version (docs/plug-in/policy.md). */
export interface PolicyChoices {
  readonly requestsFrom: "every-agent" | "listed-agents";
  readonly agents: readonly string[];
  readonly surface: "any" | "window" | "tab";
  readonly relayOnly: boolean;
  readonly message: { readonly fr: string | null; readonly en: string | null };
  readonly logo: string | null;
  readonly languages: readonly ("fr" | "en")[];
  readonly privacyUrl: { readonly fr: string | null; readonly en: string | null };
}

interface Registered {
  readonly account: { readonly id: string; readonly siteKey: string };
  readonly key: { readonly kid: string; readonly secret: string };
}

/** A request by link from an account of a journey's own. */
export interface OwnLink {
  readonly panel: Panel;
  readonly page: Page;
  readonly link: string;
}

/** An eligible account that no other journey uses: its policy may be changed without leaving traces. */
export class OwnAccount {
  private constructor(
    private readonly origin: string,
    private readonly registered: Registered,
  ) {}

  /** The operator registers it and grants it access. */
  static async register(port: number, name: string): Promise<OwnAccount> {
    const origin = `http://localhost:${port}`;
    const operator = { name: "operator", password: "demo" };
    const signedIn = (await send(origin, "POST", "/operator/sign-in", operator)) as {
      token: string;
    };
    const { token } = signedIn;
    const wish = { name, siteOrigins: [], backofficeOrigins: [] };
    const site = { ...wish, siteOrigins: [`https://${randomUUID()}.example`] };
    const made = (await send(origin, "POST", "/operator/accounts", site, token)) as Registered;
    const eligibility = `/operator/accounts/${made.account.id}/eligibility`;
    await send(origin, "PUT", eligibility, { eligible: true }, token);
    return new OwnAccount(origin, made);
  }

  /** Its admin decides; what is not chosen stays. */
  async decide(choices: Partial<PolicyChoices>): Promise<void> {
    const token = this.token("alix", "admin");
    const now = (await send(this.origin, "GET", "/account/policy", undefined, token)) as object;
    await send(this.origin, "PUT", "/account/policy", { ...now, ...choices }, token);
  }

  /** Its admin hands in a logo; gives what the policy names it by. */
  async bringLogo(png: Buffer): Promise<string> {
    const response = await fetch(`${this.origin}/api/v1/account/policy/logo`, {
      method: "PUT",
      headers: {
        "content-type": "image/png",
        authorization: `Bearer ${this.token("alix", "admin")}`,
      },
      body: new Uint8Array(png),
    });
    expect(response.status).toBe(200);
    return ((await response.json()) as { logo: string }).logo;
  }

  /** The panel of an agent about a visitor who never came, in a window of its own. */
  async openPanel(
    context: BrowserContext,
    agent = "camille",
  ): Promise<{ panel: Panel; page: Page }> {
    const page = await context.newPage();
    await page.goto(this.panelAddress(agent));
    return { panel: new Panel(page), page };
  }

  /** Where an agent finds the panel about a visitor who never came. */
  panelAddress(agent = "camille"): string {
    const { siteKey } = this.registered.account;
    const visitor = `mail-${randomUUID()}`;
    const token = this.token(agent, "agent");
    return `${this.origin}/panel/?site=${siteKey}&visitor=${visitor}#token=${token}`;
  }

  /** An agent makes a request as a link. */
  async askByLink(context: BrowserContext): Promise<OwnLink> {
    const { panel, page } = await this.openPanel(context);
    await panel.expectState("visitor-offline");
    await panel.action("request-link").click();
    await panel.expectState("requested");
    return { panel, page, link: await page.getByTestId("accept-link").inputValue() };
  }

  private token(agent: string, role: "agent" | "admin"): string {
    const { account, key } = this.registered;
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString("base64url");
    const now = Math.floor(Date.now() / 1000);
    const who = { sub: agent, name: "Camille Lenoir", role, jti: randomUUID() };
    const open = [
      part({ alg: "HS256", typ: "visavis-agent+jwt", kid: key.kid }),
      part({ iss: account.siteKey, aud: "visavis", ...who, iat: now, exp: now + 600 }),
    ].join(".");
    return `${open}.${createHmac("sha256", key.secret).update(open).digest("base64url")}`;
  }
}

async function send(
  origin: string,
  method: string,
  path: string,
  body?: object,
  token = "",
): Promise<unknown> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect(response.ok, `${method} ${path}: ${response.status} ${text}`).toBe(true);
  return JSON.parse(text);
}
