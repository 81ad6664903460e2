import { describe, expect, test } from "vitest";
import { panelAddress } from "./panel-address.ts";

const SERVICE = "https://share.example";

function address(attributes: Record<string, string>): string | null {
  return panelAddress(SERVICE, (name) => attributes[name] ?? null);
}

describe("the panel's address for an element", () => {
  test("needs a site and a visitor", () => {
    expect(address({})).toBeNull();
    expect(address({ site: "pk_acme", visitor: "" })).toBeNull();
    expect(address({ site: "pk_acme", visitor: "customer-42" })).toBe(
      "https://share.example/panel/?site=pk_acme&visitor=customer-42",
    );
  });

  test("takes over what is known and hides known parts, and nothing else", () => {
    const url = new URL(
      address({
        ...{ site: "pk_acme", visitor: "customer-42", conversation: "a&b=c#d", lang: "fr" },
        ...{ theme: "dark", hide: " tools  everything header", token: "secret" },
      }) ?? "",
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ site: "pk_acme", visitor: "customer-42", conversation: "a&b=c#d", lang: "fr" },
      ...{ theme: "dark", tools: "0", header: "0" },
    });
    expect(url.hash).toBe("");
  });
});
