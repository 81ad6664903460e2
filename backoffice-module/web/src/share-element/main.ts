/**
 * The custom element `<visavis-share>` for hosts that prefer one to a frame of their own, as one
 * classic script:
 *
 *     <script src="SERVICE/visavis-share.js" async></script>
 *
 * See docs/plug-in/agent-side.md.
 */
import { shareElement } from "./share-element.ts";

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !customElements.get("visavis-share")) {
  customElements.define("visavis-share", shareElement(new URL(script.src).origin));
}
