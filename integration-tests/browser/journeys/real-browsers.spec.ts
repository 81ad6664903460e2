import { RealAgent } from "../harness/real-agent.ts";
import { expect, test } from "../harness/test.ts";
import { Shop } from "../pages/shop.ts";

for (const kind of ["firefox", "chromium"] as const) {
  test(`an agent in a stock ${kind} goes from the request to the stop`, async ({
    visitorContext,
    port,
    words,
  }) => {
    const shop = await Shop.open(visitorContext, port, words);
    const agent = await RealAgent.open(kind, port, await shop.visitorId());
    try {
      await agent.press("request");
      const popup = await shop.accept();
      await agent.press("activate");
      await popup.share();
      await agent.expectState("live");
      await agent.expectMovingPixels();
      await agent.press("stop");
      await popup.expectEnded("agent-stopped");
    } finally {
      await agent.close();
    }
  });
}

test("an agent who only looks at another browser tab does not end the share", async ({
  visitorContext,
  port,
  words,
}) => {
  const shop = await Shop.open(visitorContext, port, words);
  const agent = await RealAgent.open("chromium", port, await shop.visitorId());
  try {
    await agent.press("request");
    const popup = await shop.accept();
    await agent.press("activate");
    await popup.share();
    await agent.expectMovingPixels();
    const other = await agent.browser.newPage();
    await other.goto("about:blank");
    await other.bringToFront();
    await expect.poll(() => agent.page.evaluate(() => document.visibilityState)).toBe("hidden");
    await expectStays(() => popup.main.getAttribute("data-vv-state"), "live", 3_000);
    await agent.page.bringToFront();
    await agent.expectState("live");
    await agent.expectMovingPixels();
  } finally {
    await agent.close();
  }
});

/** Looks again and again for that long: there is no event for "nothing happens". */
async function expectStays(
  read: () => Promise<string | null>,
  value: string,
  forMs: number,
): Promise<void> {
  const start = Date.now();
  const verdict = async (): Promise<string> => {
    const now = await read();
    if (now !== value) {
      return `became ${now ?? "nothing"}`;
    }
    return Date.now() - start < forMs ? "waiting" : "stayed";
  };
  await expect.poll(verdict, { intervals: [200] }).not.toBe("waiting");
  expect(await verdict()).toBe("stayed");
}
