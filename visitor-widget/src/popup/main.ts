import {
  randomId,
  SignalingClient,
  SignalingError,
  type Credential,
} from "@visavis/signaling-client";
import { pickLanguage } from "../../design/language.ts";
import { listedLanguage, tellsSurface } from "../policy.ts";
import { captureScreen } from "./capture.ts";
import { memory, takeTicket } from "./memory.ts";
import { PeerLink } from "./peer-link.ts";
import { PopupView } from "./popup-view.ts";
import { Sharing } from "./sharing.ts";

const STATS_MS = 2_000;

const address = takeTicket();
let ticket = address.ticket;
const wishes = [address.language, ...navigator.languages];
let language = pickLanguage(...wishes);
const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
const canShare = typeof devices?.getDisplayMedia === "function";

const sharing = new Sharing({
  canShare,
  tellsSurface: tellsSurface(devices),
  get language() {
    return language;
  },
  request: (type, fields) => client.request(type, fields),
  askIce: (sessionId) => client.request("ice.ask", { sessionId }),
  send: (message) => client.send(message),
  capture: (allowed) => captureScreen(allowed),
  createLink: (options) => {
    const link = new PeerLink(options);
    links.current = link;
    return link;
  },
  changed: () => view.update(),
});
const links: { current?: PeerLink } = {};
const main = document.getElementById("popup") ?? document.body;
const view = new PopupView(main, sharing, language);

sharing.session = ticket ? undefined : memory.takeEnded();
view.update();

const client = new SignalingClient({
  url: `${location.origin.replace(/^http/, "ws")}/signal`,
  clientId: randomId(),
  hello: () => ({ kind: "popup", language, canShare }),
  credential,
  onReady: (result) => {
    ticket = "";
    language = listedLanguage(result.account.policy.languages, ...wishes);
    view.speak(language);
    if (result.token) memory.keepToken(result.token);
    sharing.greeted(result);
  },
  onToken: (token) => memory.keepToken(token),
  onState: (state, cause) => {
    const elsewhere = cause === "taken-over" || cause === "already-sharing";
    if (state === "closed") sharing.shutDown(elsewhere ? "taken-over" : "refused");
    else sharing.connection(state === "connected");
  },
  onMessage: (message) => sharing.receive(message),
});

/** The ticket once, then the token that came for it; the server renews that one for the asking. */
function credential(): Promise<Credential> {
  const token = memory.token();
  if (ticket) return Promise.resolve({ ticket });
  if (token) return Promise.resolve({ token });
  return Promise.reject(new SignalingError("ticket-invalid", "neither ticket nor token", false));
}

setInterval(() => view.tick(), 1_000);
setInterval(() => {
  if (sharing.link && links.current) void links.current.read().then((it) => view.measured(it));
}, STATS_MS);

addEventListener("pagehide", () => {
  const ended = sharing.leave();
  if (ended) memory.keepEnded(ended);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
// The page opens this same window again for a new request: only the fragment changes then.
addEventListener("hashchange", () => {
  if (!location.hash.includes("t=")) return;
  const over = ["idle", "ended", "refused", "taken-over"].includes(sharing.phase);
  if (over) location.reload();
  else takeTicket();
});
