// A service with one visitor and no rules: serves dist/, hands out tokens and tickets, and tells
// every visitor connection whatever session the script sets. For looking at states, not for judging
// behaviour: that is what the integration tests do against the real service.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { WebSocketServer } from "ws";

const dist = new URL("../../dist/", import.meta.url);
const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };
const shop = (query) => `<!doctype html><html lang="${query.get("lang") ?? "fr"}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Boutique</title>
<body style="font:16px serif;margin:40px"><h1>Lampes</h1><p>${"Une lampe de table. ".repeat(60)}</p>
<div id="slot"></div>
<script src="/visavis.js" data-site-key="pk_demo_lumen"></script>`;

const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="260" height="80"><circle cx="40" cy="40" r="30" fill="#b4532a"/>
<text x="84" y="52" font-family="serif" font-size="34" fill="#222">LUMEN</text></svg>`;
const openPolicy = { surface: "any", relayOnly: false, languages: ["fr", "en"] };

/** A policy with everything that visitors can be shown. */
export const fullPolicy = {
  surface: "tab",
  relayOnly: true,
  languages: ["fr", "en"],
  message: {
    fr: "Nos conseillers ne vous demandent jamais de mot de passe ni de numéro de carte. Fermez votre messagerie et votre banque avant de partager. Une question sur ce partage ? Appelez-nous au 01 23 45 67 89, du lundi au samedi de 9 h à 19 h. Merci de votre confiance, l’équipe de Maison Lumen.",
    en: "Our advisors never ask for a password or a card number. Close your mail and your bank before you share. A question about this share? Call us on 01 23 45 67 89, Monday to Saturday, 9 am to 7 pm. Thank you for your trust, the Maison Lumen team. We look forward to helping you soon.",
  },
  logoUrl: "/api/v1/logos/0",
  privacyUrl: { fr: "https://lumen.example/vie-privee", en: "https://lumen.example/privacy" },
};

export async function scriptedService() {
  const clients = new Set();
  const heard = [];
  let session;
  let seq = 0;
  let sessionId;

  const http = createServer(async (request, response) => {
    const url = new URL(request.url, "http://x");
    if (url.pathname === "/shop") return response.end(shop(url.searchParams));
    if (url.pathname === "/api/v1/visitor-tokens") {
      response.setHeader("content-type", "application/json");
      const { languages } = service.policy;
      const grant = { token: "token", visitorId: "v", expiresAt: "", languages };
      return response.end(JSON.stringify(grant));
    }
    if (url.pathname === fullPolicy.logoUrl) {
      response.setHeader("content-type", "image/svg+xml");
      return response.end(logo);
    }
    if (url.pathname === "/api/v1/accept-links/look-up") {
      response.setHeader("content-type", "application/json");
      const names = { accountName: session.accountName, agentName: session.agent.name };
      const expiresAt = new Date(Date.now() + 900_000).toISOString();
      const facts = { standing: "open", ...names, sites: ["www.maison-lumen.example"], expiresAt };
      return response.end(JSON.stringify({ ...facts, report: null, policy: service.policy }));
    }
    const path = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
    try {
      const body = await readFile(new URL(`.${path}`, dist));
      response.setHeader("content-type", types[extname(path)] ?? "text/plain");
      response.setHeader(
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws:; base-uri 'none'; form-action 'self'",
      );
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });

  new WebSocketServer({ server: http, path: "/signal" }).on("connection", (socket) => {
    const client = { socket, kind: "" };
    const say = (message) => socket.send(JSON.stringify(message));
    clients.add(client);
    socket.on("close", () => clients.delete(client));
    say({ type: "server.ready", versions: [1], helloWithinMs: 10000 });
    socket.on("message", (data) => {
      const message = JSON.parse(data);
      heard.push(message);
      service.onMessage?.(message, client);
      if (message.type === "hello") {
        client.kind = message.kind;
        if (message.ticket === "spent") {
          const refusal = { code: "ticket-invalid", detail: "spent", retryable: false };
          return say({ type: "error", id: message.id, ...refusal });
        }
        say({
          type: "ok",
          id: message.id,
          result: {
            version: 1,
            connectionId: "c",
            role: "visitor",
            serverTime: new Date().toISOString(),
            account: { name: "Maison Lumen", policy: service.policy },
            tokenExpiresAt: new Date(Date.now() + 3.6e6).toISOString(),
            heartbeat: { intervalMs: 10000, timeoutMs: 600000 },
            iceServers: [],
            eligible: true,
            ...(message.ticket && { token: "popup-token", sessionId }),
          },
        });
        if (session) say({ type: "session.state", seq: ++seq, session });
      } else if (message.type === "ticket.new") {
        say({
          type: "ok",
          id: message.id,
          result: { ticket: `t${heard.length}`, expiresInMs: 60000 },
        });
      } else if (message.id) {
        say({ type: "ok", id: message.id });
      }
    });
  });

  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  const service = {
    origin: `http://localhost:${http.address().port}`,
    heard,
    policy: openPolicy,
    onMessage: undefined,
    /** A new session from here on. */
    begin() {
      sessionId = `session-${Math.random().toString(36).slice(2).padEnd(16, "0")}`;
      session = undefined;
    },
    tell(more) {
      session = {
        id: sessionId,
        visitorId: "visitor-1",
        state: "requested",
        agent: { id: "camille", name: "Camille" },
        accountName: "Maison Lumen",
        capturing: false,
        activated: false,
        mediaFlowing: false,
        quality: "sharp",
        visitorConnection: "absent",
        agentConnection: "connected",
        notice: "none",
        requestedAt: new Date().toISOString(),
        ...session,
        ...more,
      };
      for (const { socket } of clients) {
        socket.send(JSON.stringify({ type: "session.state", seq: ++seq, session }));
      }
    },
    pass(kind, message) {
      for (const { socket, kind: each } of clients) {
        if (each === kind) socket.send(JSON.stringify({ ...message, seq: ++seq }));
      }
    },
    close() {
      for (const { socket } of clients) socket.terminate();
      http.close();
    },
  };
  return service;
}
