import assert from "node:assert/strict";
import { test } from "node:test";
import { BadSetting, settingsOf } from "../lib/settings.mjs";
import { environment } from "./stage.mjs";

const complaint = (changes) => {
  try {
    settingsOf({ ...environment(), ...changes });
    return "";
  } catch (failure) {
    assert.ok(failure instanceof BadSetting);
    return failure.message;
  }
};

test("a good environment is read, with the documented defaults", () => {
  const settings = settingsOf(environment());
  assert.equal(settings.port, 8095);
  assert.equal(settings.host, "127.0.0.1");
  assert.equal(settings.language, "en");
  assert.equal(settings.attribute, "visavis_visitor");
  assert.equal(settings.unsignedWebhooks, false);
  assert.equal(settings.visavisWebhookKey?.length, 32);
});

for (const [name, value] of [
  ["CHATWOOT_URL", ""],
  ["CHATWOOT_URL", "http://chat.example.com"],
  ["CHATWOOT_URL", "https://chat.example.com/app"],
  ["CHATWOOT_ACCOUNT_ID", "seven"],
  ["CHATWOOT_BOT_TOKEN", ""],
  ["CHATWOOT_WEBHOOK_SECRET", ""],
  ["CHATWOOT_WEBHOOK_UNSIGNED", "yes"],
  ["CHATWOOT_ATTRIBUTE", "Not A Key"],
  ["VISAVIS_URL", "visavis.example.com:8080"],
  ["VISAVIS_SITE_KEY", "sk_1"],
  ["VISAVIS_KEY_ID", ""],
  ["VISAVIS_KEY", "short"],
  ["VISAVIS_WEBHOOK_SECRET", "whsec_short"],
  ["ADAPTER_SECRET", "short"],
  ["ADAPTER_LANGUAGE", "de"],
  ["PORT", "70000"],
  ["PROXIES", "proxy.example.com"],
  ["PROXIES", "10.0.0.0/33"],
]) {
  test(`${name}=${value} is refused in a sentence that names it and keeps the value to itself`, () => {
    const said = complaint({ [name]: value });
    assert.match(said, new RegExp(`^${name} .{10,}`));
    if (value.length > 4) assert.ok(!said.includes(value));
  });
}

test("everything that is bad is named at once", () => {
  assert.equal(complaint({ VISAVIS_KEY: "short", ADAPTER_SECRET: "short" }).split("\n").length, 2);
});

test("without signatures a secret is not asked for, and only where that was chosen", () => {
  assert.equal(complaint({ CHATWOOT_WEBHOOK_SECRET: "", CHATWOOT_WEBHOOK_UNSIGNED: "true" }), "");
});

test("plain http is good enough on this machine only", () => {
  assert.equal(complaint({ CHATWOOT_URL: "http://localhost:3000" }), "");
  assert.match(complaint({ VISAVIS_URL: "http://localhost.example.com" }), /^VISAVIS_URL/);
});
