// A host of Visavis as an integrator would write it from docs/plug-in/ alone: visitors' page, chat,
// sign-in and desk of its own. STRICT=1 adds the headers of a careful company.
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";
import { text as textOf } from "node:stream/consumers";

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

function agentToken({ id, name }, visitor) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const head = part({ alg: "HS256", typ: "visavis-agent+jwt", kid: KEY_ID });
  const about = { iss: SITE_KEY, aud: "visavis", sub: id, name, role: "agent", visitor };
  const body = part({ ...about, iat: now, exp: now + 300, jti: randomUUID() });
  const signature = createHmac("sha256", KEY).update(`${head}.${body}`).digest("base64url");
  return `${head}.${body}.${signature}`;
}

async function sayLink(chat, agent, visitor) {
  const authorization = `Bearer ${agentToken(agent, visitor)}`;
  const answer = await fetch(`${SERVICE}/api/v1/share-requests`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ visitorId: visitor, delivery: "link" }),
  });
  const { acceptUrl, detail } = await answer.json();
  const text = acceptUrl ? `Montrez-moi votre écran : ${acceptUrl}` : detail;
  chat.push({ who: agent.name, text });
}

function page(response, name, values = {}) {
  const all = { ...values, service: SERVICE, siteKey: SITE_KEY };
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  const type = name.endsWith(".js") ? "text/javascript" : "text/html";
  response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
  response.end(text.replace(/\{\{(\w+)\}\}/g, (_, word) => all[word]));
}

function cookie(request, name) {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? "")?.[1];
}

const setCookie = (response, name, value) =>
  response.setHeader("set-cookie", `${name}=${value}; HttpOnly; SameSite=Lax; Path=/`);

async function signIn(request, response) {
  const form = new URLSearchParams(await textOf(request));
  const agent = AGENTS[form.get("name")];
  if (agent?.password === form.get("password")) {
    const secret = randomBytes(16).toString("hex");
    signedIn.set(secret, agent);
    setCookie(response, "desk", secret);
  }
  response.writeHead(303, { location: "/desk" }).end();
}

function desk(response, agent, visitor, way) {
  if (!agent) return page(response, "sign-in.html");
  if (chats.has(visitor)) return page(response, "desk.html", { visitor, way });
  const item = (id) => `<li><a href="/desk/${id}">${id}</a></li>`;
  return page(response, "visitors.html", { visitors: [...chats.keys()].map(item).join("") });
}

async function answer(request, response) {
  const url = new URL(request.url, "http://host");
  const [, place, visitor] = url.pathname.split("/");
  const way = url.searchParams.get("way") ?? "frame";
  const agent = signedIn.get(cookie(request, "desk"));
  const known = cookie(request, "visitor");
  const own = chats.has(known) ? known : randomUUID();
  const chat = agent || own === visitor ? chats.get(visitor) : undefined;
  response.setHeader("cache-control", "no-store");
  for (const header of STRICT ? Object.entries(STRICT_HEADERS) : []) response.setHeader(...header);
  const needs = { chat, token: chat && agent, link: chat && agent };
  if (place in needs && !needs[place]) return response.writeHead(403).end();
  switch (`${request.method} /${place}`) {
    case "GET /":
      if (!chats.has(own)) chats.set(own, []);
      setCookie(response, "visitor", own);
      return page(response, way === "link" ? "plain.html" : "visitor.html", { visitor: own });
    case "GET /desk":
      return desk(response, agent, visitor, way);
    case "POST /sign-in":
      return signIn(request, response);
    case "GET /chat":
      return response.end(JSON.stringify(chat));
    case "POST /chat":
      chat.push({ who: agent?.name ?? "Visiteur", text: await textOf(request) });
      return response.writeHead(204).end();
    case "POST /token":
      return response.end(agentToken(agent, visitor));
    case "POST /link":
      await sayLink(chat, agent, visitor);
      return response.writeHead(204).end();
    default:
      return /^(visitor|desk|chat)\.js$/.test(place)
        ? page(response, place)
        : response.writeHead(404).end();
  }
}

createServer((request, response) => void answer(request, response)).listen(PORT, "127.0.0.1", () =>
  process.stdout.write("ready\n"),
);
