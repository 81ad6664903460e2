// What an account's policy changes: card, popup and accept page with the company's own words, and what
// is said of surfaces that it does not take.
import { fullPolicy } from "./scripted-service.mjs";

/** Takes its pictures by `shot`, and leaves the service with an open policy. */
export async function lookAtPolicy({ service, context, shop, phase, shot, language, width }) {
  const before = service.policy;
  service.policy = fullPolicy;
  service.begin();
  service.tell({});
  await shop.goto(`${service.origin}/shop?lang=${language}`);
  await phase("asked");
  await shop.waitForSelector('[data-testid="vv-card-accept"]:not([disabled])');
  await shot(shop, "policy-card");

  const accept = await context.newPage();
  await accept.setViewportSize({ width, height: 740 });
  await accept.goto(`${service.origin}/accept/#k=code&l=${language}`);
  await accept.waitForSelector('main[data-vv-state="open"]');
  await shot(accept, "policy-accept", false);
  await accept.addInitScript(() => {
    MediaDevices.prototype.getSupportedConstraints = () => ({ width: true });
  });
  await accept.reload();
  await accept.waitForSelector('main[data-vv-state="browser-needed"]');
  await shot(accept, "policy-accept-browser");
  await accept.close();

  const popup = await context.newPage();
  await popup.setViewportSize({ width, height: 720 });
  service.tell({ state: "accepted", visitorConnection: "connected" });
  await popup.goto(`${service.origin}/popup/#t=ticket&l=${language}`);
  await popup.waitForSelector('[data-testid="vv-share"]');
  await shot(popup, "policy-popup", false);
  await pick(popup, "monitor");
  await popup.click('[data-testid="vv-share"]');
  await popup.waitForSelector('[data-testid="vv-surface-refused"]');
  await shot(popup, "policy-popup-refused");
  await pick(popup, "browser");
  await popup.click('[data-testid="vv-share"]');
  await popup.waitForSelector('main[data-vv-state="waiting"]');
  const shared = { visitorConnection: "connected", capturing: true, activated: true };
  service.tell({ state: "live", ...shared, liveAt: new Date().toISOString() });
  await popup.waitForSelector('main[data-vv-state="live"]');
  service.tell({ notice: "no-route", relayOnly: true });
  await shot(popup, "policy-popup-no-relay");
  await popup.evaluate(() => (globalThis.picked = "monitor"));
  await popup.waitForSelector('main[data-vv-state="paused"]');
  await shot(popup, "policy-popup-barred");
  await popup.close();

  const blind = await context.newPage();
  await blind.setViewportSize({ width, height: 720 });
  await blind.addInitScript(() => {
    MediaDevices.prototype.getSupportedConstraints = () => ({ width: true });
  });
  service.begin();
  service.policy = { ...fullPolicy, surface: "window", logoUrl: "/api/v1/logos/missing" };
  service.tell({ state: "accepted", visitorConnection: "connected" });
  await blind.goto(`${service.origin}/popup/#t=ticket&l=${language}`);
  await blind.waitForSelector('[data-testid="vv-surface-unknown"]');
  await shot(blind, "policy-popup-blind");
  await blind.close();
  service.policy = before;
  service.begin();
  service.tell({});
}

/** Makes the picker's tracks say that they show this kind of thing. */
async function pick(popup, surface) {
  await popup.evaluate((kind) => {
    globalThis.picked = kind;
    const { mediaDevices } = navigator;
    mediaDevices.getDisplayMedia = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [640, 360];
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#7a4";
      pen.fillRect(0, 0, 640, 360);
      const stream = canvas.captureStream(5);
      stream.getVideoTracks()[0].getSettings = () => ({ displaySurface: globalThis.picked });
      return Promise.resolve(stream);
    };
  }, surface);
}
