import { SignalingError } from "@visavis/signaling-client";
import type { Language } from "../../design/language.ts";

const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 900_000;
const PATIENCE_MS = 15_000;

/** Who the visitor is, and the host's word for it. */
export interface Identity {
  visitorId: string;
  visitorSignature?: string | undefined;
}

interface Grant {
  token: string;
  languages?: Language[];
}

/**
 * Gives a visitor's tokens, and another one when `fresh`; `speak` hears the account's languages. Where the service says no, nobody is asked
 * again for a minute, then ever more rarely; the console is told once what may be wrong.
 *
 * @throws SignalingError when the service says no, otherwise what `fetch` throws
 */
export function tokenSource(
  service: string,
  siteKey: string,
  visitor: Identity,
  speak: (languages?: readonly Language[]) => void,
): (fresh: boolean) => Promise<{ token: string }> {
  let token = "";
  let warned = false;
  let rest = 0;
  let restUntil = 0;

  async function renew(): Promise<void> {
    const left = restUntil - Date.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    try {
      const given = await fetchToken(service, siteKey, visitor);
      token = given.token;
      speak(given.languages);
      rest = 0;
    } catch (error) {
      if (error instanceof SignalingError) {
        rest = Math.min(LONGEST_REST_MS, rest * 2 || FIRST_REST_MS);
        restUntil = Date.now() + rest;
        if (!warned) warn(service, siteKey, visitor.visitorId);
        warned = true;
      }
      throw error;
    }
  }

  return async (fresh) => {
    if (fresh || !token) await renew();
    return { token };
  };
}

async function fetchToken(service: string, siteKey: string, visitor: Identity): Promise<Grant> {
  let reply: Response;
  try {
    reply = await fetch(`${service}/api/v1/visitor-tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ siteKey, ...visitor }),
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    // The browser hides a refusal from pages that are not the account's: it looks like no network.
    throw (await answers(service)) ? new SignalingError("forbidden", "refused", true) : error;
  }
  if (!reply.ok) throw new SignalingError("forbidden", String(reply.status), true);
  return (await reply.json()) as Grant;
}

/** Whether the service is there for what anybody may fetch. */
function answers(service: string): Promise<boolean> {
  return fetch(`${service}/visavis.js`, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function warn(service: string, siteKey: string, id: string): void {
  console.warn(
    `Visavis: ${service} gives this page no token. ${
      /^[\w.:-]{8,128}$/.test(id)
        ? `Origin: ${location.origin}, site key: ${siteKey}. Is this origin registered for the account, and the visitor's id signed if it has to be?`
        : "A visitor's id is 8 to 128 of A-Z a-z 0-9 . _ : -"
    }`,
  );
}
