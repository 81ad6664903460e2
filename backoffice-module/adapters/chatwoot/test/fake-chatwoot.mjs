// A stand-in for Chatwoot, made from the shapes in shapes/: the parts of its API that the adapter uses,
// and a dashboard page that frames the adapter as Frame.vue does. Runs alone too: PORT, ADAPTER.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";
import { pathToFileURL } from "node:url";

export const ACCOUNT = 7;
export const BOT_TOKEN = "bot-access-token-0123456789";

/** @returns {any} a fresh copy of a published shape */
export const shape = (name) =>
  JSON.parse(readFileSync(new URL(`shapes/${name}.json`, import.meta.url), "utf8"));

/** Access tokens: of Jo and Sam, agents of the account, and of Kim, who belongs to another one. */
export const AGENTS = {
  "jo-access-token-0123456789": { id: 31, name: "Jo Dupont", inboxes: [3] },
  "sam-access-token-0123456789": { id: 32, name: "Sam Leroy", inboxes: [4] },
  "kim-access-token-0123456789": { id: 33, name: "Kim Autre", inboxes: [3], account: 9 },
};

export class FakeChatwoot {
  /** What was written, as it came. @type {{conversation: number, body: any}[]} */
  written = [];
  /** @type {Map<number, any>} */
  conversations = new Map();
  agents = structuredClone(AGENTS);
  /** What messages are answered with, to play a fault. */
  messageStatus = 200;

  constructor() {
    this.add(42, {});
    this.add(43, { inbox_id: 4 });
  }

  add(id, changes) {
    const made = { ...shape("conversation").shape, ...changes, id };
    this.conversations.set(id, made);
    return made;
  }

  async listen(port, adapter) {
    this.adapter = adapter;
    this.server = createServer((request, response) => void this.#answer(request, response));
    await new Promise((done) => this.server.listen(port, "127.0.0.1", done));
    return this.server.address().port;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  async #answer(request, response) {
    const url = new URL(request.url, "http://chatwoot");
    const token = request.headers.api_access_token;
    const json = (status, body) => {
      response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
      response.end(JSON.stringify(body));
    };
    const path = /^\/api\/v1\/accounts\/(\d+)\/conversations\/(\d+)(\/messages)?$/.exec(
      url.pathname,
    );
    if (url.pathname === "/api/v1/profile") return this.#profile(token, json);
    if (path !== null) {
      const [account, id] = [Number(path[1]), Number(path[2])];
      if (path[3] !== undefined) return this.#message(request, token, account, id, json);
      return this.#conversation(token, account, id, json);
    }
    if (url.pathname === "/written") return json(200, this.written);
    const shown = /^\/app\/accounts\/7\/conversations\/(\d+)$/.exec(url.pathname);
    response.writeHead(shown === null ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(shown === null ? "" : this.#dashboard(Number(shown[1])));
  }

  #profile(token, json) {
    const agent = this.agents[token];
    if (agent === undefined) return json(401, { error: "Invalid Access Token" });
    const known = shape("profile").shape;
    known.accounts[0].id = agent.account ?? ACCOUNT;
    const { id, name } = agent;
    return json(200, { ...known, id, name, available_name: name, access_token: token });
  }

  #conversation(token, account, id, json) {
    const agent = this.agents[token];
    if (agent === undefined) return json(401, { error: "Invalid Access Token" });
    const found = this.conversations.get(id);
    if (account !== (agent.account ?? ACCOUNT) || found === undefined) {
      return json(404, { error: "Resource could not be found" });
    }
    if (!agent.inboxes.includes(found.inbox_id)) {
      return json(401, { error: "You are not authorized to do this action" });
    }
    return json(200, found);
  }

  async #message(request, token, account, id, json) {
    let text = "";
    for await (const piece of request) text += piece;
    const body = JSON.parse(text);
    const { properties, required, messageTypes, contentTypes } = shape("create-message");
    const fits =
      Object.keys(body).every((key) => properties.includes(key)) &&
      required.every((key) => key in body) &&
      messageTypes.includes(body.message_type) &&
      contentTypes.includes(body.content_type) &&
      typeof body.private === "boolean";
    if (request.method !== "POST" || !fits) return json(422, { error: "not the published shape" });
    if (token !== BOT_TOKEN || account !== ACCOUNT) return json(401, { error: "unauthorized" });
    if (!this.conversations.has(id)) return json(404, { error: "Resource could not be found" });
    if (this.messageStatus === 200) this.written.push({ conversation: id, body });
    return json(this.messageStatus, { id: this.written.length, content: body.content });
  }

  /** A frame without `allow`, told of the context on load and when it asks, with target `*`. */
  #dashboard(id) {
    const { fetchInfo, shape: context } = shape("app-context");
    context.data.conversation.id = id;
    return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Chatwoot</title>
      <link rel="icon" href="data:,">
      <style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0 }</style>
      </head><body><iframe id="dashboard-app--frame-0-0" src="${this.adapter}/"></iframe><script>
      const tell = (context = ${JSON.stringify(context)}) =>
        document.querySelector("iframe").contentWindow.postMessage(JSON.stringify(context), "*");
      onmessage = ({ data }) => { if (data === "${fetchInfo}") tell(); };
      document.querySelector("iframe").onload = () => tell();
      </script></body></html>`;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await new FakeChatwoot().listen(Number(process.env.PORT), process.env.ADAPTER);
  process.stdout.write("ready\n");
}
