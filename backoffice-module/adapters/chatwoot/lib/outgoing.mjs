// Calls to Chatwoot and Visavis: bounded in time and size, never redirected, and silent about secrets.

const DEADLINE_MS = 5_000;
const MOST_BYTES = 1_048_576;

/** The other side did not answer, or not so that one can go on. */
export class Unreachable extends Error {}

async function text(response) {
  const pieces = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Unreachable("its answer is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function parsed(body) {
  try {
    return body === "" ? null : JSON.parse(body);
  } catch {
    return null;
  }
}

/**
 * @param {string} who the name of the other side, for the failure's words
 * @param {string} url
 * @param {{method?: string, headers?: Record<string, string>, body?: unknown}} call
 * @returns {Promise<{status: number, body: any}>} `body` is null where there was no JSON
 * @throws {Unreachable} on no answer in 5 s, a redirect, an answer above 1 MiB, or 5xx
 */
export async function call(who, url, { method = "GET", headers = {}, body } = {}) {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "error",
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const answer = parsed(await text(response));
    if (response.status >= 500) throw new Unreachable(`it answered ${response.status}`);
    return { status: response.status, body: answer };
  } catch (failure) {
    const why = failure instanceof Unreachable ? failure.message : (failure.name ?? "failure");
    throw new Unreachable(`${who}: ${why}`, { cause: failure });
  }
}
