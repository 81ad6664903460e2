import { unusedKeys } from "@visavis/visitor-widget/test/used-keys.ts";
import { expect, test } from "vitest";
import { keysTexts } from "../admin/keys-texts.ts";
import { policyTexts } from "../admin/policy-texts.ts";
import { adminTexts } from "../admin/texts.ts";
import { webhookTexts } from "../admin/webhooks-texts.ts";
import { websiteTexts } from "../admin/website-texts.ts";
import { chatTexts } from "../chat/texts.ts";
import { words as landingWords } from "../landing/words.ts";
import { limitsTexts } from "../operator/limits-texts.ts";
import { registerTexts } from "../operator/register-texts.ts";
import { operatorTexts } from "../operator/texts.ts";
import { usageTexts } from "../operator/usage-texts.ts";
import { panelTexts } from "../panel/texts.ts";
import { texts as referenceTexts } from "../reference/texts.ts";
import { shareElementTexts } from "../share-element/texts.ts";
import { words as shopWords } from "../shop/words.ts";

/** Asked for by what a visitor's device is called in the protocol of the reference host. */
const DEVICES = ["desktop", "phone", "tablet"];

test.each<[string, object, ...string[]]>([
  ["operator", operatorTexts.fr, "texts.ts"],
  ["operator", registerTexts.fr, "register-texts.ts"],
  ["operator", limitsTexts.fr, "limits-texts.ts"],
  ["operator", usageTexts.fr, "usage-texts.ts"],
  ["admin", adminTexts.fr, "texts.ts"],
  ["admin", keysTexts.fr, "keys-texts.ts"],
  ["admin", webhookTexts.fr, "webhooks-texts.ts"],
  ["admin", policyTexts.fr, "policy-texts.ts"],
  ["admin", websiteTexts.fr, "website-texts.ts"],
  ["panel", panelTexts.fr, "texts.fr.ts", "texts.en.ts"],
  ["share-element", shareElementTexts.fr, "texts.ts"],
  ["chat", chatTexts("fr"), "texts.ts"],
  ["reference", referenceTexts("fr"), "texts.ts"],
  ["landing", landingWords("fr"), "words.ts"],
  ["shop", shopWords("fr"), "words.ts"],
])("every text of the page %s is said somewhere", (page, texts, ...catalogues) => {
  // The conversation in the reference backoffice is drawn by the chat.
  const drawnBy = page === "reference" ? ["reference", "chat"] : [page];
  const folders = [...drawnBy, "shared"].map((name) => new URL(`../${name}/`, import.meta.url));
  const unused = unusedKeys(Object.keys(texts), folders, catalogues);
  expect(unused.filter((key) => !DEVICES.includes(key))).toEqual([]);
});
