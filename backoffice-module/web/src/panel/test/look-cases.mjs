// What the scripted service says in each case that is looked at.
const VISITOR = "visitor-4f2a-9c1d";
const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const inMs = (ms) => new Date(Date.now() + ms).toISOString();

function token(role = "agent") {
  const exp = Math.floor(Date.now() / 1000) + 900;
  return `${part({ alg: "HS256" })}.${part({ sub: "camille", name: "Camille", role, exp })}.x`;
}

function session(parts) {
  return {
    id: "AAAAAAAAAAAAAAAAAAAAAA",
    visitorId: VISITOR,
    state: "requested",
    agent: { id: "camille", name: "Camille Lenoir" },
    accountName: "Maison Lumen",
    capturing: false,
    activated: false,
    mediaFlowing: false,
    quality: "sharp",
    visitorConnection: "absent",
    agentConnection: "connected",
    notice: "none",
    requestedAt: inMs(-20_000),
    mine: true,
    ...parts,
  };
}

function hello(eligible, policy) {
  return {
    version: 1,
    connectionId: "c",
    role: "agent",
    serverTime: new Date().toISOString(),
    account: { name: "Maison Lumen", policy },
    tokenExpiresAt: inMs(900_000),
    heartbeat: { intervalMs: 10_000, timeoutMs: 25_000 },
    iceServers: [],
    eligible,
  };
}

const account = (parts) => ({
  name: "Maison Lumen",
  siteKey: "pk_demo_lumen",
  eligible: false,
  eligibleUntil: null,
  reason: "never-granted",
  accessRequestedAt: null,
  ...parts,
});

/** Answers as the service would: `says` are the session states that follow the watch. */
async function serve(
  page,
  { eligible = true, visitor = {}, says = [], cut, refuse, hush, answer, policy },
) {
  let connections = 0;
  await page.routeWebSocket("**/signal", (socket) => {
    connections += 1;
    if (hush || (cut === 1012 && connections > 1)) return;
    const send = (message) => socket.send(JSON.stringify(message));
    send({ type: "server.ready", versions: [1], helloWithinMs: 10_000 });
    socket.onMessage((text) => {
      const { type, id } = JSON.parse(text);
      if (type === "hello") {
        if (refuse) send({ type: "error", id, code: refuse, detail: "", retryable: false });
        else send({ type: "ok", id, result: hello(eligible, policy) });
      } else if (type === "visitor.watch") {
        send({ type: "ok", id });
        const online = { online: true, canShare: true, ...visitor };
        send({ type: "visitor.state", visitorId: VISITOR, ...online });
        says.forEach((parts, index) =>
          send({ type: "session.state", seq: index + 1, session: session(parts()) }),
        );
        if (cut) setTimeout(() => socket.close({ code: cut, reason: "" }), 100);
      } else if (answer?.[type]) {
        send({ type: "error", id, code: answer[type], detail: "", retryable: false });
      }
    });
  });
}

const panel = (name, state, script, more = {}) => ({
  name: `panel-${name}`,
  root: "[data-testid=panel]",
  state,
  arrange: async (page, { origin, lang, theme }) => {
    await serve(page, script);
    await page.route("**/api/v1/**", (route) =>
      route.fulfill({ json: account(script.account ?? {}) }),
    );
    const query = `?site=pk_demo_lumen&visitor=${VISITOR}&lang=${lang}&theme=${theme}`;
    const address = more.bare ? `?lang=${lang}&theme=${theme}` : query;
    const fragment = more.noToken ? "" : `#token=${token(script.role)}`;
    await page.goto(`${origin}/panel/${address}${fragment}`);
  },
  settle: more.settle,
});

/** Deadlines count from when they are told, not from when this file is read. */
const now = (parts = {}) => (typeof parts === "function" ? parts() : parts);

const accepted = (parts) => () =>
  session({
    state: "accepted",
    acceptedAt: inMs(-8_000),
    deadline: { reason: "not-started", at: inMs(152_000) },
    ...now(parts),
  });
const live = (parts) => () =>
  session({
    state: "live",
    acceptedAt: inMs(-95_000),
    liveAt: inMs(-75_000),
    capturing: true,
    activated: true,
    mediaFlowing: true,
    surface: "window",
    visitorConnection: "connected",
    ...now(parts),
  });
const ended = (endReason, parts = {}) => [
  live(),
  () => ({ ...live()(), state: "ended", endReason, durationMs: 192_000, ...parts }),
];
const press = (id) => async (page) => {
  await page.getByTestId(id).click();
  await page.waitForTimeout(300);
};
const noor = { agent: { id: "noor", name: "Noor El Amrani-Vandenberghe" }, mine: false };

export const panelCases = [
  panel("misconfigured", "misconfigured", {}, { bare: true }),
  panel("loading", "loading", { hush: true }),
  panel("unreachable", "unreachable", { hush: true }),
  panel("token-missing", "token-missing", {}, { noToken: true }),
  panel("token-refused", "token-refused", { refuse: "token-invalid" }),
  panel("taken-over", "taken-over", { cut: 4002 }),
  panel("not-eligible-agent", "not-eligible", { eligible: false }),
  panel("not-eligible-admin", "not-eligible", {
    eligible: false,
    role: "admin",
    account: { reason: "past-end-date", eligibleUntil: "2026-01-31T22:59:59Z" },
  }),
  panel("not-eligible-asked", "not-eligible", {
    eligible: false,
    account: { reason: "revoked", accessRequestedAt: "2026-03-02T09:00:00Z" },
  }),
  panel("visitor-offline", "visitor-offline", { visitor: { online: false } }),
  panel("visitor-unsupported", "visitor-unsupported", { visitor: { canShare: false } }),
  panel("idle", "idle", {}),
  panel("idle-help", "idle", { visitor: { helpAskedAt: inMs(-185_000) } }),
  panel("idle-admin", "idle", { role: "admin" }),
  panel(
    "idle-failure",
    "idle",
    { answer: { "share.request": "visitor-busy" } },
    { settle: press("action-request") },
  ),
  panel("requested", "requested", {
    says: [() => session({ deadline: { reason: "expired", at: inMs(97_000) } })],
  }),
  panel("requested-late", "requested", {
    says: [() => session({ deadline: { reason: "expired", at: inMs(19_000) } })],
  }),
  panel("accepted", "accepted", { says: [accepted()] }),
  panel("accepted-blocked", "accepted", { says: [accepted({ notice: "popup-blocked" })] }),
  panel("accepted-picker", "accepted", {
    says: [accepted({ notice: "picker-open", visitorConnection: "connected", activated: true })],
  }),
  panel("accepted-denied", "accepted", {
    says: [accepted({ notice: "permission-denied", visitorConnection: "connected" })],
  }),
  panel("policy-not-listed", "may-not-request", { policy: { mayRequest: false } }),
  panel("policy-refused", "accepted", {
    policy: { surface: "tab" },
    says: [accepted({ notice: "surface-refused", visitorConnection: "connected" })],
  }),
  panel("policy-barred", "paused", {
    policy: { surface: "window" },
    says: [live({ state: "paused", notice: "surface-unknown" })],
  }),
  panel("accepted-late", "accepted", {
    says: [
      accepted(() => ({
        capturing: true,
        surface: "browser",
        visitorConnection: "connected",
        deadline: { reason: "not-activated", at: inMs(22_000) },
      })),
    ],
  }),
  panel("live-connecting", "live", {
    says: [
      live(() => ({
        mediaFlowing: false,
        liveAt: inMs(-12_000),
        deadline: { reason: "no-media", at: inMs(18_000) },
      })),
    ],
  }),
  panel("live-no-route", "live", {
    says: [live({ mediaFlowing: false, notice: "no-route" })],
  }),
  panel("live-visitor-lost", "live", {
    says: [
      live(() => ({
        visitorConnection: "reconnecting",
        deadline: { reason: "visitor-lost", at: inMs(24_000) },
      })),
    ],
  }),
  panel("paused", "paused", { says: [live({ state: "paused" })] }, { settle: press("connection") }),
  panel(
    "live-link-lost",
    "live",
    { says: [live()], cut: 1012 },
    { settle: (page) => page.waitForTimeout(400) },
  ),
  panel("busy-self", "busy-self", { says: [live({ mine: false })] }),
  panel("busy-self-lost", "busy-self", {
    says: [live({ mine: false, agentConnection: "reconnecting" })],
  }),
  panel("busy-other", "busy-other", { says: [live(noor)] }),
  panel("ended-visitor", "ended", { says: ended("visitor-stopped") }),
  panel("ended-no-media", "ended", { says: ended("no-media", { durationMs: 0 }) }),
  panel("ended-revoked", "ended", { says: ended("eligibility-revoked") }),
  panel("ended-declined", "ended", {
    visitor: { canShare: false },
    says: [
      () => session(),
      () => session({ state: "ended", endReason: "declined", endDetail: "browser-unsupported" }),
    ],
  }),
];

const history = [
  ["visitor-stopped", 192_000],
  ["declined", 0],
  ["expired", 0],
  ["agent-left", 3_840_000],
  ["no-media", 0],
].map(([endReason, durationMs], index) =>
  session({
    id: `BBBBBBBBBBBBBBBBBBBBB${index}`,
    state: "ended",
    requestedAt: inMs(-index * 7_200_000),
    endReason,
    durationMs,
  }),
);

const admin = (name, state, answers, role = "admin") => ({
  name: `admin-${name}`,
  root: "[data-testid=admin]",
  state,
  arrange: async (page, { origin, lang, theme }) => {
    await page.route("**/api/v1/account", (route) =>
      answers.down ? route.abort() : route.fulfill({ json: account(answers.account) }),
    );
    await page.route("**/api/v1/sessions*", (route) =>
      route.fulfill({ json: { items: answers.sessions ?? [], next: answers.next ?? null } }),
    );
    const query = `?site=pk_demo_lumen&lang=${lang}&theme=${theme}`;
    await page.goto(`${origin}/admin/${query}#token=${token(role)}`);
  },
  settle: (page) => page.waitForTimeout(200),
});

export const accountCases = [
  admin("eligible", "eligible", {
    account: { eligible: true, reason: "eligible", eligibleUntil: "2026-12-31T22:59:59Z" },
    sessions: history,
    next: "x",
  }),
  admin("never", "never-granted", { account: {} }),
  admin("asked", "requested", {
    account: { reason: "revoked", accessRequestedAt: inMs(-3_600_000) },
    sessions: history.slice(0, 2),
  }),
  admin("agent", "never-granted", { account: {} }, "agent"),
  admin("down", "error", { down: true }),
];

const accounts = [
  {
    id: "1",
    name: "Maison Lumen",
    siteKey: "pk_demo_lumen",
    eligible: true,
    eligibleUntil: "2026-12-31T22:59:59Z",
    reason: "eligible",
    accessRequest: null,
    liveSessions: 2,
    sessionsTotal: 148,
  },
  {
    id: "2",
    name: "Atelier Brume",
    siteKey: "pk_demo_brume",
    eligible: false,
    eligibleUntil: null,
    reason: "never-granted",
    accessRequest: {
      requestedAt: "2026-03-02T09:00:00Z",
      requestedBy: "Dominique Marchand",
      message: "Bonjour, nous aimerions aider nos clients à remplir leur commande : 4 agents.",
    },
    liveSessions: 0,
    sessionsTotal: 0,
  },
  {
    id: "3",
    name: "Coopérative internationale des fabricants de luminaires et d’ameublement",
    siteKey: "pk_long_name_of_a_cooperative",
    eligible: false,
    eligibleUntil: "2026-01-31T22:59:59Z",
    reason: "past-end-date",
    accessRequest: null,
    liveSessions: 0,
    sessionsTotal: 12,
  },
];

const events = [
  {
    at: "2026-03-01T10:00:00Z",
    by: "operator",
    action: "granted",
    until: "2026-12-31T22:59:59Z",
    note: "Essai de dix mois",
  },
  { at: "2026-02-27T10:00:00Z", by: "Alix", action: "requested", until: null, note: null },
];

const operator = (name, state, settle, signedIn = true) => ({
  name: `operator-${name}`,
  root: "[data-testid=operator]",
  state,
  arrange: async (page, { origin, lang, theme }) => {
    if (signedIn) await page.addInitScript(() => sessionStorage.setItem("visavis:operator", "t"));
    await page.route("**/api/v1/operator/**", (route) => {
      const url = route.request().url();
      if (url.endsWith("sign-in"))
        return route.fulfill({ status: 401, json: { code: "not-authenticated" } });
      if (url.endsWith("history")) return route.fulfill({ json: { items: events } });
      if (url.includes("query=")) return route.fulfill({ json: { items: [] } });
      return route.fulfill({ json: { items: accounts } });
    });
    await page.goto(`${origin}/operator/?lang=${lang}&theme=${theme}`);
  },
  settle,
});

const loaded = (page) => page.getByTestId("account-pk_demo_lumen").waitFor();

export const operatorCases = [
  operator("sign-in", "sign-in", undefined, false),
  operator(
    "sign-in-wrong",
    "sign-in",
    async (page) => {
      await page.locator("input[name=name]").fill("operator");
      await page.locator("input[name=password]").fill("x");
      await page.getByTestId("sign-in").click();
      await page.getByRole("alert").waitFor();
    },
    false,
  ),
  operator("accounts", "accounts", loaded),
  operator("search-none", "accounts", async (page) => {
    await loaded(page);
    await page.getByTestId("search").fill("zzz");
    await page.waitForTimeout(300);
  }),
  operator("grant", "accounts", async (page) => {
    await loaded(page);
    await page.getByTestId("account-pk_demo_brume").getByTestId("action-grant").click();
  }),
  operator("revoke", "accounts", async (page) => {
    await loaded(page);
    await page.getByTestId("account-pk_demo_lumen").getByTestId("action-revoke").click();
  }),
  operator("history", "accounts", async (page) => {
    await loaded(page);
    await page.getByTestId("account-pk_demo_lumen").getByTestId("action-history").click();
    await page.waitForTimeout(200);
  }),
];
