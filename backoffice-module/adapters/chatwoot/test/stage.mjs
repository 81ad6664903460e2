// The adapter between both stand-ins, on ports of their own.
import { once } from "node:events";
import { Adapter } from "../lib/server.mjs";
import { settingsOf } from "../lib/settings.mjs";
import { BOT_TOKEN, FakeChatwoot } from "./fake-chatwoot.mjs";
import { FakeVisavis, KEY, KEY_ID, SITE_KEY } from "./fake-visavis.mjs";

export const WEBHOOK_SECRET = "chatwoot-webhook-secret-0123456789";
export const VISAVIS_WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
export const JO = "jo-access-token-0123456789";
export const SAM = "sam-access-token-0123456789";
export const KIM = "kim-access-token-0123456789";

/** @returns {Record<string, string>} an environment that is good */
export const environment = () => ({
  CHATWOOT_URL: "https://chat.example.com",
  CHATWOOT_ACCOUNT_ID: "7",
  CHATWOOT_BOT_TOKEN: BOT_TOKEN,
  CHATWOOT_WEBHOOK_SECRET: WEBHOOK_SECRET,
  VISAVIS_URL: "https://visavis.example.com",
  VISAVIS_SITE_KEY: SITE_KEY,
  VISAVIS_KEY_ID: KEY_ID,
  VISAVIS_KEY: KEY,
  VISAVIS_WEBHOOK_SECRET,
  ADAPTER_SECRET: "an-adapter-secret-of-32-characters-or-more",
});

/** Starts all three; `close` stops them. */
export async function stage(changes = {}) {
  const [chatwoot, visavis] = [new FakeChatwoot(), new FakeVisavis()];
  const ports = [await chatwoot.listen(0, ""), await visavis.listen()];
  const log = [];
  const settings = settingsOf({
    ...environment(),
    CHATWOOT_URL: `http://127.0.0.1:${ports[0]}`,
    VISAVIS_URL: `http://127.0.0.1:${ports[1]}`,
    ...changes,
  });
  const server = new Adapter(settings, (line) => log.push(line), [5, 5, 20]).server();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;

  const post = async (path, body, headers = {}) => {
    const raw = typeof body === "string" ? body : JSON.stringify(body);
    const answer = await fetch(origin + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: raw,
    });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  };
  return {
    ...{ chatwoot, visavis, log, origin, settings, post },
    async signIn(accessToken) {
      const { body } = await post("/api/sign-in", { accessToken });
      return { authorization: `Bearer ${body.session}` };
    },
    async close() {
      server.closeAllConnections();
      await Promise.all([chatwoot.close(), visavis.close(), once(server.close(), "close")]);
    },
  };
}

/** Waits until something holds, for a second at most. */
export async function until(holds) {
  for (let i = 0; i < 200 && !holds(); i++) await new Promise((done) => setTimeout(done, 5));
  if (!holds()) throw new Error("it never held");
}
