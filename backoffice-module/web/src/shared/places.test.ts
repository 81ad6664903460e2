import { describe, expect, test } from "vitest";
import { Places, type PlacesWindow } from "./places.ts";

const ALL = ["access", "keys", "webhooks"] as const;
type Place = (typeof ALL)[number];

/** A window whose history is a list, as a browser keeps it. */
class FakeWindow {
  readonly base = "https://share.example/admin/";
  readonly entries: string[];
  private at = 0;
  private listener: ((event: HashChangeEvent) => void) | undefined;

  constructor(hash: string) {
    this.entries = [hash];
  }

  get hash(): string {
    return this.entries[this.at] ?? "";
  }

  /** As a link, a typed address or the host's script does it. */
  visit(hash: string): void {
    this.entries.splice(this.at + 1);
    this.entries.push(hash);
    this.at += 1;
    this.tell();
  }

  back(): void {
    this.at -= 1;
    this.tell();
  }

  window(): PlacesWindow {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- getters need it
    const self = this;
    const location = {
      pathname: "/admin/",
      search: "?site=pk_one",
      get hash() {
        return self.hash;
      },
      set hash(hash: string) {
        self.visit(hash);
      },
    };
    const history = {
      replaceState: (_data: unknown, _title: string, address: string) => {
        this.entries[this.at] = address.replace(/^[^#]*/, "");
      },
      pushState: (_data: unknown, _title: string, address: string) => {
        this.entries.splice(this.at + 1);
        this.entries.push(address);
        this.at += 1;
      },
    };
    const addEventListener = (_type: string, listener: (event: HashChangeEvent) => void): void => {
      this.listener = listener;
    };
    return { location, history, addEventListener } as unknown as PlacesWindow;
  }

  private tell(): void {
    this.listener?.({ newURL: this.base + this.hash } as HashChangeEvent);
  }
}

function at(hash: string, holds: (from: Place, to: Place) => boolean = () => false) {
  const browser = new FakeWindow(hash);
  const moves: Place[] = [];
  const places: Places<Place> = new Places<Place>(browser.window(), ALL, {
    holds,
    moved: () => moves.push(places.current),
    asked: () => undefined,
  });
  return { browser, places, moves };
}

function click(keys: Partial<MouseEvent> = {}): MouseEvent & { prevented: boolean } {
  const event = { button: 0, prevented: false, ...keys, preventDefault: () => undefined };
  event.preventDefault = () => {
    event.prevented = true;
  };
  return event as unknown as MouseEvent & { prevented: boolean };
}

describe("the places of a page", () => {
  test.each([
    ["", "access"],
    ["#/", "access"],
    ["#/keys", "keys"],
    ["#/keys&token=a.b.c", "keys"],
    ["#token=a.b.c", "access"],
    ["#/nowhere", "access"],
  ])("an address opens its place: %s", (hash, place) => {
    expect(at(hash).places.current).toBe(place);
  });

  test("a link, the back button and a typed address move", () => {
    const { browser, places, moves } = at("");
    browser.visit(places.address("keys"));
    browser.visit("#/webhooks");
    browser.back();
    browser.back();
    expect(moves).toEqual(["keys", "webhooks", "keys", "access"]);
  });

  test("a token that a host hands over later moves nothing and leaves the address right", () => {
    const { browser, places, moves } = at("#/keys");
    browser.visit("#token=a.b.c");
    expect(moves).toEqual([]);
    expect(places.current).toBe("keys");
    expect(browser.hash).toBe("#/keys");
  });

  test("a token taken out of the first address leaves the place in it", () => {
    const { browser, places } = at("#/keys&token=a.b.c");
    browser.entries[0] = "";
    places.show();
    expect(browser.hash).toBe("#/keys");
  });

  test("a click asks first where something would be lost, and goes when it is said", () => {
    let held = true;
    const { browser, places, moves } = at("#/keys", () => held);
    const event = click();
    places.follow(event, "webhooks");
    expect([event.prevented, places.wanted, moves]).toEqual([true, "webhooks", []]);
    places.stay();
    expect(places.wanted).toBeNull();
    places.follow(click(), "webhooks");
    held = false;
    places.go("webhooks");
    expect([places.current, places.wanted, browser.hash]).toEqual(["webhooks", null, "#/webhooks"]);
  });

  test("a click that opens another tab asks nothing", () => {
    const { places } = at("#/keys", () => true);
    const event = click({ ctrlKey: true });
    places.follow(event, "webhooks");
    expect([event.prevented, places.wanted]).toEqual([false, null]);
  });

  test("the back button asks too, and the address says where the person still is", () => {
    const { browser, places, moves } = at("", (from) => from === "keys");
    browser.visit("#/keys");
    browser.back();
    expect([places.current, places.wanted, browser.hash]).toEqual(["keys", "access", "#/keys"]);
    places.go("access");
    expect(moves).toEqual(["keys", "access"]);
  });
});
