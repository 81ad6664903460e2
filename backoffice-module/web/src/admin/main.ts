import { render } from "lit";
import { Api } from "../shared/api.ts";
import { peekClaims } from "../shared/claims.ts";
import { HostBridge } from "../shared/host-bridge.ts";
import { translator } from "../shared/language.ts";
import { setUpPage } from "../shared/page-setup.ts";
import { AdminPage } from "./admin-page.ts";
import { adminTemplate } from "./admin-template.ts";
import { KeysPage } from "./keys-page.ts";
import { keysTexts } from "./keys-texts.ts";
import { adminTexts } from "./texts.ts";
import { WebhooksPage } from "./webhooks-page.ts";
import { webhooksTemplate } from "./webhooks-template.ts";
import { webhookTexts } from "./webhooks-texts.ts";

/** How often the page looks for the operator's answer, milliseconds. */
const REFRESH = 15_000;

const { site, language } = setUpPage(window);
const t = translator(adminTexts, language);
const keysT = translator(keysTexts, language);
const root = document.getElementById("admin");
document.title = t("page.title");

if (root !== null) {
  const bridge = new HostBridge(window, `admin:${site ?? ""}`);
  let role: "agent" | "admin" = "agent";
  const token = async (fresh: boolean): Promise<string> => {
    const given = await bridge.token(fresh);
    role = peekClaims(given)?.role ?? "agent";
    return given;
  };
  const api = new Api(token, new URL("../api/v1", document.baseURI).pathname);
  const page = new AdminPage(api, draw);
  const keys = new KeysPage(api, draw);
  const load = async (): Promise<void> => {
    await page.load();
    // Agents may see the account, but neither its keys nor its webhooks.
    if (role === "admin") await Promise.all([keys.load(), webhooks.load()]);
  };
  const webhooks = new WebhooksPage(api, draw, (text) => navigator.clipboard.writeText(text));
  const webhookWords = translator(webhookTexts, language);
  if (site === null) page.state = { ...page.state, trouble: "misconfigured" };
  else void load();
  bridge.onToken = () => {
    if (page.state.trouble === "token") void load();
  };
  window.setInterval(() => {
    if (document.hidden) return;
    void page.refresh();
    void webhooks.refresh();
  }, REFRESH);
  new ResizeObserver(([entry]) => {
    if (entry) bridge.post({ type: "height", height: Math.ceil(entry.target.scrollHeight) });
  }).observe(root);
  draw();

  function draw(): void {
    const drawing = {
      state: page.state,
      t,
      language,
      role,
      keys: { page: keys, t: keysT, language },
      embedded: window.parent !== window,
      onAsk: (message: string) => void page.ask(message),
      onMore: () => void page.loadMore(),
      onRetry: () => void load(),
      sections:
        role === "admin" ? [webhooksTemplate({ page: webhooks, t: webhookWords, language })] : [],
    };
    if (root !== null) render(adminTemplate(drawing), root);
  }
}
