// A stand-in for the part of Visavis' REST that the adapter uses; tokens are verified as documented.
// The browser journey runs the same adapter against the real service.
import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";

export const KEY = "a-key-of-thirty-two-characters-or-more";
export const KEY_ID = "test-key";
export const SITE_KEY = "pk_test";

export class FakeVisavis {
  /** @type {any[]} */
  sessions = [];
  /** Claims of the last token that came. @type {any} */
  claims = null;
  /** Code with which requests are refused, to play a refusal. @type {string | null} */
  refusal = null;
  /** How many calls came. */
  calls = 0;
  /** What happens to a call before it is answered, to play a fault. @type {(call: any) => any} */
  before = () => undefined;

  async listen() {
    this.server = createServer((request, response) => void this.#answer(request, response));
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    return this.server.address().port;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  async #answer(request, response) {
    let text = "";
    for await (const piece of request) text += piece;
    this.calls += 1;
    if ((await this.before({ request, response })) === "answered") return;
    const json = (status, body) => {
      if (!response.headersSent) response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    this.claims = verified(request.headers.authorization ?? "");
    if (this.claims === null) return json(401, { code: "token-invalid" });
    const url = new URL(request.url, "http://visavis");
    if (request.method === "POST" && url.pathname === "/api/v1/share-requests") {
      return this.#request(JSON.parse(text), json);
    }
    if (url.pathname === "/api/v1/sessions") {
      const visitor = url.searchParams.get("visitorId");
      const items = this.sessions.filter(({ visitorId }) => visitorId === visitor);
      return json(200, { items: items.map((one) => this.#seenBy(one)), next: null });
    }
    const end = /^\/api\/v1\/sessions\/([\w-]+)\/end$/.exec(url.pathname);
    const found = this.sessions.find(({ id }) => id === end?.[1]);
    if (found === undefined || found.agent.id !== this.claims.sub) {
      return json(404, { code: "not-found" });
    }
    found.state = "ended";
    return json(200, found);
  }

  #seenBy(session) {
    if (session.agent.id === this.claims.sub) return session;
    return { ...session, acceptUrl: undefined, acceptUrlExpiresAt: undefined };
  }

  #request({ visitorId, conversationId, delivery }, json) {
    const busy = this.sessions.some((one) => one.visitorId === visitorId && one.state !== "ended");
    const code = this.refusal ?? (busy ? "request-open" : null);
    if (code !== null) return json(409, { code });
    const session = {
      ...{ id: randomUUID(), visitorId, conversationId, delivery, state: "requested" },
      agent: { id: this.claims.sub, name: this.claims.name },
      acceptUrl: `https://visavis.example.com/accept/#k=${randomUUID()}`,
      acceptUrlExpiresAt: new Date(Date.now() + 900_000).toISOString(),
    };
    this.sessions.push(session);
    return json(201, session);
  }
}

function verified(authorization) {
  const [head, body, signature] = authorization.replace(/^Bearer /, "").split(".");
  if (signature === undefined) return null;
  const sum = createHmac("sha256", KEY).update(`${head}.${body}`).digest("base64url");
  const read = (text) => JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  const { alg, typ, kid } = read(head);
  const claims = read(body);
  const good =
    signature === sum &&
    `${alg} ${typ} ${kid}` === `HS256 visavis-agent+jwt ${KEY_ID}` &&
    claims.iss === SITE_KEY &&
    claims.aud === "visavis" &&
    claims.exp - claims.iat <= 900 &&
    typeof claims.jti === "string";
  return good ? claims : null;
}
