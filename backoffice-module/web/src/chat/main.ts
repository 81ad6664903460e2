/**
 * The reference host's live chat for its website, as one classic script:
 *
 *     <script src="SERVICE/reference/chat.js" data-site-key="pk_…" async></script>
 *
 * It knows nothing of Visavis but the public script-tag interface; without it the chat is the same.
 */
import { pickLanguage } from "@visavis/visitor-widget/design";
import { ChatWidget } from "./chat-widget.ts";
import { VisitorChat } from "./visitor-chat.ts";

function begin(script: HTMLScriptElement): void {
  const siteKey = script.dataset["siteKey"];
  if (!siteKey || document.querySelector("reference-chat")) return;
  const url = new URL("chat", script.src);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.search = "";
  const language = pickLanguage(
    script.dataset["language"],
    document.documentElement.lang,
    navigator.language,
  );
  document.body.append(
    new ChatWidget(new VisitorChat({ url: url.href, siteKey, language }), language),
  );
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.readyState === "loading") {
    addEventListener("DOMContentLoaded", () => begin(script), { once: true });
  } else {
    begin(script);
  }
}
