import type { french } from "./texts.fr.ts";

/** The panel's words in English. */
export const english: Readonly<Record<keyof typeof french, string>> = {
  "page.title": "Screen sharing",

  "loading.title": "Connecting to the sharing service…",
  "unreachable.title": "The sharing service does not answer",
  "unreachable.text":
    "The panel keeps trying and carries on as soon as the service answers. The rest of your tool keeps working.",
  "misconfigured.title": "This panel lacks some information",
  "misconfigured.text":
    "The panel’s address must name the site key (pk_…) and the visitor, by an id of 8 to 128 letters, digits or . _ : -. If this persists, tell the person who installed screen sharing.",
  "other-site.title": "This panel belongs to another account",
  "other-site.text":
    "The panel’s address and the authorisation handed over by your tool do not name the same account. Tell the person who installed screen sharing: the site key in the address and the token’s issuer must be the same.",
  "token-missing.title": "Waiting for your tool’s authorisation",
  "token-missing.text":
    "Your tool has not handed over the agent’s authorisation. Try again, or open this page again from your tool.",
  "token-refused.title": "Authorisation refused",
  "token-refused.text":
    "The authorisation that your tool handed over is not valid for this visitor, or has expired. Try again, or sign in to your tool again; if this persists, tell the person who administers your account.",
  "taken-over.title": "This panel was opened elsewhere",
  "taken-over.text": "Another window took over. You can come back here.",

  "not-eligible.title": "Screen sharing is not available for your account",
  "not-eligible.unknown": "The account {account} has no access to screen sharing at the moment.",
  "not-eligible.never-granted": "The account {account} has no access to screen sharing yet.",
  "not-eligible.revoked": "The access of the account {account} to screen sharing was withdrawn.",
  "not-eligible.past-end-date":
    "The access of the account {account} to screen sharing ended on {date}.",
  "not-eligible.past-end-date-unknown":
    "The access of the account {account} to screen sharing has run out.",
  "not-eligible.how-agent":
    "To get it, turn to the person who administers your account: they can ask for it in the screen sharing settings.",
  "not-eligible.how-admin":
    "You administer this account: you can ask for access right away. The operator of the service will answer.",
  "not-eligible.requested":
    "Access was asked for on {date}. This panel opens by itself as soon as it is granted.",

  "visitor-offline.title": "The visitor is not on the site",
  "visitor-offline.text":
    "You can send a request as soon as they are back. Or create a sharing link and send it by e-mail, text message or chat.",
  "visitor-unsupported.title": "The visitor’s browser cannot share a screen",
  "visitor-unsupported.text":
    "This is so on phones, tablets and old browsers. Suggest that the visitor come back on a computer, with a recent version of Chrome, Edge, Firefox or Safari.",
  "idle.title": "See the visitor’s screen",
  "idle.text":
    "Your request appears on their page. The visitor chooses what to show and can stop at any time.",

  "may-not-request.title": "Share requests are not open to you",
  "may-not-request.text":
    "The account {account} lets certain agents only send requests. To be one of them, ask the person who administers your account: they keep the list, in the sharing policy.",

  "role.admin":
    "Your role lets you see how the share stands. Sending a request and ending a share are up to the agents.",

  "help.title": "The visitor asks for help",
  "help.now": "The call has just come in.",
  "help.since": "The call came in {minutes} min ago.",

  "requested.title": "Request sent",
  "requested.text": "Waiting for the visitor’s answer.",
  "requested.link.title": "The link is ready",
  "requested.link":
    "Send this link to the visitor in any way you like: chat, e-mail or text message. It opens on a computer and works once. The request waits for the answer, even if you leave this page.",
  "requested.countdown": "Without an answer, the request expires in",
  "requested.offline":
    "The visitor has just left the site. The request waits for them until it expires.",

  "link.label": "Sharing link",
  "link.until": "Valid until {time}, once.",
  "link.copy": "Copy the link",
  "link.copied": "Link copied.",
  "link.not-copied": "It could not be copied: the link is selected, copy it by keyboard.",
  "link.instead": "Send a link instead",

  "accepted.title": "The visitor accepted",
  "accepted.ready":
    "Activate the connection: the picture appears once the visitor has chosen what to show.",
  "accepted.waiting-you":
    "The visitor has chosen what to show. Activate the connection to see the picture.",
  "accepted.waiting-visitor": "Connection activated. Only the visitor’s choice is missing now.",
  "accepted.countdown.not-started": "If the visitor does not share, the request ends in",
  "accepted.countdown.not-activated": "If you do not activate, the share ends in",

  "step.accepted": "The visitor said yes",
  "step.window": "Their sharing window is open",
  "step.window.waiting": "Their sharing window is opening…",
  "step.window.blocked": "Their sharing window is blocked",
  "step.capture": "The visitor is sharing {surface}",
  "step.capture.waiting": "The visitor chooses what to show",
  "step.capture.picker": "The visitor is choosing from their browser’s list…",
  "step.activate": "You activated the connection",
  "step.activate.waiting": "Your turn: activate the connection",
  "step.state.done": "done",
  "step.state.current": "under way",
  "step.state.problem": "to be solved",
  "step.state.todo": "to come",

  "surface.monitor": "a whole screen",
  "surface.window": "a window",
  "surface.browser": "a tab",
  "surface.unknown": "their screen",

  "notice.popup-blocked":
    "The visitor’s browser blocked the sharing window. They are shown a button that opens it; invite them to press it.",
  "notice.picker-cancelled":
    "The visitor closed the list of choices without sharing anything. They can start again with “Share my screen”.",
  "notice.permission-denied":
    "The visitor’s system forbids screen capture. They have to allow it for their browser (on a Mac: System Settings › Privacy & Security › Screen Recording), then try again.",
  "notice.capture-failed":
    "The capture did not start on the visitor’s side. They can try again, or choose something else to show.",
  "notice.surface-refused":
    "The visitor chose something other than {allowed}. Your account does not take it: that picture is not sent. Ask them to choose {allowed}.",
  "notice.surface-unknown":
    "Your account takes {allowed} only, and the visitor’s browser does not let us check: nothing is sent. Ask them to come back with Chrome or Edge on a computer, or send them a sharing link to open there.",
  "notice.no-route.relay":
    "The picture does not arrive. Your account lets it travel by a relay only, and no relay could be reached from both sides: this is the likeliest cause. Tell the person who administers your account; another network may do.",
  "notice.no-relay.visitor":
    "The picture does not arrive: the relay it needs does not answer from the visitor’s network. Ask them to try without a VPN, or from another network.",
  "notice.no-relay.agent":
    "The picture does not arrive: the relay it needs does not answer from your network. Try without a VPN, or from another network.",
  "notice.no-relay.both":
    "The picture does not arrive: the relay it needs answers neither the visitor nor you; it has probably stopped. Tell the person who administers your account.",
  "notice.no-relay.refused":
    "The picture does not arrive: the relay it needs turns it away. Tell the person who administers your account: it is a matter of settings.",
  "notice.no-relay.missing":
    "The picture does not arrive: your account lets it travel by a relay only, and the service has none any more. Tell the person who administers your account.",

  "allowed.any": "a tab, a window or a screen",
  "allowed.window": "a tab or a window",
  "allowed.tab": "a tab",

  "notice.no-route":
    "No direct path was found between your two networks. A firewall or a VPN is often the cause; another network may be enough.",

  "live.title": "You see the visitor’s screen",
  "live.title.connecting": "Connecting with the visitor",
  "live.elapsed": "Time shared",
  "live.connecting": "The picture is on its way…",
  "live.connecting.text": "The two browsers are connecting.",
  "live.connecting.slow":
    "This takes longer than usual. A filtered network, on either side, may be the cause.",
  "live.countdown.no-media": "Without a picture, the share ends in",
  "live.broken": "The picture is interrupted",
  "live.broken.text": "The connection between the two browsers is being restored.",
  "paused.title": "The visitor paused the share",
  "paused.text":
    "The picture comes back when they resume. Nothing is transmitted during the pause.",
  "visitor-reconnecting.title": "The visitor’s connection is cut",
  "visitor-reconnecting.text": "If it comes back in time, the share goes on by itself.",
  "visitor-reconnecting.countdown": "If it does not, the share ends in",
  "link-lost.title": "Connection to the service interrupted",
  "link-lost.text":
    "The panel is reconnecting. The picture goes on as long as the direct link to the visitor holds.",

  "busy-self.title": "This share is open in another of your windows",
  "busy-self.text":
    "Go on in that window. If you cannot find it, stop the share here, then send a new request.",
  "busy-other.title": "{agent} is already with this visitor",
  "busy-other.requested":
    "{agent} has sent them a share request. You can send yours when that one is over.",
  "busy-other.sharing":
    "{agent} sees this visitor’s screen. You can send a request when that share is over.",

  "ended.title": "Share ended",
  "ended.title.request": "Request ended",
  "ended.duration": "Duration: {duration}",
  "ended.visitor-stopped": "The visitor stopped sharing.",
  "ended.agent-stopped": "You stopped the share.",
  "ended.early.visitor-stopped": "The visitor cancelled. Nothing was shown.",
  "ended.early.agent-stopped": "You cancelled the request. Nothing was shown.",
  "ended.early.capture-ended":
    "The capture stopped on the visitor’s side before anything was shown.",
  "ended.capture-ended":
    "The visitor stopped sharing from their browser, or closed the tab or window they were showing.",
  "ended.popup-closed": "The visitor closed or reloaded their sharing window.",
  "ended.agent-left": "You left the screen sharing page.",
  "ended.visitor-lost": "The visitor’s connection was lost and did not come back in time.",
  "ended.agent-lost": "Your connection was lost and did not come back in time.",
  "ended.agent-lost.key-revoked":
    "The key that vouched for you was revoked; the share was stopped at once.",
  "ended.expired": "The visitor did not answer in time.",
  "ended.declined": "The visitor said no.",
  "ended.declined.browser-unsupported":
    "The visitor’s browser cannot share a screen. Suggest that they come back on a computer, with a recent browser.",
  "ended.not-started": "The visitor had said yes, but did not start sharing in time.",
  "ended.not-activated": "The connection was not activated in time on your side.",
  "ended.eligibility-revoked": "Your account’s access to screen sharing was withdrawn.",
  "ended.no-media":
    "The picture never arrived. A firewall or a VPN probably prevents the link between the two browsers; try from another network.",
  "ended.no-media.relay":
    "The picture did not arrive. Your account lets it travel by a relay only, and most likely none could be reached; tell the person who administers your account, or try from another network.",
  "ended.no-media.no-relay":
    "The picture did not arrive: the relay it needs was not reached. Tell the person who administers your account, or try from another network.",
  "ended.no-media.other":
    "The picture did not arrive in time. Check with the visitor that what they show is on their screen, then try again.",
  "ended.withdrawn": "You took the request back.",

  "action.request": "Send a share request",
  "action.request-link": "Create a sharing link",
  "action.request-again": "New request",
  "action.withdraw": "Take the request back",
  "action.activate": "Activate the connection",
  "action.stop": "Stop sharing",
  "action.cancel": "Cancel",
  "action.retry": "Try again",
  "action.take-back": "Go on here",
  "action.ask-access": "Ask for access",

  "reminder.accepted": "The visitor has less than {seconds} seconds left to start sharing.",
  "reminder.activate": "You have less than {seconds} seconds left to activate the connection.",
  "reminder.requested": "The request expires in less than {seconds} seconds.",

  "failure.request-open": "A request to this visitor is already open.",
  "failure.visitor-busy": "This visitor is already sharing their screen.",
  "failure.not-found": "This visitor cannot be reached any more, or the request no longer exists.",
  "failure.not-permitted":
    "Your account lets certain agents only send share requests. Ask the person who administers it.",
  "failure.state": "Things have just changed; the panel shows how they stand.",
  "failure.forbidden": "Your authorisation does not allow this.",
  "failure.account-limit":
    "Your company has reached its limit of screen shares for now. Try again a little later.",
  "failure.limit": "Too many actions in a short time. Wait a moment, then try again.",
  "failure.no-answer": "The service did not answer. Check your connection, then try again.",
  "failure.other": "That did not work. Try again; if it persists, tell your support.",

  "quality.label": "Picture",
  "quality.sharp": "Sharp (text)",
  "quality.smooth": "Smooth (motion)",
  "quality.low-data": "Low data",

  "view.video": "Screen shared by the visitor",
  "view.fit": "Fit",
  "view.actual": "Actual size",
  "view.fullscreen": "Full screen",
  "view.fullscreen.leave": "Leave full screen",
  "view.fullscreen.unavailable":
    "The page around this panel does not allow full screen. Open the panel in a window of its own, or ask whoever installed screen sharing to allow it.",
  "view.size": "Size of the picture",

  "connection.label": "Connection",
  "connection.unknown": "Measuring…",
  "connection.details": "Connection details",
  "connection.resolution": "Picture received",
  "connection.fps": "Frames per second",
  "connection.bitrate": "Data rate",
  "connection.rtt": "Round trip",
  "connection.loss": "Packets lost",
  "connection.route": "Path",
  "connection.route.direct": "direct",
  "connection.route.relay": "through a relay",
  "connection.still": "Few frames: what the visitor shows does not move.",

  "call.accepted": "The visitor accepted the share",
  "call.help": "The visitor asks for help",
  "call.deadline": "A share is about to close unanswered",
  "call.declined": "The visitor declined the share",
  "call.ended": "The share has ended",
  "call.closed": "The share request is closed",
};
