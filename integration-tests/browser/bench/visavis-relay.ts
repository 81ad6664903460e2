import type { RawData, WebSocket } from "ws";
import { opened, textOf } from "./relays.ts";
import type { End, Pair } from "./roundtrips.ts";

type Fields = Record<string, unknown>;

/** A message of the protocol, as far as the bench looks at it. */
interface Message extends Fields {
  readonly type: string;
  readonly id?: string;
  readonly sdp?: string;
  readonly result?: Fields;
  readonly session?: { readonly state: string };
}

/**
 * One client of /signal: says hello, asks, and passes payloads as the SDP of offers and answers:
 * candidates are bounded per session, as they are for people.
 */
class Client implements End {
  hear: (payload: string) => void = () => undefined;
  sessionId = "";
  speech: "peer.offer" | "peer.answer" = "peer.offer";
  readonly #replies = new Map<string, (message: Message) => void>();
  #requests = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data: RawData) => this.#take(JSON.parse(textOf(data)) as Message));
  }

  static async hello(url: string, origin: string, fields: Fields): Promise<Client> {
    const client = new Client(await opened(url, origin));
    await client.request("hello", {
      versions: [1],
      language: "en",
      clientId: crypto.randomUUID(),
      ...fields,
    });
    return client;
  }

  request(type: string, fields: Fields = {}): Promise<Fields> {
    const id = `r${++this.#requests}`;
    const session = this.sessionId === "" ? {} : { sessionId: this.sessionId };
    this.socket.send(JSON.stringify({ type, id, ...session, ...fields }));
    return new Promise((resolve, reject) => {
      this.#replies.set(id, (message) => {
        if (message.type === "ok") {
          resolve(message.result ?? {});
        } else {
          reject(new Error(`${type}: ${JSON.stringify(message)}`));
        }
      });
    });
  }

  send(payload: string): void {
    const { sessionId, speech } = this;
    this.socket.send(JSON.stringify({ type: speech, sessionId, sdp: payload }));
  }

  close(): void {
    this.socket.terminate();
  }

  #take(message: Message): void {
    if (message.type === "peer.offer" || message.type === "peer.answer") {
      this.hear(message.sdp ?? "");
    } else if (message.type === "ping") {
      this.socket.send('{"type":"pong"}');
    } else if (message.id !== undefined) {
      this.#replies.get(message.id)?.(message);
      this.#replies.delete(message.id);
    }
  }
}

/** The real endpoint: a popup and a panel of one accepted share, with real tokens throughout. */
export async function visavisPair(port: number, agentToken: string): Promise<Pair> {
  const service = `http://localhost:${port}`;
  const shop = `http://shop.localhost:${port}`;
  const url = `ws://127.0.0.1:${port}/signal`;
  const visitorId = `bench-${crypto.randomUUID()}`;
  const token = await visitorToken(port, shop, visitorId);
  const page = await Client.hello(url, shop, { kind: "page", token });
  const panel = await Client.hello(url, service, { kind: "panel", token: agentToken });
  await panel.request("visitor.watch", { visitorId });
  const asked = await panel.request("share.request", { visitorId });
  const sessionId = String(asked["sessionId"]);
  page.sessionId = panel.sessionId = sessionId;
  const { ticket, policy } = await page.request("ticket.new");
  const popup = await Client.hello(url, service, { kind: "popup", ticket });
  popup.sessionId = sessionId;
  const { version: policyVersion } = policy as { version: number };
  await page.request("share.accept", { wording: "view.1", language: "en", policyVersion });
  panel.speech = "peer.answer";
  return { asker: popup, echoer: panel };
}

async function visitorToken(port: number, origin: string, visitorId: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/visitor-tokens`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ siteKey: "pk_demo_lumen", visitorId }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}
