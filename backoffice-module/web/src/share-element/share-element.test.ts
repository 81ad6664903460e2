// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { shareElement } from "./share-element.ts";
import { shareElementTexts } from "./texts.ts";

let element: HTMLElement;
const unreachable = vi.fn();

beforeAll(() => customElements.define("visavis-share", shareElement("https://service.example")));

beforeEach(() => {
  vi.useFakeTimers();
  unreachable.mockReset();
  element = document.createElement("visavis-share");
  element.setAttribute("lang", "fr");
  element.setAttribute("site", "pk_demo_lumen");
  element.setAttribute("visitor", "visitor-1");
  element.addEventListener("visavis-unreachable", unreachable);
  // No page is fetched here: what the panel says or does not say is what counts.
  vi.spyOn(HTMLIFrameElement.prototype, "src", "set").mockImplementation(() => undefined);
  document.body.append(element);
});
afterEach(() => {
  element.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const notice = () => element.shadowRoot?.querySelector<HTMLElement>(".notice");

describe("<visavis-share>", () => {
  it("says that the panel does not answer when nothing came for ten seconds", () => {
    vi.advanceTimersByTime(10_000);
    expect(notice()?.textContent).toContain(shareElementTexts.fr.silent);
    expect(unreachable).toHaveBeenCalledOnce();
  });

  it.each(["site", "visitor"])("waits for nobody once its %s is taken away", async (name) => {
    element.removeAttribute(name);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(notice()?.hidden).toBe(true);
    expect(unreachable).not.toHaveBeenCalled();
  });
});
