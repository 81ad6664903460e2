import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { openPage, OtherWindow } from "./page.mjs";
import { JO, stage, until } from "./stage.mjs";

const LIVE = { type: "state", session: { state: "live", delivery: "site", mine: true } };
const ELSEWHERE = { type: "state", session: { ...LIVE.session, mine: false } };
const WAITING = { type: "state", session: { state: "requested", delivery: "link", mine: true } };
const ASKED = { type: "state", session: { ...WAITING.session, delivery: "site" } };
const NEEDED = { type: "token-needed" };

/** @type {Awaited<ReturnType<typeof stage>>} */
let at;
before(async () => {
  at = await stage();
  at.chatwoot.add(44, {});
});
after(() => at.close());

/** The tab of conversation 42, with Jo signed in. */
async function signedIn(around) {
  const page = await openPage(at, around);
  page.show(42);
  page.signIn(JO);
  await until(() => page.frame() !== null);
  return page;
}

/** Which buttons the page shows. */
const shown = (page) =>
  page.find("tools").hidden
    ? []
    : ["link", "show", "window", "sign-out"].filter((id) => !page.find(id).hidden);

const visitorIn = (token) =>
  JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString()).visitor;

/** Loses the sign-in at the adapter, as a restart does. */
const lost = (page) =>
  at.post(
    "/api/sign-out",
    {},
    { authorization: `Bearer ${page.kept.get("visavis-chatwoot-session")}` },
  );

describe("a sign-in", () => {
  let page;
  beforeEach(async () => (page = await signedIn()));

  test("shows the panel of the conversation, and gives it tokens", async () => {
    assert.match(page.frame().src, /conversation=chatwoot%3A7%3A42/);
    page.panelSays(NEEDED);
    await until(() => page.panelHeard().length === 1);
    assert.equal(page.panelHeard()[0].type, "token");
  });

  test("that is lost leaves the panel of a running share where it is, and the next goes on", async () => {
    const frame = page.frame();
    page.panelSays(LIVE);
    await lost(page);
    page.panelSays(NEEDED);
    await until(() => !page.find("sign-in").hidden);
    assert.equal(page.frame(), frame);
    assert.deepEqual(page.panelHeard(frame), []);
    page.signIn(JO);
    await until(() => page.panelHeard(frame).length === 1);
    assert.equal(page.frame(), frame);
    assert.ok(page.find("sign-in").hidden && !page.find("tools").hidden);
    assert.equal(page.notice(), "");
  });

  test("that is lost beside a share gives another conversation neither its picture nor its tokens", async () => {
    page.panelSays(LIVE);
    await lost(page);
    page.panelSays(NEEDED);
    await until(() => !page.find("sign-in").hidden);
    page.show(44);
    assert.deepEqual([page.frame(), page.find("sign-in").className], [null, ""]);
    page.signIn(JO);
    await until(() => page.frame() !== null);
    assert.match(page.frame().src, /conversation=chatwoot%3A7%3A44/);
    assert.deepEqual(page.panelHeard(), []);
  });

  test("that is lost without a share leaves the form alone", async () => {
    await lost(page);
    page.panelSays(NEEDED);
    await until(() => !page.find("sign-in").hidden);
    assert.equal(page.frame(), null);
    assert.match(page.notice(), /sign in again/);
  });
});

describe("a look-up that fails", () => {
  test("offers another try, which shows the panel", async () => {
    const page = await signedIn();
    page.calls(() => Promise.reject(new TypeError("away")));
    page.show(44);
    await until(() => !page.find("again").hidden);
    assert.match(page.notice(), /adapter cannot be reached/);
    page.calls((call) => call());
    page.find("again").click();
    await until(() => page.frame() !== null);
    assert.match(page.frame().src, /conversation=chatwoot%3A7%3A44/);
    assert.ok(page.find("again").hidden && page.notice() === "");
    await until(() => page.document.activeElement === page.find("link"));
  });

  test("is tried again when Chatwoot tells of the same conversation", async () => {
    const page = await signedIn();
    page.calls(() => Promise.reject(new TypeError("away")));
    page.show(44);
    await until(() => !page.find("again").hidden);
    page.calls((call) => call());
    page.show(44);
    await until(() => page.frame() !== null);
  });

  test("for a conversation that was left says nothing over the next one", async () => {
    const page = await signedIn();
    let fail;
    page.calls(() => new Promise((_, failed) => (fail = failed)));
    page.show(43);
    page.calls((call) => call());
    page.show(44);
    await until(() => page.frame() !== null);
    fail(new TypeError("away"));
    await new Promise(setImmediate);
    assert.deepEqual([page.notice(), page.find("again").hidden], ["", true]);
  });
});

test("a conversation that is not the agent's shows neither form nor panel, but the way out", async () => {
  const page = await openPage(at);
  page.show(43);
  page.signIn(JO);
  await until(() => !page.find("again").hidden);
  assert.match(page.notice(), /not yours to see/);
  const shown = ["sign-in", "link", "window", "sign-out"].filter((id) => !page.find(id).hidden);
  assert.deepEqual(shown, ["sign-out"]);
  assert.ok(!page.find("tools").hidden);
});

test("while Chatwoot tells nothing, asking again is offered", async () => {
  const page = await openPage(at);
  page.clock.pass();
  assert.ok(!page.find("again").hidden);
  page.find("again").click();
  const asked = page.chat.told.map(({ message }) => message);
  assert.deepEqual(new Set(asked), new Set(["chatwoot-dashboard-app:fetch-info"]));
  assert.equal(asked.length, 2);
});

test("a link that was sent is told over its own conversation only", async () => {
  const page = await signedIn();
  let answer;
  page.calls((call) => new Promise((done) => (answer = () => done(call()))));
  page.find("link").click();
  const sent = answer;
  page.calls((call) => call());
  page.show(44);
  await until(() => page.frame()?.src.includes("7%3A44"));
  const before = at.chatwoot.written.length;
  sent();
  await until(() => at.chatwoot.written.length > before && !page.find("link").disabled);
  assert.equal(page.notice(), "");
});

test("a token that comes late is not given to the panel of the next conversation", async () => {
  const page = await signedIn();
  let answer;
  page.calls((call) => new Promise((done) => (answer = () => done(call()))));
  page.panelSays(NEEDED);
  const given = answer;
  page.calls((call) => call());
  page.show(44);
  await until(() => page.frame()?.src.includes("7%3A44"));
  given();
  page.panelSays(NEEDED);
  await until(() => page.panelHeard().length > 0);
  const own = new URL(page.frame().src).searchParams.get("visitor");
  assert.deepEqual(
    page.panelHeard().map(({ token }) => visitorIn(token)),
    [own],
  );
});

describe("leaving the tab", () => {
  test("is told to the panel once the tab has no size", async () => {
    const page = await signedIn();
    page.width(0);
    assert.deepEqual(page.panelHeard(), [{ source: "visavis-host", type: "leave" }]);
  });

  test("ends a share, and leaves a request to its answer", async () => {
    const page = await signedIn();
    for (const [told, ends] of [
      [ASKED, 0],
      [WAITING, 0],
      [LIVE, 1],
    ]) {
      page.panelSays(told);
      page.width(0);
      page.width(800);
      assert.equal(page.panelHeard().length, ends);
    }
  });

  test("is not what happens while it keeps its size, or had none yet", async () => {
    const page = await signedIn();
    page.width(640);
    assert.deepEqual(page.panelHeard(), []);
    page.width(0);
    page.width(0);
    assert.equal(page.panelHeard().length, 1);
  });
});

describe("a window of its own", () => {
  let page;
  let joined;
  beforeEach(async () => {
    joined = new Set();
    page = await signedIn({ joined });
    page.find("window").click();
    await until(() => page.frame() === null);
  });
  /** The window's own page, as the tab's message makes it. */
  const inWindow = async () => {
    const tab = new OtherWindow();
    const made = await openPage(at, { opener: tab, joined });
    const [{ message, target }] = tab.told;
    page.hear(target, page.opened[0], message);
    made.hear(at.origin, tab, page.opened[0].told[0].message);
    await until(() => made.frame() !== null);
    return made;
  };

  test("is the adapter's page, without anything secret in its address", () => {
    assert.equal(page.opened[0].location.href, `${at.origin}/`);
    assert.match(page.notice(), /window of its own/);
  });

  test("gets conversation and sign-in, and keeps them whatever the tab shows", async () => {
    const made = await inWindow();
    page.show(44);
    await until(() => page.frame() !== null);
    made.panelSays(NEEDED);
    await until(() => made.panelHeard().length === 1);
    assert.match(made.frame().src, /conversation=chatwoot%3A7%3A42/);
    const own = new URL(made.frame().src).searchParams.get("visitor");
    assert.equal(visitorIn(made.panelHeard()[0].token), own);
    page.show(42);
    await until(() => page.frame() === null);
    assert.match(page.notice(), /window of its own/);
  });

  test("finds itself again after a reload, without the tab", async () => {
    const { kept } = await inWindow();
    const again = await openPage(at, { opener: new OtherWindow(), kept });
    await until(() => again.frame() !== null);
    assert.match(again.frame().src, /conversation=chatwoot%3A7%3A42/);
  });

  test("is no other page's to ask for", () => {
    const stranger = new OtherWindow();
    page.hear(at.origin, stranger, "visavis-window-ready");
    page.hear("https://evil.example", page.opened[0], "visavis-window-ready");
    assert.deepEqual([stranger.told, page.opened[0].told], [[], []]);
  });

  test("that is closed gives the panel back to the tab", async () => {
    page.opened[0].close();
    page.clock.pass();
    await until(() => page.frame() !== null);
  });

  test("is found by the tab of a later time, whatever it shares, and shown from there", async () => {
    const made = await inWindow();
    made.panelSays(LIVE);
    const later = await openPage(at, { kept: page.kept, joined });
    later.show(42);
    await until(() => later.notice().includes("window of its own"));
    assert.deepEqual([later.frame(), shown(later)], [null, ["link", "show", "window", "sign-out"]]);
    const [opened] = page.opened;
    later.opened.push(opened);
    opened.focused = false;
    later.find("show").click();
    assert.deepEqual([later.opened.length, opened.focused], [1, true]);
    assert.equal(opened.location.href, `${at.origin}/`);
    later.find("window").click();
    await until(() => later.frame() !== null);
    assert.ok(made.closed());
  });

  test("that no later tab can reach is not opened twice", async () => {
    await inWindow();
    const later = await openPage(at, { kept: page.kept, joined });
    later.show(42);
    await until(() => !later.find("show").hidden);
    later.find("show").click();
    await until(() => /Look for it/.test(later.notice()));
    assert.ok(later.opened[0].closed);
  });

  test("takes the panel from a tab that showed it before the window told of itself", async () => {
    const later = await signedIn({ joined });
    await inWindow();
    assert.deepEqual([later.frame(), shown(later).includes("show")], [null, true]);
  });

  test("leaves a share that runs in a tab where it is", async () => {
    const later = await signedIn({ joined });
    const frame = later.frame();
    later.panelSays(LIVE);
    await inWindow();
    assert.equal(later.frame(), frame);
  });

  test("that browsers keep apart is come back to by the same button, and not loaded anew", async () => {
    const [made] = page.opened;
    await inWindow();
    const later = await signedIn();
    later.panelSays(ELSEWHERE);
    assert.deepEqual(shown(later), ["link", "window", "sign-out"]);
    assert.doesNotMatch(later.find("leaving").textContent, /ends the share\.$/);
    later.opened.push(made);
    let loads = 0;
    made.location.replace = () => (loads += 1);
    made.focused = false;
    later.find("window").click();
    assert.deepEqual([later.opened.length, made.focused, loads], [1, true, 0]);
  });

  test("that waited in vain for its tab is told by the next press of the button", async () => {
    const made = await openPage(at, { opener: new OtherWindow() });
    made.clock.pass();
    assert.match(made.notice(), /belongs into a tab of Chatwoot/);
    const later = await signedIn();
    later.opened.push(page.opened[0]);
    later.find("window").click();
    made.hear(at.origin, later, page.opened[0].told.at(-1).message);
    await until(() => made.frame() !== null);
    assert.match(made.frame().src, /conversation=chatwoot%3A7%3A42/);
  });

  test("closes when whoever was signed in signs out, in whichever tab", async () => {
    const made = await inWindow();
    const later = await openPage(at, { kept: page.kept, joined });
    later.show(44);
    await until(() => later.frame() !== null);
    later.find("sign-out").click();
    await until(() => made.closed());
  });
});

test("a running share stays in the frame and takes the room and the keyboard; a link that waits may move", async () => {
  const page = await signedIn();
  page.find("link").click();
  await until(() => page.notice() !== "");
  page.panelSays(WAITING);
  assert.deepEqual(shown(page), ["link", "window", "sign-out"]);
  page.panelSays(ASKED);
  assert.deepEqual(shown(page), ["link", "sign-out"]);
  assert.match(page.find("leaving").textContent, /takes it back/);
  assert.match(page.notice(), /The link is/);
  page.find("link").focus();
  page.panelSays(LIVE);
  assert.deepEqual([shown(page), page.notice()], [[], ""]);
  assert.equal(page.document.activeElement, page.frame());
  assert.match(page.find("leaving").textContent, /ends the share\.$/);
  page.panelSays({ type: "state", session: { state: "ended" } });
  assert.deepEqual(shown(page), ["link", "window", "sign-out"]);
});

test("the page at the top, opened by nobody, says where it belongs", async () => {
  const page = await openPage(at, { opener: new OtherWindow() });
  page.clock.pass();
  await page.run;
  assert.match(page.notice(), /belongs into a tab of Chatwoot/);
});
