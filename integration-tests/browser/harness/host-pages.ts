import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import { test as base } from "./test.ts";

/** A page of a host: its text, and headers beside the type. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Record<string, string>;
}

/** A host of a journey's own: pages by path, on an origin that is registered for Maison Lumen. */
export class HostPages {
  private readonly pages = new Map<string, HostPage>();
  private readonly server = http.createServer((request, response) => {
    const page = this.pages.get(new URL(request.url ?? "/", this.origin).pathname);
    response.writeHead(page === undefined ? 404 : 200, {
      "Content-Type": "text/html; charset=utf-8",
      ...page?.headers,
    });
    response.end(page?.html ?? "");
  });

  private constructor(
    readonly origin: string,
    /** Origin of Visavis. */
    readonly service: string,
  ) {}

  static async start(servicePort: number): Promise<HostPages> {
    const port = Number(process.env["VISAVIS_IT_PAGES_PORT"]);
    const made = new HostPages(`http://pages.localhost:${port}`, `http://localhost:${servicePort}`);
    made.server.listen(port, "127.0.0.1");
    await once(made.server, "listening");
    return made;
  }

  /** Puts a page up; gives its address. */
  put(path: string, page: HostPage | string): string {
    this.pages.set(path, typeof page === "string" ? { html: page } : page);
    return this.origin + path;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}

/** A website's page: the automatic picker finds it by its title. */
export function sitePage(body: string, head = ""): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8">
    <title>Maison Lumen - ${randomUUID()}</title><link rel="icon" href="data:,">${head}</head>
    <body>${body}</body></html>`;
}

const KEY_ID = "demo-lumen";

function key(): string {
  return process.env["VISAVIS_IT_AGENT_KEY"] ?? "";
}

/** The host's word for a visitor's id (docs/plug-in/website.md). */
export function signedVisitor(visitorId: string): string {
  const hex = createHmac("sha256", key()).update(`visavis-visitor:${visitorId}`).digest("hex");
  return `${KEY_ID}.${hex}`;
}

/** A token that the host's server mints (docs/plug-in/tokens-and-keys.md). */
export function hostToken(role: "agent" | "admin", agent = "jo"): string {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: "HS256", typ: "visavis-agent+jwt", kid: KEY_ID };
  const times = { iat: now, exp: now + 600, jti: randomUUID() };
  const claims = { iss: "pk_demo_lumen", aud: "visavis", sub: agent, name: "Jo Dupont", role };
  const text = [header, { ...claims, ...times }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${createHmac("sha256", key()).update(text).digest("base64url")}`;
}

/** What an account admin decides (docs/plug-in/policy.md); what is left out stays as it is. */
export interface PolicyChanges {
  requestsFrom?: "every-agent" | "listed-agents";
  agents?: string[];
  signedVisitorsOnly?: boolean;
  visitorsMayAsk?: boolean;
  surface?: "any" | "window" | "tab";
  message?: { fr?: string; en?: string };
  logo?: string | null;
  languages?: ("fr" | "en")[];
  privacyUrl?: { fr?: string; en?: string };
  retentionDays?: number | null;
}

/** Changes Maison Lumen's policy. */
export async function setPolicy(service: string, changes: PolicyChanges): Promise<void> {
  const address = `${service}/api/v1/account/policy`;
  const headers = {
    authorization: `Bearer ${hostToken("admin")}`,
    "content-type": "application/json",
  };
  const now = (await (await fetch(address, { headers })).json()) as Record<string, unknown>;
  const reply = await fetch(address, {
    method: "PUT",
    headers,
    body: JSON.stringify({ ...now, ...changes }),
  });
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
}

/** An agent of the host asks over REST; the answer's status and body. */
export async function requestShare(
  service: string,
  visitorId: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const reply = await fetch(`${service}/api/v1/share-requests`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${hostToken("agent")}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ visitorId }),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

/** Journeys with a host of their own. */
export const test = base.extend<{ host: HostPages }>({
  host: async ({ port }, use) => {
    const host = await HostPages.start(port);
    await use(host);
    await host.close();
  },
});

export { expect } from "@playwright/test";
