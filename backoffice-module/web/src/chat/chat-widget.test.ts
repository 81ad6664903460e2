// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChatWidget } from "./chat-widget.ts";
import { VisitorChat } from "./visitor-chat.ts";

class SilentSocket {
  static readonly OPEN = 1;
  static last: SilentSocket | null = null;
  readyState = 1;
  readonly sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor() {
    SilentSocket.last = this;
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 3;
  }
}

let widget: ChatWidget;

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal("WebSocket", SilentSocket);
  widget = new ChatWidget(
    new VisitorChat({ url: "ws://h/chat", siteKey: "pk_demo_lumen", language: "fr" }),
    "fr",
  );
  document.body.append(widget);
  await widget.updateComplete;
});

afterEach(() => {
  widget.remove();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, "visavis");
});

function find(selector: string): HTMLElement {
  const found = widget.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

async function hear(message: object): Promise<void> {
  SilentSocket.last?.onmessage?.({ data: JSON.stringify(message) });
  await widget.updateComplete;
}

const welcome = {
  type: "welcome",
  role: "visitor",
  visitorId: "v",
  name: "Visiteur",
  messages: [],
  agents: [],
};
const fromAgent = (text: string) => ({
  type: "message",
  message: {
    id: text,
    clientMsgId: text,
    visitorId: "v",
    from: "agent",
    authorName: "Camille",
    text,
    at: new Date().toISOString(),
  },
});

it("shows markup in a message as the text it is", async () => {
  await hear(welcome);
  await hear(fromAgent("<img src=x onerror=alert(1)><b>gras</b>"));
  expect(find(".theirs .bubble").textContent).toContain("<b>gras</b>");
  expect(widget.shadowRoot?.querySelector(".bubble img, .bubble b")).toBeNull();
});

it("counts what was said while it was closed, and forgets the count when opened", async () => {
  await hear(welcome);
  await hear(fromAgent("un"));
  await hear(fromAgent("deux"));
  expect(find(".unread").textContent).toBe("2");
  expect(find(".launcher").getAttribute("aria-label")).toContain("2 messages non lus");
  find(".launcher").click();
  await widget.updateComplete;
  expect(widget.shadowRoot?.querySelector(".unread")).toBeNull();
});

it("sends what was written once the connection is there", async () => {
  (find("textarea") as HTMLTextAreaElement).value = "Bonjour";
  find("form").dispatchEvent(new Event("submit", { cancelable: true }));
  await widget.updateComplete;
  expect(find(".mine").classList.contains("pending")).toBe(true);
  expect(SilentSocket.last?.sent).toEqual([]);
  await hear(welcome);
  expect(SilentSocket.last?.sent.join()).toContain('"text":"Bonjour"');
});

it("gives Visavis the visitor's id and a place in the conversation", async () => {
  const visavis = { session: null, renderInto: vi.fn(), start: vi.fn() };
  Object.assign(window, { visavis });
  const script = document.createElement("i");
  document.body.append(script);
  script.dispatchEvent(new Event("load"));
  expect(visavis.renderInto).toHaveBeenCalledWith(find(".share-slot"));
  const visitorId = localStorage.getItem("chat-visitor");
  expect(visitorId).toMatch(/^v-[0-9a-f]{32}$/);
  expect(visavis.start).toHaveBeenCalledWith({ visitorId, language: "fr" });
  const session = { id: "s", state: "requested", agent: { id: "a", name: "Camille" } };
  dispatchEvent(new CustomEvent("visavis:request", { detail: { session } }));
  await widget.updateComplete;
  expect(widget.hasAttribute("open")).toBe(true);
  expect(widget.hasAttribute("sharing")).toBe(true);
});
