import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { SignIns } from "../lib/sign-ins.mjs";
import { KEY, KEY_ID } from "./fake-visavis.mjs";
import { JO, KIM, SAM, stage } from "./stage.mjs";

describe("what the tab asks", () => {
  /** @type {Awaited<ReturnType<typeof stage>>} */
  let at;
  let jo;
  before(async () => {
    at = await stage();
    jo = await at.signIn(JO);
  });
  after(() => at.close());
  beforeEach(() => {
    at.chatwoot.written.length = 0;
    at.chatwoot.messageStatus = 200;
    at.visavis.sessions.length = 0;
    at.visavis.refusal = null;
  });

  const codes = async (...calls) => {
    const answers = await Promise.all(calls.map(([path, body, who]) => at.post(path, body, who)));
    return answers.map(({ status, body }) => `${status} ${body.code}`);
  };

  test("an agent is who Chatwoot says the token belongs to", async () => {
    const { status, body } = await at.post("/api/sign-in", { accessToken: JO });
    assert.equal(status, 200);
    assert.deepEqual(body.agent, { id: 31, name: "Jo Dupont" });
    assert.ok(!JSON.stringify(body).includes(JO));
  });

  test("unknown tokens, tokens of another account and what is no token are refused alike", async () => {
    const tries = ["nobody-knows-this-token", KIM, "", 7, null].map((accessToken) => [
      "/api/sign-in",
      { accessToken },
    ]);
    assert.deepEqual(new Set(await codes(...tries)), new Set(["403 token-refused"]));
  });

  test("nothing is told to those who have not signed in", async () => {
    for (const path of ["conversation", "token", "link"]) {
      const forged = { authorization: `Bearer ${"x".repeat(43)}` };
      const said = await codes(
        [`/api/${path}`, { conversation: 42 }, {}],
        [`/api/${path}`, { conversation: 42 }, forged],
      );
      assert.deepEqual(new Set(said), new Set(["401 sign-in"]));
    }
  });

  test("a forged context opens no conversation that the agent may not see", async () => {
    for (const path of ["conversation", "token", "link"]) {
      // 43 is in an inbox that Jo does not belong to, 99 does not exist, the rest is no number.
      const tries = [43, 99, "42", [42], { $ne: 1 }, 42.5, -42, null].map((conversation) => [
        `/api/${path}`,
        { conversation },
        jo,
      ]);
      assert.deepEqual(new Set(await codes(...tries)), new Set(["404 unknown-conversation"]));
    }
    assert.deepEqual([at.visavis.sessions, at.chatwoot.written], [[], []]);
  });

  test("a colleague of that inbox may", async () => {
    const sam = await at.signIn(SAM);
    assert.equal((await at.post("/api/token", { conversation: 43 }, sam)).status, 200);
  });

  test("a token is minted for the agent's own name and for this visitor alone", async () => {
    const { body } = await at.post("/api/token", { conversation: 42 }, jo);
    const claims = JSON.parse(Buffer.from(body.token.split(".")[1], "base64url").toString());
    assert.deepEqual([claims.sub, claims.name, claims.role], ["chatwoot-31", "Jo Dupont", "agent"]);
    assert.match(claims.visitor, /^cw-[\w-]{43}$/);
    assert.ok(claims.exp - claims.iat <= 900);
  });

  test("the panel is that of the visitor whom the website named", async () => {
    at.chatwoot.add(44, { custom_attributes: { visavis_visitor: "cw-1a-2b-3c-4d-5e" } });
    const { body } = await at.post("/api/conversation", { conversation: 44 }, jo);
    const panel = new URL(body.panel);
    assert.equal(panel.searchParams.get("visitor"), "cw-1a-2b-3c-4d-5e");
    assert.equal(panel.searchParams.get("conversation"), "chatwoot:7:44");
    assert.equal(body.onSite, true);
  });

  test("an id of the company's own counts with its signature only", async () => {
    const id = "customer-00042";
    const signed = (key, keyId = KEY_ID) =>
      `${id}|${keyId}.${createHmac("sha256", key).update(`visavis-visitor:${id}`).digest("hex")}`;
    const named = async (given) => {
      at.chatwoot.add(44, { custom_attributes: { visavis_visitor: given } });
      const { body } = await at.post("/api/conversation", { conversation: 44 }, jo);
      return new URL(body.panel).searchParams.get("visitor");
    };
    assert.equal(await named(signed(KEY)), id);
    for (const forged of [id, `${id}|`, `${id}|x`, signed("another key"), signed(KEY, "other")]) {
      assert.match(await named(forged), /^cw-[\w-]{43}$/);
    }
  });

  test("a visitor id that is none is not passed on", async () => {
    for (const given of ["short", "a b c d e f g h", "x".repeat(129), 12345678, { a: 1 }]) {
      at.chatwoot.add(45, { custom_attributes: { visavis_visitor: given } });
      const { body } = await at.post("/api/conversation", { conversation: 45 }, jo);
      assert.match(new URL(body.panel).searchParams.get("visitor") ?? "", /^cw-[\w-]{43}$/);
    }
  });

  test("the link is written by the bot, for everybody to read, in the contact's language", async () => {
    const { status } = await at.post("/api/link", { conversation: 42 }, jo);
    assert.equal(status, 200);
    const [{ conversation, body }] = at.chatwoot.written;
    assert.equal(conversation, 42);
    assert.equal(body.private, false);
    assert.match(body.content, /^Jo Dupont vous propose de partager votre écran\./);
    assert.ok(body.content.includes(`${at.visavis.sessions[0].acceptUrl}&l=fr`));
    assert.equal(at.visavis.sessions[0].conversationId, "chatwoot:7:42");
  });

  for (const [language, first] of [
    [{ browser_language: "fr-CA" }, "vous propose"],
    [{ browser_language: "fr", conversation_language: "en" }, "would like"],
    [{ browser_language: "de" }, "would like"],
    [{ browser_language: "fro" }, "would like"],
    [{}, "would like"],
    [null, "would like"],
  ]) {
    test(`a contact of ${JSON.stringify(language)} reads “${first}”`, async () => {
      at.chatwoot.add(46, { additional_attributes: language });
      await at.post("/api/link", { conversation: 46 }, jo);
      assert.ok(at.chatwoot.written[0].body.content.includes(first));
    });
  }

  test("a second press sends the same link again", async () => {
    await at.post("/api/link", { conversation: 42 }, jo);
    await at.post("/api/link", { conversation: 42 }, jo);
    assert.equal(at.visavis.sessions.length, 1);
    for (const { body } of at.chatwoot.written) {
      assert.ok(body.content.includes(at.visavis.sessions[0].acceptUrl));
    }
    assert.equal(at.chatwoot.written.length, 2);
  });

  test("a visitor whom somebody else has asked is left alone, and it is said", async () => {
    at.chatwoot.add(47, { custom_attributes: { visavis_visitor: "cw-of-2-agents-or-3" } });
    at.chatwoot.agents[SAM].inboxes.push(3);
    await at.post("/api/link", { conversation: 47 }, await at.signIn(SAM));
    const said = await codes(["/api/link", { conversation: 47 }, jo]);
    assert.deepEqual(said, ["409 request-open"]);
  });

  test("a request whose message Chatwoot does not take is taken back", async () => {
    at.chatwoot.messageStatus = 500;
    assert.deepEqual(await codes(["/api/link", { conversation: 42 }, jo]), ["502 not-written"]);
    assert.equal(at.visavis.sessions[0].state, "ended");
  });

  test("a refusal of Visavis has a code that the page has words for", async () => {
    at.visavis.refusal = "not-eligible";
    assert.deepEqual(await codes(["/api/link", { conversation: 42 }, jo]), ["409 not-eligible"]);
    at.visavis.refusal = "something-new";
    assert.deepEqual(await codes(["/api/link", { conversation: 42 }, jo]), ["409 refused"]);
    assert.deepEqual(at.chatwoot.written, []);
  });

  test("an access token that Chatwoot has taken back ends the sign-in", async () => {
    at.chatwoot.agents["gone-access-token-0123456789"] = { id: 39, name: "Al", inboxes: [3] };
    const al = await at.signIn("gone-access-token-0123456789");
    assert.equal((await at.post("/api/token", { conversation: 42 }, al)).status, 200);
    delete at.chatwoot.agents["gone-access-token-0123456789"];
    assert.deepEqual(await codes(["/api/token", { conversation: 42 }, al]), ["401 sign-in"]);
  });

  test("who signs out is out", async () => {
    const once = await at.signIn(JO);
    await at.post("/api/sign-out", {}, once);
    assert.deepEqual(await codes(["/api/token", { conversation: 42 }, once]), ["401 sign-in"]);
  });

  test("an access token is forgotten after twelve hours, also where nobody asks for it", () => {
    const signIns = new SignIns();
    signIns.add({ id: 31, name: "Jo" }, JO, 0);
    signIns.add({ id: 32, name: "Sam" }, SAM, 3_600_000);
    signIns.dropOver(12 * 3_600_000);
    assert.equal(signIns.size, 1);
  });

  test("what is no JSON object, too long or of another type is refused", async () => {
    const said = [
      await at.post("/api/sign-in", "[]"),
      await at.post("/api/sign-in", "{"),
      await at.post("/api/sign-in", JSON.stringify({ accessToken: "x".repeat(9_000) })),
      await at.post("/api/sign-in", "accessToken=x", { "content-type": "text/plain" }),
    ];
    assert.deepEqual(
      said.map(({ status }) => status),
      [400, 400, 413, 415],
    );
  });

  test("only Chatwoot may frame the page, and nothing foreign runs in it", async () => {
    const answer = await fetch(`${at.origin}/`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    assert.ok(policy.includes(`frame-ancestors ${at.settings.chatwoot};`));
    assert.ok(policy.includes("default-src 'none'; script-src 'self'"));
    assert.ok(!(await answer.text()).includes("{{"));
  });

  test("the log names no token", () => {
    assert.ok(at.log.length > 0);
    assert.ok(!/access-token|eyJ|#k=/.test(at.log.join("\n")));
  });

  test("guessing tokens is slowed down", async () => {
    const tries = Array.from({ length: 40 }, () => [
      "/api/sign-in",
      { accessToken: "x".repeat(20) },
    ]);
    assert.ok((await codes(...tries)).includes("429 too-many"));
  });

  test("a flood of strangers holds up neither agents nor webhooks", async () => {
    const flood = Array.from({ length: 700 }, (_, n) =>
      at.post(n % 2 ? "/api/token" : "/webhooks/visavis", { conversation: 41 }),
    );
    await Promise.all(flood);
    const { status } = await at.post("/api/conversation", { conversation: 41 }, jo);
    assert.notEqual(status, 429);
  });
});
