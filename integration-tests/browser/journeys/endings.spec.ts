import { expectMovingPixels } from "../harness/barcode.ts";
import { expect, test } from "../harness/test.ts";

test("the visitor stops in the popup", async ({ live }) => {
  await live.popup.stop();
  await live.expectEnded("visitor-stopped");
});

test("the visitor stops in the chat", async ({ live, words }) => {
  await live.shop.press(words.stop);
  await live.expectEnded("visitor-stopped");
});

test("the agent stops", async ({ live }) => {
  await live.backoffice.panel.action("stop").click();
  await live.expectEnded("agent-stopped");
});

test("the captured tab is closed", async ({ live }) => {
  await live.shop.page.close();
  await live.expectEnded("capture-ended");
});

test("the popup is closed", async ({ live }) => {
  await live.popup.close();
  await live.expectEnded("popup-closed");
});

test("the popup is reloaded, says what happened and takes a new request", async ({ live }) => {
  await live.popup.page.reload();
  await live.expectEnded("popup-closed");
  await live.backoffice.openRecord(await live.shop.visitorId(), "share");
  await live.backoffice.panel.request();
  await live.popup.expectState("invited");
  await live.popup.share();
  await live.backoffice.panel.activate();
  await expectMovingPixels(live.backoffice.panel.video);
});

test("the agent goes to another tab of the record", async ({ live, words }) => {
  await live.backoffice.tab(words.historyTab).click();
  await live.popup.expectEnded("agent-left");
  await live.expectVisitorTold();
  await live.expectRecorded("agent-left");
});

test("the agent goes to another section", async ({ live, words }) => {
  await live.backoffice.section(words.visitors).click();
  await live.popup.expectEnded("agent-left");
  await live.expectVisitorTold();
  await live.expectRecorded("agent-left");
});

test("the agent reloads the backoffice", async ({ live }) => {
  await live.backoffice.page.reload();
  await live.popup.expectEnded("agent-left");
  await live.expectVisitorTold();
  await live.expectRecorded("agent-left");
});

test("the agent closes the backoffice", async ({ live }) => {
  await live.backoffice.page.close({ runBeforeUnload: true });
  await live.popup.expectEnded("agent-left");
  await live.expectVisitorTold();
  await live.expectRecorded("agent-left");
});

test("the other side learns of a stop within a second", async ({ live }) => {
  await live.popup.page.evaluate(noteEnding);
  const { panel } = live.backoffice;
  // The press itself, not the time that it takes the test to aim.
  await panel.action("stop").evaluate((button) => {
    const note = (): void => void (document.body.dataset["pressedAt"] = String(Date.now()));
    button.addEventListener("click", note, { once: true, capture: true });
  });
  await panel.action("stop").click();
  await live.popup.expectEnded("agent-stopped");
  const pressed = await panel.root.evaluate(() => Number(document.body.dataset["pressedAt"]));
  const seen = await live.popup.page.evaluate(() => Number(document.body.dataset["endedAt"]));
  expect(pressed).toBeGreaterThan(0);
  expect(seen - pressed).toBeLessThan(1_000);
});

test("the visitor says no", async ({ asked, words }) => {
  await asked.shop.expectCard("asked");
  await asked.shop.press(words.no);
  await asked.expectEnded("declined");
});

test("the agent takes the request back", async ({ asked }) => {
  await asked.shop.expectCard("asked");
  await asked.backoffice.panel.action("withdraw").click();
  await asked.expectEnded("withdrawn");
});

test.describe("with short deadlines", { tag: "@apart" }, () => {
  test.use({ deadlines: "short" });

  test("nobody answers", async ({ asked }) => {
    await asked.expectEnded("expired");
  });

  test("the visitor says yes and never shares", async ({ asked }) => {
    const popup = await asked.shop.accept();
    await asked.backoffice.panel.activate();
    await popup.expectEnded("not-started");
    await asked.expectEnded("not-started");
  });

  test("the agent never activates", async ({ asked }) => {
    const popup = await asked.shop.accept();
    await popup.share();
    await popup.expectEnded("not-activated");
    await asked.expectEnded("not-activated");
  });

  test("the visitor's network is gone for longer than the grace", async ({
    live,
    visitorNetwork,
  }) => {
    visitorNetwork.hang();
    await expect(live.backoffice.panel.inside.getByTestId(/visitor-reconnecting/)).toBeVisible();
    await live.backoffice.panel.expectState("ended");
    visitorNetwork.repair();
    await live.expectEnded("visitor-lost");
    await live.popup.expectEnded("visitor-lost");
  });

  test("the agent's network is gone for longer than the grace", async ({ live, agentNetwork }) => {
    agentNetwork.hang();
    await live.shop.expectCard("reconnecting");
    await live.popup.expectEnded("agent-lost");
    agentNetwork.repair();
    await live.expectEnded("agent-lost");
  });

  test("the picture never comes up", async ({ asked, visitorContext }) => {
    await visitorContext.addInitScript(withoutRoute);
    const popup = await asked.shop.accept();
    await asked.backoffice.panel.activate();
    await popup.share();
    await popup.expectEnded("no-media");
    await asked.expectEnded("no-media");
  });
});

/** Runs in the popup: notes when it says that the share is over. */
function noteEnding(): void {
  const main = document.querySelector("main");
  const note = new MutationObserver(() => {
    if (main?.dataset["vvState"] === "ended") {
      document.body.dataset["endedAt"] ??= String(Date.now());
    }
  });
  note.observe(document.body, { subtree: true, attributes: true });
}

/** Runs in the popup: a network that lets nothing through but a relay, and there is none. */
function withoutRoute(): void {
  const Usual = RTCPeerConnection;
  window.RTCPeerConnection = class extends Usual {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, iceTransportPolicy: "relay" });
    }
  };
}
