// Who is signed in at the adapter, and what the page asks it in their name.
const KEPT = "visavis-chatwoot-session";
/** A window of its own has its sign-in from the tab, and keeps it for itself alone. */
const HANDED = "visavis-chatwoot-handed";
const framed = parent !== window;

/** Storage may be forbidden in a foreign frame: then the sign-in lasts as long as this page. */
function stored(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

let held = framed ? stored(() => localStorage.getItem(KEPT)) : null;

/** The name of the sign-in, or null. */
export const session = () => held;

/** @param {number | null} conversation of the window, to find it again after a reload */
export function signedIn(name, conversation) {
  held = name;
  stored(() =>
    framed
      ? localStorage.setItem(KEPT, name)
      : sessionStorage.setItem(HANDED, JSON.stringify({ session: name, conversation })),
  );
}

/** Forgets the sign-in; a window of its own remembers its conversation. */
export function signedOut() {
  held = null;
  if (framed) stored(() => localStorage.removeItem(KEPT));
}

/** What this window was given before it was reloaded, or null. */
export const handed = () => stored(() => JSON.parse(sessionStorage.getItem(HANDED)));

/**
 * Asks the adapter.
 *
 * @throws {Error} with a code that `word` has words for; `sign-in` where nobody is signed in any more
 */
export async function ask(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(held === null ? {} : { authorization: `Bearer ${held}` }),
      },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("away");
  }
  const value = answer.status === 204 ? null : await answer.json().catch(() => ({}));
  if (answer.ok) return value;
  throw new Error(answer.status === 401 ? "sign-in" : (value?.code ?? "away"));
}
