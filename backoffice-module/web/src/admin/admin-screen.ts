import { html, render } from "lit";
import { Api } from "../shared/api.ts";
import { peekClaims } from "../shared/claims.ts";
import { HostBridge } from "../shared/host-bridge.ts";
import { translator } from "../shared/language.ts";
import { setUpPage, type PageAddress } from "../shared/page-setup.ts";
import { focusHeading } from "../shared/places-template.ts";
import { Places } from "../shared/places.ts";
import { accessTemplate } from "./access-template.ts";
import { AdminPage } from "./admin-page.ts";
import { ADMIN_PLACES, adminTemplate, type AdminPlace } from "./admin-template.ts";
import { PolicyScreen } from "./policy-screen.ts";
import { KeysPage } from "./keys-page.ts";
import { keysTemplate } from "./keys-template.ts";
import { keysTexts } from "./keys-texts.ts";
import { adminTexts } from "./texts.ts";
import { WebhooksPage } from "./webhooks-page.ts";
import { webhooksTemplate } from "./webhooks-template.ts";
import { webhookTexts } from "./webhooks-texts.ts";

/** How often the page looks for the operator's answer, milliseconds. */
const REFRESH = 15_000;

/** The account admin's page in a document: its parts, joined. */
export class AdminScreen {
  private readonly address: PageAddress;
  private readonly places: Places<AdminPlace>;
  private readonly bridge: HostBridge;
  private readonly page: AdminPage;
  private readonly keys: KeysPage;
  private readonly webhooks: WebhooksPage;
  private readonly policy: PolicyScreen;
  private role: "agent" | "admin" = "agent";

  constructor(
    private readonly root: HTMLElement,
    private readonly window: Window & typeof globalThis,
  ) {
    this.address = setUpPage(window);
    const { hash } = window.location;
    // First: it listens for tokens in the address, which the places put right after it.
    this.bridge = new HostBridge(window, `admin:${this.address.site ?? ""}`);
    const hooks = {
      holds: (_from: AdminPlace, to: AdminPlace) => this.policy.holds(to),
      moved: () => this.moved(),
      asked: () => this.draw(),
    };
    this.places = new Places(window, ADMIN_PLACES, hooks, hash);
    // A token in the fragment was taken out of it, and the place with it.
    this.places.show();
    const base = new URL("../api/v1", window.document.baseURI).pathname;
    const api = new Api((fresh) => this.token(fresh), base);
    const draw = (): void => this.draw();
    this.page = new AdminPage(api, draw);
    this.keys = new KeysPage(api, draw);
    this.webhooks = new WebhooksPage(api, draw);
    const { site, language } = this.address;
    const where = { window, root, site: site ?? "", language, places: this.places };
    this.policy = new PolicyScreen(api, where, draw);
  }

  /** Loads and draws, and keeps both up from then on. */
  begin(): void {
    const { page, bridge, window } = this;
    if (this.address.site === null) page.state = { ...page.state, trouble: "misconfigured" };
    else void this.load();
    bridge.onToken = () => {
      if (page.state.trouble === "token") void this.load();
    };
    window.addEventListener("beforeunload", (event) => {
      if (this.policy.page.dirty) event.preventDefault();
    });
    window.setInterval(() => void this.refresh(), REFRESH);
    new ResizeObserver(([entry]) => {
      if (entry) bridge.post({ type: "height", height: Math.ceil(entry.target.scrollHeight) });
    }).observe(this.root);
    this.draw();
  }

  private async token(fresh: boolean): Promise<string> {
    const given = await this.bridge.token(fresh);
    this.role = peekClaims(given)?.role ?? "agent";
    return given;
  }

  private async load(): Promise<void> {
    await Promise.all([this.page.load(), this.policy.page.load()]);
    // Agents may see the account, but neither its keys nor its webhooks.
    if (this.role === "admin") await Promise.all([this.keys.load(), this.webhooks.load()]);
  }

  private async refresh(): Promise<void> {
    if (this.window.document.hidden) return;
    await Promise.all([this.page.refresh(), this.webhooks.refresh()]);
  }

  private moved(): void {
    this.draw();
    focusHeading(this.root);
  }

  private draw(): void {
    const { page, places, role } = this;
    const { language } = this.address;
    const t = translator(adminTexts, language);
    this.window.document.title = `${t(`place.${places.current}`)} – ${t("page.title")}`;
    const facts = { accountName: page.state.account?.name ?? "", mayDecide: role === "admin" };
    const drawing = {
      state: page.state,
      t,
      role,
      places,
      embedded: this.bridge.framed,
      onRetry: () => void this.load(),
      question: this.policy.question(),
      contents: {
        access: () => {
          const { account } = page.state;
          if (account === null) return html``;
          const onAsk = (message: string): void => void page.ask(message);
          const onMore = (): void => void page.loadMore();
          return accessTemplate({ state: page.state, t, language, role, onAsk, onMore }, account);
        },
        policy: () => this.policy.place("policy", t("place.policy.lead"), facts),
        website: () => this.policy.place("website", t("place.website.lead"), facts),
        keys: () => keysTemplate({ page: this.keys, t: translator(keysTexts, language), language }),
        webhooks: () =>
          webhooksTemplate({
            page: this.webhooks,
            t: translator(webhookTexts, language),
            language,
          }),
      },
    };
    render(adminTemplate(drawing), this.root);
  }
}
