// A host of Visavis as an integrator would write it from docs/plug-in/ alone: visitors' page, chat,
// sign-in and desk of its own. STRICT=1 adds the headers of a careful company.
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";

const { SERVICE, SITE_KEY, KEY_ID, KEY, PORT, STRICT } = process.env;
const AGENTS = { jo: { id: "agent-7", name: "Jo Dupont", password: "a lamp is not a moon" } };
const STRICT_HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "content-security-policy":
    `default-src 'none'; img-src data:; script-src 'self' ${SERVICE}; frame-src ${SERVICE}; ` +
    `connect-src 'self' ${SERVICE} ${SERVICE.replace("http", "ws")}; form-action 'self'; ` +
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
};
const chats = new Map();
const signedIn = new Map();

function chatOf(visitor) {
  if (!chats.has(visitor)) chats.set(visitor, { lines: [], listeners: new Set() });
  return chats.get(visitor);
}

function say(visitor, who, text) {
  const { lines, listeners } = chatOf(visitor);
  lines.push(`data: ${JSON.stringify({ who, text })}\n\n`);
  for (const listener of listeners) listener.write(lines.at(-1));
}

function agentToken({ id, name }, visitor) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const head = part({ alg: "HS256", typ: "visavis-agent+jwt", kid: KEY_ID });
  const about = { iss: SITE_KEY, aud: "visavis", sub: id, name, role: "agent", visitor };
  const body = part({ ...about, iat: now, exp: now + 300, jti: randomUUID() });
  const signature = createHmac("sha256", KEY).update(`${head}.${body}`).digest("base64url");
  return `${head}.${body}.${signature}`;
}

function page(response, name, values = {}) {
  const all = { ...values, service: SERVICE, siteKey: SITE_KEY };
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  const type = name.endsWith(".js") ? "text/javascript" : "text/html";
  response.writeHead(200, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
  });
  response.end(text.replace(/\{\{(\w+)\}\}/g, (_, word) => all[word]));
}

function cookie(request, name) {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? "")?.[1];
}

async function bodyOf(request) {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}

const setCookie = (response, name, value) =>
  response.setHeader("set-cookie", `${name}=${value}; HttpOnly; SameSite=Lax; Path=/`);

async function signIn(request, response) {
  const form = new URLSearchParams(await bodyOf(request));
  const agent = AGENTS[form.get("name")];
  if (agent?.password === form.get("password")) {
    const secret = randomBytes(16).toString("hex");
    signedIn.set(secret, agent);
    setCookie(response, "desk", secret);
  }
  response.writeHead(303, { location: "/desk" }).end();
}

function listen(response, visitor) {
  const { lines, listeners } = chatOf(visitor);
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(lines.join(""));
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

function desk(response, agent, visitor, way) {
  if (!agent) return page(response, "sign-in.html");
  if (visitor) return page(response, "desk.html", { visitor, way });
  const item = (id) => `<li><a href="/desk/${id}">${id}</a></li>`;
  return page(response, "visitors.html", { visitors: [...chats.keys()].map(item).join("") });
}

async function answer(request, response) {
  const url = new URL(request.url, "http://host");
  const [, place, visitor] = url.pathname.split("/");
  const agent = signedIn.get(cookie(request, "desk"));
  const own = cookie(request, "visitor") ?? randomUUID();
  const mayChat = /^[\w-]{8,64}$/.test(visitor) && (agent || own === visitor);
  for (const header of STRICT ? Object.entries(STRICT_HEADERS) : []) response.setHeader(...header);
  switch (`${request.method} /${place}`) {
    case "GET /":
      setCookie(response, "visitor", own);
      chatOf(own);
      return page(response, "visitor.html", { visitor: own });
    case "GET /desk":
      return desk(response, agent, mayChat && visitor, url.searchParams.get("way") ?? "frame");
    case "POST /sign-in":
      return signIn(request, response);
    case "GET /chat":
      return mayChat ? listen(response, visitor) : response.writeHead(403).end();
    case "POST /chat":
      if (mayChat) say(visitor, agent?.name ?? "Visiteur", await bodyOf(request));
      return response.writeHead(mayChat ? 204 : 403).end();
    case "POST /token":
      if (agent && mayChat) return response.end(agentToken(agent, visitor));
      return response.writeHead(403).end();
    default:
      return /^(visitor|desk|chat)\.js$/.test(place)
        ? page(response, place)
        : response.writeHead(404).end();
  }
}

createServer((request, response) => void answer(request, response)).listen(PORT, "127.0.0.1", () =>
  process.stdout.write("ready\n"),
);
