import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { signedByChatwoot } from "../lib/signatures.mjs";
import { shape } from "./fake-chatwoot.mjs";
import { JO, stage, until, VISAVIS_WEBHOOK_SECRET, WEBHOOK_SECRET } from "./stage.mjs";

const now = () => Math.floor(Date.now() / 1000);
let deliveries = 0;

function chatwootHeaders(raw, { secret = WEBHOOK_SECRET, time = now(), signed = raw } = {}) {
  const sum = createHmac("sha256", secret).update(`${time}.${signed}`).digest("hex");
  return {
    "x-chatwoot-signature": `sha256=${sum}`,
    "x-chatwoot-timestamp": String(time),
    "x-chatwoot-delivery": `delivery-${++deliveries}`,
  };
}

function visavisHeaders(raw, { id = `msg_${++deliveries}`, time = now(), key } = {}) {
  const bytes = key ?? Buffer.from(VISAVIS_WEBHOOK_SECRET.slice(6), "base64");
  const sum = createHmac("sha256", bytes).update(`${id}.${time}.${raw}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(time), "webhook-signature": `v1,${sum}` };
}

const resolved = JSON.stringify(shape("conversation-status-changed").shape);
const changed = (changes) =>
  JSON.stringify({ ...shape("conversation-status-changed").shape, ...changes });

describe("webhooks of Chatwoot", () => {
  /** @type {Awaited<ReturnType<typeof stage>>} */
  let at;
  let jo;
  before(async () => {
    at = await stage();
    jo = await at.signIn(JO);
  });
  after(() => at.close());
  beforeEach(async () => {
    at.visavis.sessions.length = 0;
    at.visavis.before = () => undefined;
    await at.post("/api/link", { conversation: 42 }, jo);
  });

  const hear = (raw, headers = chatwootHeaders(raw)) => at.post("/webhooks/chatwoot", raw, headers);
  const state = () => at.visavis.sessions[0].state;
  /** Whatever came before has been worked off once a later event of the same kind has shown. */
  const settled = async () => {
    at.chatwoot.add(60, {});
    await at.post("/api/link", { conversation: 60 }, jo);
    await hear(changed({ id: 60, status: "resolved", once: ++deliveries }));
    await until(() => at.visavis.sessions.at(-1).state === "ended");
  };

  test("a resolved conversation ends its share", async () => {
    assert.equal((await hear(resolved)).status, 204);
    await until(() => state() === "ended");
  });

  /** Visavis answers so many calls with 503. */
  const away = (calls) => {
    let left = calls;
    at.visavis.before = ({ response }) => {
      if (left <= 0) return undefined;
      left -= 1;
      response.writeHead(503).end();
      return "answered";
    };
  };

  test("it does so also where Visavis is away at first", async () => {
    away(3);
    await hear(changed({ away: "at first" }));
    await until(() => state() === "ended");
  });

  test("a conversation that is opened again is left alone when Visavis is back", async () => {
    let release;
    const reopened = new Promise((done) => (release = done));
    at.visavis.before = async ({ response }) => {
      at.visavis.before = () => undefined;
      await reopened;
      response.writeHead(503).end();
      return "answered";
    };
    await hear(changed({ away: "until reopened" }));
    await hear(changed({ away: "until reopened", status: "open" }));
    release();
    await settled();
    assert.equal(state(), "requested");
  });

  test("what could not be done at all is taken again when Chatwoot sends it again", async () => {
    const raw = changed({ away: "for long" });
    const headers = chatwootHeaders(raw);
    away(4);
    await hear(raw, headers);
    await until(() => at.log.at(-1).startsWith("webhook of Chatwoot: Visavis: it answered 503"));
    assert.equal(state(), "requested");
    await hear(raw, headers);
    await until(() => state() === "ended");
  });

  test("it does so for the visitor whom the website named, too", async () => {
    const named = { visavis_visitor: "cw-1a-2b-3c-4d-5e" };
    at.chatwoot.add(50, { custom_attributes: named });
    await at.post("/api/link", { conversation: 50 }, jo);
    await hear(changed({ id: 50, custom_attributes: named }));
    await until(() => at.visavis.sessions.at(-1).state === "ended");
    assert.equal(state(), "requested");
  });

  for (const [what, raw] of Object.entries({
    "a conversation that is open again": changed({ status: "open" }),
    "another account's event": changed({ account: { id: 8 } }),
    "a “yes” in the chat, which is no consent": JSON.stringify(shape("message-created").shape),
    "an event without a conversation": changed({ id: "42" }),
    "an event of no known kind": JSON.stringify({ event: ["conversation_status_changed"] }),
  })) {
    test(`${what} changes nothing`, async () => {
      assert.equal((await hear(raw)).status, 204);
      await settled();
      assert.equal(state(), "requested");
    });
  }

  for (const [what, headers] of Object.entries({
    "without a signature": () => ({}),
    "with another secret": () => chatwootHeaders(resolved, { secret: "another-secret-0123456789" }),
    "with the body changed": () => chatwootHeaders(resolved, { signed: `${resolved} ` }),
    "six minutes old": () => chatwootHeaders(resolved, { time: now() - 360 }),
    "six minutes ahead": () => chatwootHeaders(resolved, { time: now() + 360 }),
    "with a timestamp that was not signed": () => ({
      ...chatwootHeaders(resolved, { time: now() - 360 }),
      "x-chatwoot-timestamp": String(now()),
    }),
    "with an empty signature": () => ({ ...chatwootHeaders(resolved), "x-chatwoot-signature": "" }),
    "with the signature of nothing": () => ({
      ...chatwootHeaders(resolved),
      "x-chatwoot-signature": "sha256=",
    }),
  })) {
    test(`a webhook ${what} is refused`, async () => {
      assert.equal((await hear(resolved, headers())).status, 401);
      await settled();
      assert.equal(state(), "requested");
    });
  }

  for (const [what, second] of Object.entries({
    "under the same delivery id": (first) => first,
    "under another delivery id": (first) => ({ ...first, "x-chatwoot-delivery": "another" }),
    "without a delivery id": ({ "x-chatwoot-delivery": _, ...rest }) => rest,
  })) {
    test(`a webhook that is sent again ${what} does nothing`, async () => {
      const raw = changed({ replay: what });
      const headers = chatwootHeaders(raw);
      await hear(raw, headers);
      await until(() => state() === "ended");
      await at.post("/api/link", { conversation: 42 }, jo);
      assert.equal((await hear(raw, second(headers))).status, 204);
      await settled();
      assert.equal(at.visavis.sessions[1].state, "requested");
    });
  }

  test("what is too long is refused", async () => {
    const raw = changed({ long: "x".repeat(600_000) });
    const { status } = await hear(raw).catch(() => ({ status: 413 }));
    assert.equal(status, 413);
  });

  test("a body that is no text is refused before it is read as one", () => {
    const raw = Buffer.from([0xff, 0xfe]);
    const time = now();
    const sum = createHmac("sha256", "s").update(`${time}.`).update(raw).digest("hex");
    const headers = { "x-chatwoot-signature": `sha256=${sum}`, "x-chatwoot-timestamp": `${time}` };
    assert.ok(signedByChatwoot(headers, raw, "s"));
    assert.ok(!signedByChatwoot(headers, Buffer.from(raw.toString("utf8")), "s"));
    assert.ok(!signedByChatwoot(headers, raw, ""));
  });
});

describe("webhooks of a Chatwoot that does not sign", () => {
  test("are heard where that was chosen, and a wrong signature is refused even then", async (t) => {
    const at = await stage({ CHATWOOT_WEBHOOK_UNSIGNED: "true" });
    t.after(() => at.close());
    await at.post("/api/link", { conversation: 42 }, await at.signIn(JO));
    const forged = chatwootHeaders(resolved, { secret: "another-secret-0123456789" });
    assert.equal((await at.post("/webhooks/chatwoot", resolved, forged)).status, 401);
    assert.equal(at.visavis.sessions[0].state, "requested");
    assert.equal((await at.post("/webhooks/chatwoot", resolved)).status, 204);
    await until(() => at.visavis.sessions[0].state === "ended");
  });
});

describe("webhooks of Visavis", () => {
  /** @type {Awaited<ReturnType<typeof stage>>} */
  let at;
  before(async () => (at = await stage({ ADAPTER_LANGUAGE: "fr" })));
  after(() => at.close());
  beforeEach(() => {
    at.chatwoot.written.length = 0;
    at.chatwoot.messageStatus = 200;
  });

  const ended = (changes = {}) =>
    JSON.stringify({
      type: "share.ended",
      timestamp: new Date().toISOString(),
      data: {
        ...{ sessionId: "s", visitorId: "v", conversationId: "chatwoot:7:42", agentId: "a" },
        ...{ reason: "visitor-stopped", detail: null, durations: { liveMs: 184_500 } },
        ...changes,
      },
    });
  const hear = async (raw, headers = visavisHeaders(raw)) =>
    (await at.post("/webhooks/visavis", raw, headers)).status;

  test("a share that has ended becomes a private note with its reason", async () => {
    assert.equal(await hear(ended()), 204);
    const [{ conversation, body }] = at.chatwoot.written;
    assert.equal(conversation, 42);
    assert.equal(body.private, true);
    assert.equal(
      body.content,
      "Partage d’écran terminé\u00a0: le visiteur l’a arrêté. Durée\u00a0: 3\u202fmin 5\u202fs.",
    );
  });

  test("the same event is noted once", async () => {
    const raw = ended();
    const headers = visavisHeaders(raw);
    assert.deepEqual([await hear(raw, headers), await hear(raw, headers)], [204, 204]);
    assert.equal(at.chatwoot.written.length, 1);
  });

  test("while Chatwoot does not take notes Visavis is asked to come again", async () => {
    const raw = ended();
    const headers = visavisHeaders(raw);
    at.chatwoot.messageStatus = 500;
    assert.equal(await hear(raw, headers), 502);
    at.chatwoot.messageStatus = 200;
    assert.equal(await hear(raw, headers), 204);
    assert.equal(at.chatwoot.written.length, 1);
  });

  for (const [what, changes] of Object.entries({
    "of another account": { conversationId: "chatwoot:8:42" },
    "of another host": { conversationId: "conversation-118" },
    "without a conversation": { conversationId: null },
    "whose conversation was deleted": { conversationId: "chatwoot:7:99" },
  })) {
    test(`a share ${what} is noted nowhere`, async () => {
      assert.equal(await hear(ended(changes)), 204);
      assert.deepEqual(at.chatwoot.written, []);
    });
  }

  test("other events are taken and not noted", async () => {
    assert.equal(await hear(JSON.stringify({ type: "share.live", data: {} })), 204);
    assert.deepEqual(at.chatwoot.written, []);
  });

  test("forged, changed and old events are refused", async () => {
    const raw = ended();
    for (const headers of [
      {},
      visavisHeaders(raw, { key: Buffer.alloc(32, 8) }),
      visavisHeaders(`${raw} `),
      visavisHeaders(raw, { time: now() - 360 }),
      { ...visavisHeaders(raw), "webhook-id": "msg_another" },
    ]) {
      assert.equal(await hear(raw, headers), 401);
    }
    assert.deepEqual(at.chatwoot.written, []);
  });

  test("one good signature among several is enough", async () => {
    const raw = ended();
    const headers = visavisHeaders(raw);
    const other = visavisHeaders(raw, { key: Buffer.alloc(32, 8) })["webhook-signature"];
    headers["webhook-signature"] = `${other} ${headers["webhook-signature"]}`;
    assert.equal(await hear(raw, headers), 204);
  });

  test("without a secret there is no such address", async (t) => {
    const without = await stage({ VISAVIS_WEBHOOK_SECRET: "" });
    t.after(() => without.close());
    const raw = ended();
    const headers = visavisHeaders(raw, { key: Buffer.alloc(0) });
    assert.equal((await without.post("/webhooks/visavis", raw, headers)).status, 404);
  });
});
