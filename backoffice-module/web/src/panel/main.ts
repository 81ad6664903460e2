import { render } from "lit";
import { HostBridge } from "../shared/host-bridge.ts";
import { translator } from "../shared/language.ts";
import { setUpPage } from "../shared/page-setup.ts";
import { panelOptions, WHOLE } from "./panel-options.ts";
import { PanelPage } from "./panel-page.ts";
import { panelTemplate } from "./panel-template.ts";
import { Picture } from "./picture.ts";
import { StageControls } from "./stage-controls.ts";
import { initialState } from "./state.ts";
import { panelTexts } from "./texts.ts";
import { viewOf } from "./view-of.ts";

const VISITOR_ID = /^[A-Za-z0-9._:-]{8,128}$/;
const LONGEST_CONVERSATION_ID = 128;

const address = setUpPage(window);
const t = translator(panelTexts, address.language);
const root = document.getElementById("panel");
document.title = t("page.title");

if (root !== null) {
  const { site, visitor, conversation, language } = address;
  if (site === null || visitor === null || !VISITOR_ID.test(visitor)) {
    sayMisconfigured(root);
  } else {
    const known = conversation !== null && conversation.length <= LONGEST_CONVERSATION_ID;
    const conversationId = known && conversation !== "" ? conversation : null;
    const bridge = new HostBridge(window, `panel:${site}:${visitor}`);
    const options = panelOptions(new URLSearchParams(window.location.search));
    const subject = { site, visitorId: visitor, conversationId, language };
    new PanelPage(window, root, bridge, subject, t, options).start();
  }
}

function sayMisconfigured(place: HTMLElement): void {
  const nothing = (): void => undefined;
  const state = { ...initialState(Date.now()), obstacle: "misconfigured" as const };
  const view = viewOf(state, { t, language: address.language, now: Date.now() });
  const picture = new Picture(address.language, nothing, nothing);
  const stage = new StageControls(window, nothing);
  const handlers = { press: nothing, quality: nothing };
  render(panelTemplate({ view, state, picture, stage, t, handlers, options: WHOLE }), place);
}
