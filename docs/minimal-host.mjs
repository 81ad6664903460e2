// The smallest host of Visavis: a website, a backoffice, and the server behind both. For trying out:
// whoever reaches /token is an agent here; yours asks for your own sign-in first. How to run it and
// what each part is for: plug-in/README.md.
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";

const SERVICE = process.env.SERVICE ?? "http://localhost:8080";
const PORT = Number(process.env.PORT ?? 9000);
const SITE_KEY = "pk_demo_lumen";
const KEY_ID = "demo-lumen";
const SECRETS = readFileSync(new URL("../data/secrets.env", import.meta.url), "utf8");
const SECRET = /^VISAVIS_DEMO_AGENT_KEY=(.*)$/m.exec(SECRETS)[1];
const VISITOR = "visitor-0123456789abcdef";

function agentToken(agent) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const life = { iat: now, exp: now + 600, jti: randomUUID() };
  const head = part({ alg: "HS256", typ: "visavis-agent+jwt", kid: KEY_ID });
  const body = part({ iss: SITE_KEY, aud: "visavis", role: "agent", ...agent, ...life });
  const signature = createHmac("sha256", SECRET).update(`${head}.${body}`).digest("base64url");
  return `${head}.${body}.${signature}`;
}

const website = `<!doctype html><html lang="en"><title>My website</title>
<h1>My website</h1><p>It is <output id="clock"></output>.</p>
<script>setInterval(() => (clock.value = new Date().toLocaleTimeString()), 200)</script>
<script src="${SERVICE}/visavis.js" data-site-key="${SITE_KEY}" data-visitor-id="${VISITOR}" async></script>`;

const backoffice = `<!doctype html><html lang="en"><title>My backoffice</title><h1>My backoffice</h1>
<iframe id="panel" width="1000" height="700" allow="fullscreen; autoplay; clipboard-write"></iframe>
<script>
  addEventListener("message", async ({ origin, source, data }) => {
    if (origin !== "${SERVICE}" || source !== panel.contentWindow) return;
    if (data.source !== "visavis" || data.type !== "token-needed") return;
    const token = await (await fetch("/token")).text();
    source.postMessage({ source: "visavis-host", type: "token", token }, "${SERVICE}");
  });
  panel.src = "${SERVICE}/panel/?site=${SITE_KEY}&visitor=${VISITOR}&lang=en";
</script>`;

const answers = {
  "/": () => ["text/html", website],
  "/backoffice": () => ["text/html", backoffice],
  "/token": () => ["text/plain", agentToken({ sub: "agent-7", name: "Jo Dupont" })],
};

createServer((request, response) => {
  const [type, text] = answers[request.url]?.() ?? ["text/plain", "Not found"];
  response.writeHead(answers[request.url] ? 200 : 404, {
    "content-type": `${type}; charset=utf-8`,
  });
  response.end(text);
}).listen(PORT, "127.0.0.1", () => console.log(`http://localhost:${PORT}/ and /backoffice`));
