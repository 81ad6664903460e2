import { describe, expect, it } from "vitest";
import { minutesAndSeconds } from "./flash.ts";
import { brandOf, serviceOrigin } from "./place.ts";

describe("a demonstration shop", () => {
  it.each([
    ["http://shop.localhost:8080/flash.html", "http://localhost:8080"],
    ["http://atelier.localhost:9191/", "http://localhost:9191"],
    ["https://shop.example.org/", "https://example.org"],
    ["http://localhost:8080/shop/index.html", "http://localhost:8080"],
  ])("at %s finds the service at %s", (page, service) => {
    expect(serviceOrigin(new URL(page))).toBe(service);
  });

  it("is chosen by the host name", () => {
    expect(brandOf("atelier.localhost").siteKey).toBe("pk_demo_brume");
    expect(brandOf("shop.localhost").siteKey).toBe("pk_demo_lumen");
  });

  it("counts down in minutes and seconds", () => {
    expect(minutesAndSeconds(3_599_999)).toBe("59:59");
    expect(minutesAndSeconds(61_000)).toBe("01:01");
  });
});
