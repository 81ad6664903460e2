import { randomId } from "@visavis/signaling-client";
import { pickLanguage } from "../../design/language.ts";
import { tellsSurface } from "../policy.ts";
import { AcceptService } from "./accept-service.ts";
import { AcceptView } from "./accept-view.ts";
import { Answering } from "./answering.ts";
import { tabMemory, takeCode } from "./tab-memory.ts";

const LOOK_AGAIN_MS = 30_000;
const TICK_MS = 1_000;

const address = takeCode();
const wishes = [address.language, ...navigator.languages];
const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
const root = new URL("..", document.baseURI);

const answering: Answering = new Answering({
  code: address.code,
  canShare: typeof devices?.getDisplayMedia === "function",
  tellsSurface: tellsSurface(devices),
  language: () => view.language,
  service: new AcceptService(new URL("api/v1", root).pathname),
  attempt: tabMemory(address.code, randomId),
  go: (ticket) => {
    const popup = new URL("popup/", root);
    popup.hash = new URLSearchParams({ t: ticket, l: view.language }).toString();
    location.replace(popup);
  },
  now: Date.now,
  changed: () => view.update(),
});
const main = document.getElementById("accept") ?? document.body;
const link = `${new URL("accept/", root).href}#k=${address.code}`;
const view: AcceptView = new AcceptView(main, answering, pickLanguage(...wishes), link, wishes);

view.update();
void answering.look();
setInterval(() => answering.tick(), TICK_MS);
setInterval(lookAgain, LOOK_AGAIN_MS);
addEventListener("online", lookAgain);
document.addEventListener("visibilitychange", lookAgain);
// Another link pasted over this one: only the fragment changes then.
addEventListener("hashchange", () => location.reload());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

/** What has come to an end stays so; what waits may be answered or taken back meanwhile. */
function lookAgain(): void {
  const waits = ["open", "computer-needed", "browser-needed", "unreachable"].includes(
    answering.screen,
  );
  if (waits && !document.hidden) void answering.look();
}
