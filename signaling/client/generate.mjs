// Makes src/generated/messages.ts from the protocol's schema. `--check` writes nothing and fails
// when the committed file is not what the schema says today.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const schemaUrl = new URL(
  "../src/main/resources/protocol/v1/signaling.schema.json",
  import.meta.url,
);
const outputUrl = new URL("./src/generated/messages.ts", import.meta.url);

/**
 * The TypeScript that belongs to the schema as it stands.
 * @returns {Promise<string>}
 */
export async function generateMessages() {
  const schema = JSON.parse(readFileSync(schemaUrl, "utf8"));
  // The generator names a shared definition after its key; these have no title of their own.
  for (const [key, title] of [
    ["qualityMode", "QualityMode"],
    ["notice", "Notice"],
    ["endReason", "EndReason"],
    ["relayFailure", "RelayFailure"],
    ["errorCode", "ErrorCode"],
  ]) {
    schema.$defs[key].title = title;
  }
  // Only what the root reaches is generated, so the root reaches everything a client may name.
  const root = {
    $defs: schema.$defs,
    title: "ProtocolPart",
    oneOf: ["ClientMessage", "ServerMessage", "HelloResult", "IceGrant"].map((name) => ({
      $ref: `#/$defs/${name}`,
    })),
  };
  return compile(root, "ProtocolPart", {
    additionalProperties: false,
    bannerComment:
      "// Generated from protocol/v1/signaling.schema.json by generate.mjs. Do not edit.",
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    strictIndexSignatures: true,
    style: { printWidth: 100 },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fresh = await generateMessages();
  if (process.argv.includes("--check")) {
    if (readFileSync(outputUrl, "utf8") !== fresh) {
      console.error(
        "src/generated/messages.ts is stale: run `npm run generate -w signaling/client`",
      );
      process.exit(1);
    }
  } else {
    mkdirSync(new URL(".", outputUrl), { recursive: true });
    writeFileSync(outputUrl, fresh);
  }
}
