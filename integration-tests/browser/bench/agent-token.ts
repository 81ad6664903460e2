import { createHmac, randomUUID } from "node:crypto";

/** A token that the reference host's server would mint for this agent (docs/plug-in/tokens-and-keys.md). */
export function agentToken(key: string, agent: string): string {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: "HS256", typ: "visavis-agent+jwt", kid: "demo-lumen" };
  const claims = {
    iss: "pk_demo_lumen",
    aud: "visavis",
    sub: agent,
    name: agent,
    role: "agent",
    iat: now,
    exp: now + 900,
    jti: randomUUID(),
  };
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}
