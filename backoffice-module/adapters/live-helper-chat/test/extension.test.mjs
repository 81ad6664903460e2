import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { until } from "../../chatwoot/test/stage.mjs";
import { stage } from "./stage.mjs";

/** @type {Awaited<ReturnType<typeof stage>>} */
let at;
before(async () => (at = await stage()));
after(() => at.close());
beforeEach(() => {
  at.settings();
  at.change(() => undefined);
  at.visavis.sessions.length = 0;
  at.visavis.refusal = null;
  at.visavis.before = () => undefined;
});

const visitorOf = (id) => {
  const sum = createHash("sha256").update(`visavis:${id}:hash-of-${id}`).digest("hex");
  return `lhc-${sum.slice(0, 40)}`;
};
const codeOf = ({ status, text }) => `${status} ${JSON.parse(text).code}`;
const ended = () => at.visavis.sessions.map(({ state }) => state);

test("operators who may use it find the tab in the chat, others nothing", async () => {
  const { text } = await at.get("/tabs/5", "jo");
  assert.match(text, /href="#visavis-5"/);
  assert.match(text, /id="visavis-5"[^]*src="\/index\.php\/site_admin\/visavis\/panel\/5"/);
  assert.equal((await at.get("/tabs/5", "al")).text.trim(), "");
});

test("the tab's page shows the panel of this chat's visitor and frames nothing else", async () => {
  const { status, text, headers } = await at.view("panel", 5, { method: "GET" });
  assert.equal(status, 200);
  const panel = new URL(/data-panel="([^"]+)"/.exec(text)[1].replaceAll("&amp;", "&"));
  assert.equal(panel.origin, at.service);
  assert.equal(panel.searchParams.get("visitor"), visitorOf(5));
  assert.equal(panel.searchParams.get("conversation"), "lhc:5");
  const policy = headers.get("content-security-policy");
  assert.ok(policy.includes(`frame-src ${at.service};`) && policy.includes("script-src 'self';"));
  assert.ok(!text.includes("hash-of-5"));
});

test("its script and style are where the page looks for them", async () => {
  const { text } = await at.view("panel", 5, { method: "GET" });
  for (const address of text.matchAll(/(?:src|href)="(\/extension[^"]+)"/g)) {
    assert.equal((await at.get(address[1])).status, 200);
  }
});

test("a token is minted for the operator's own name and for this visitor alone", async () => {
  const { text } = await at.view("token", 5);
  const claims = JSON.parse(Buffer.from(JSON.parse(text).token.split(".")[1], "base64url"));
  const { sub, name, role, visitor, exp, iat } = claims;
  assert.deepEqual([sub, name, role], ["lhc-31", "Jo Dupont", "agent"]);
  assert.equal(visitor, visitorOf(5));
  assert.ok(exp - iat <= 900);
});

test("an operator without a nickname goes by their name", async () => {
  const { text } = await at.view("token", 5, { user: "lou" });
  const claims = JSON.parse(Buffer.from(JSON.parse(text).token.split(".")[1], "base64url"));
  assert.equal(claims.name, "Lou Blin");
});

for (const view of ["panel", "token", "link"]) {
  test(`${view}: chats of others and chats that do not exist are answered alike`, async () => {
    const method = view === "panel" ? "GET" : "POST";
    const answers = [];
    for (const id of [6, 99, "5x", "-5", "5.0", "%00", "1e1", "9".repeat(30)]) {
      const { status, text } = await at.view(view, id, { method });
      answers.push(`${status} ${text}`);
    }
    assert.equal(new Set(answers).size, 1, answers.join("\n"));
    assert.match(answers[0], /^404 .*unknown-chat/s);
  });

  test(`${view}: without the permission, and without signing in, nothing`, async () => {
    for (const user of ["al", "nobody"]) {
      assert.equal((await at.view(view, 5, { user })).status, 403);
    }
    assert.deepEqual([at.state().messages, at.visavis.sessions], [[], []]);
  });
}

test("a request that another site could have sent is refused", async () => {
  for (const how of [{ csrf: "" }, { csrf: "csrf-of-32" }, { method: "GET" }]) {
    assert.equal(codeOf(await at.view("link", 5, how)), "403 reload");
    assert.equal(codeOf(await at.view("token", 5, how)), "403 reload");
  }
  assert.deepEqual(at.state().messages, []);
});

test("the link is written as the operator's message, in the visitor's language", async () => {
  assert.equal((await at.view("link", 5)).status, 200);
  const { messages, chats, events } = at.state();
  const [{ msg, chat_id: chatId, user_id: userId, name_support: name }] = messages;
  assert.deepEqual([chatId, userId, name], [5, 31, "Jo Dupont"]);
  assert.match(msg, /^Jo Dupont vous propose de partager votre écran\./);
  assert.ok(msg.includes(`ordinateur\u00a0: ${at.visavis.sessions[0].acceptUrl}&l=fr`));
  assert.equal(chats[5].last_msg_id, 100);
  assert.equal(chats[5].has_unread_op_messages, 1);
  assert.deepEqual(events, ["chat.web_add_msg_admin"]);
  assert.equal(at.visavis.sessions[0].visitorId, visitorOf(5));
});

for (const [locale, first] of [
  ["fr", "vous propose"],
  ["fre", "vous propose"],
  ["FR_ca", "vous propose"],
  ["frisian", "would like"],
  ["de-DE", "would like"],
  ["", "would like"],
]) {
  test(`a chat of “${locale}” reads “${first}”`, async () => {
    at.change(({ chats }) => (chats[5].chat_locale = locale));
    await at.view("link", 5);
    assert.ok(at.state().messages[0].msg.includes(first));
  });
}

test("a name is no BBCode and no second line", async () => {
  at.change(({ users }) => (users.jo.name_support = "Jo\n[b]D[/b]\u202e"));
  await at.view("link", 5);
  assert.match(at.state().messages[0].msg, /^Jo bD\/b vous propose/);
});

test("a second press sends the same link again", async () => {
  await at.view("link", 5);
  await at.view("link", 5);
  assert.equal(at.visavis.sessions.length, 1);
  const { messages } = at.state();
  assert.equal(messages.length, 2);
  for (const { msg } of messages) assert.ok(msg.includes(at.visavis.sessions[0].acceptUrl));
});

test("a chat nobody has taken may be written into, a read-only one and a colleague's not", async () => {
  assert.equal((await at.view("link", 7)).status, 200);
  assert.equal(codeOf(await at.view("link", 8, { user: "kim" })), "403 read-only");
  assert.equal(codeOf(await at.view("link", 5, { user: "lou" })), "403 read-only");
  at.change(({ users }) => users.lou.permissions.push("lhchat/writeremotechat"));
  at.visavis.sessions.length = 0;
  assert.equal((await at.view("link", 5, { user: "lou" })).status, 200);
});

test("a message that is not saved takes the request back", async () => {
  at.change((state) => (state.broken = true));
  assert.equal(codeOf(await at.view("link", 5)), "500 not-written");
  assert.deepEqual(ended(), ["ended"]);
});

test("a request that cannot be taken back either changes nothing of what the operator reads", async () => {
  at.change((state) => (state.broken = true));
  at.visavis.before = ({ request, response }) => {
    if (request.url.endsWith("/end")) return (response.writeHead(503).end(), "answered");
  };
  assert.equal(codeOf(await at.view("link", 5)), "500 not-written");
});

test("a link that stands in the chat stays good, whatever fails after it", async () => {
  at.change((state) => (state.readOnlyColumn = "last_msg_id"));
  assert.equal((await at.view("link", 5)).status, 200);
  assert.deepEqual([at.state().messages.length, ended()], [1, ["requested"]]);
});

test("an answer in pieces is put together", async () => {
  at.visavis.before = ({ response }) => void response.writeHead(201).write(" \n");
  assert.equal((await at.view("link", 5)).status, 200);
  assert.ok(at.state().messages[0].msg.includes(at.visavis.sessions[0].acceptUrl));
});

test("a refusal of Visavis comes with its code", async () => {
  at.visavis.refusal = "not-eligible";
  assert.equal(codeOf(await at.view("link", 5)), "409 not-eligible");
  assert.deepEqual(at.state().messages, []);
});

test("closing the chat ends its share", async () => {
  await at.view("link", 5);
  assert.equal((await at.get("/close/5")).text, "closed");
  assert.deepEqual(ended(), ["ended"]);
});

test("closing asks nothing for a chat whose tab nobody opened and that got no link", async () => {
  const before = at.visavis.calls;
  assert.equal((await at.get("/close/5")).text, "closed");
  assert.equal(at.visavis.calls, before);
});

test("a token for the tab is enough to be asked about, and other variables of the chat stay", async () => {
  at.change(({ chats }) => (chats[5].chat_variables = '{"iwh":"kept","n":{"a":1}}'));
  await at.view("token", 5);
  const { chat_variables: kept } = at.state().chats[5];
  assert.deepEqual(JSON.parse(kept), { iwh: "kept", n: { a: 1 }, visavis: 1 });
  const before = at.visavis.calls;
  await at.get("/close/5");
  assert.equal(at.visavis.calls, before + 1);
});

test("variables in the form of old versions are left alone, and the share ends all the same", async () => {
  at.change(({ chats }) => (chats[5].chat_variables = 'a:1:{s:1:"a";i:1;}'));
  await at.view("link", 5);
  await at.get("/close/5");
  assert.equal(at.state().chats[5].chat_variables, 'a:1:{s:1:"a";i:1;}');
  assert.deepEqual(ended(), ["ended"]);
});

test("closing chats in a row takes 4 s at most while answers drip", async () => {
  for (const id of [5, 7]) await at.view("link", id);
  at.visavis.before = async ({ request, response }) => {
    response.writeHead(200, { "content-type": "application/json" });
    // The list comes after three seconds, the end of its share after another ten.
    for (let n = 0; n < (request.url.endsWith("/end") ? 20 : 6); n += 1) {
      if (response.destroyed) return "answered";
      response.write(" ");
      await new Promise((done) => setTimeout(done, 500));
    }
  };
  const started = Date.now();
  assert.equal((await at.get("/close/5,7")).text, "closed");
  const took = Date.now() - started;
  assert.ok(took > 3_000 && took < 5_500, `${took} ms`);
});

test("closing goes on while Visavis is away and while nothing is set up", async () => {
  await at.view("link", 5);
  at.settings({ service: "http://127.0.0.1:9" });
  assert.equal((await at.get("/close/5")).text, "closed");
  assert.equal(codeOf(await at.view("link", 5)), "502 away");
  at.withoutSettings();
  assert.equal((await at.get("/close/5")).text, "closed");
  assert.deepEqual(ended(), ["requested"]);
});

for (const [name, value] of [
  ["service", "visavis.example.com"],
  ["service", "http://visavis.example.com"],
  ["service", "https://visavis.example.com/path"],
  ["service", "https://visavis.example.com;x"],
  ["service", "https://visavis.example.com\\';x"],
  ["service", "https://user@visavis.example.com"],
  ["service", "https://visavis.example.com:99999"],
  ["service", "https://visavis.example.com:443"],
  ["service", "https://Visavis.example.com"],
  ["site_key", "sk_1"],
  ["key_id", ""],
  ["key", "short-secret"],
  ["language", "de"],
]) {
  test(`the setting ${name} = ${value} is told by its name, and its value kept`, async () => {
    at.settings({ [name]: value });
    const { status, text } = await at.view("panel", 5, { method: "GET" });
    assert.equal(status, 500);
    const [, told] = /<p lang="en">([^<]*)</.exec(text);
    assert.ok(told.startsWith(`${name} must `), told);
    if (value.length > 4) assert.ok(!text.includes(value));
    await until(() => at.log.some((line) => line.endsWith(`visavis: ${told}`)));
    assert.equal(codeOf(await at.view("token", 5)), "500 settings");
  });
}

test("where there is no panel it is said in the operator's language, in the page's own style", async () => {
  const { text, headers } = await at.view("panel", 6, {
    method: "GET",
    headers: { "accept-language": "fr,en;q=0.8" },
  });
  assert.match(text, /lang="fr"[^]*data-code="unknown-chat">Ce chat n’existe pas/);
  const [, style] = /stylesheet" href="([^"]+)"/.exec(text);
  assert.equal((await at.get(style)).status, 200);
  assert.match(headers.get("content-security-policy"), /^default-src 'none'; style-src 'self';/);
});

test("without a settings file the page says which to make", async () => {
  at.withoutSettings();
  assert.match((await at.view("panel", 5, { method: "GET" })).text, /settings\.ini\.default\.php/);
});

test("PHP had nothing to complain of, and the log names no token and no link", () => {
  const log = at.log.join("\n");
  assert.ok(!/Warning|Deprecated|Notice|Fatal/.test(log), log);
  assert.ok(!/eyJ|#k=|csrf-of/.test(log));
});
