// The extension, copied as an operator copies it, in the stand-in of Live Helper Chat under PHP.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { FakeVisavis, KEY, KEY_ID, SITE_KEY } from "../../chatwoot/test/fake-visavis.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const SETTINGS = "extension/visavis/settings/settings.ini.php";

const operator = (id, more) => ({
  ...{ id, name: "Jo", surname: "Dupont", name_support: "Jo Dupont", departments: [1] },
  permissions: ["lhvisavis/use"],
  ...more,
});

const chat = (id, more) => ({
  ...{ id, hash: `hash-of-${id}`, dep_id: 1, user_id: 31, chat_locale: "fr-FR", last_msg_id: 9 },
  ...more,
});

const fresh = () => ({
  users: {
    jo: operator(31, {}),
    sam: operator(32, { name_support: "Sam Leroy", departments: [2] }),
    al: operator(33, { permissions: [] }),
    kim: operator(34, { read_only: [1] }),
    lou: operator(35, { name_support: "", name: "Lou", surname: "Blin" }),
  },
  chats: {
    5: chat(5, {}),
    6: chat(6, { dep_id: 2, user_id: 32 }),
    7: chat(7, { user_id: 0 }),
    8: chat(8, { user_id: 34 }),
  },
  messages: [],
  events: [],
});

async function startPhp(folder, port) {
  const program = process.env.PHP_BIN ?? "php";
  const child = spawn(program, ["-S", `127.0.0.1:${port}`, here("live-helper-chat.php")], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines = [];
  const origin = await new Promise((found, failed) => {
    child.on("error", () =>
      failed(new Error(`${program} cannot be run. Debian: apt-get install php-cli`)),
    );
    child.on("exit", (code) => failed(new Error(`PHP ended with ${code}: ${lines.join("\n")}`)));
    createInterface({ input: child.stderr }).on("line", (line) => {
      lines.push(line);
      const started = /\((http:\/\/127\.0\.0\.1:\d+)\) started/.exec(line);
      if (started !== null) found(started[1]);
    });
  });
  return { child, lines, origin };
}

/** Live Helper Chat with the extension in it, in a folder of its own. */
export async function install(port, given) {
  const folder = mkdtempSync(path.join(tmpdir(), "visavis-lhc-"));
  cpSync(here("../visavis"), path.join(folder, "extension/visavis"), { recursive: true });
  const state = path.join(folder, "state.json");
  writeFileSync(state, JSON.stringify(fresh()));
  const settings = (changes = {}) => {
    const pairs = Object.entries({ ...given, ...changes }).map(
      ([name, value]) => `'${name}' => '${value}'`,
    );
    writeFileSync(path.join(folder, SETTINGS), `<?php\nreturn [${pairs.join(", ")}];\n`);
  };
  settings();
  const { child, lines, origin } = await startPhp(folder, port);
  return {
    ...{ folder, state, settings, log: lines, origin },
    async close() {
      child.removeAllListeners("exit");
      const gone = new Promise((done) => child.once("exit", done));
      child.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts it beside a stand-in of Visavis; `close` stops both and leaves nothing behind. */
export async function stage() {
  const visavis = new FakeVisavis();
  const service = `http://127.0.0.1:${await visavis.listen()}`;
  const key = { site_key: SITE_KEY, key_id: KEY_ID, key: KEY, language: "en" };
  const { folder, state, settings, log, origin, close } = await install(0, { service, ...key });
  const ask = async (address, { user = "jo", method = "POST", csrf, headers = {} } = {}) => {
    const id = fresh().users[user]?.id ?? "";
    const answer = await fetch(origin + address, {
      method,
      headers: { ...headers, cookie: `user=${user}`, "X-CSRFToken": csrf ?? `csrf-of-${id}` },
    });
    const text = await answer.text();
    return { status: answer.status, text, headers: answer.headers };
  };
  return {
    ...{ visavis, service, origin, settings, log },
    state: () => JSON.parse(readFileSync(state, "utf8")),
    change(how) {
      const now = fresh();
      how(now);
      writeFileSync(state, JSON.stringify(now));
    },
    withoutSettings: () => rmSync(path.join(folder, SETTINGS)),
    view: (name, chatId, how) => ask(`/index.php/site_admin/visavis/${name}/${chatId}`, how),
    get: (address, user) => ask(address, { user, method: "GET" }),
    close: async () => void (await Promise.all([close(), visavis.close()])),
  };
}
