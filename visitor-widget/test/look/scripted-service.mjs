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
      return response.end(JSON.stringify({ token: "token", visitorId: "v", expiresAt: "" }));
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
            account: { name: "Maison Lumen" },
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
