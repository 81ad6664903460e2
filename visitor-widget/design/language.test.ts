import { describe, expect, it } from "vitest";
import { frenchSpacing, frenchTexts, pickLanguage } from "./language.ts";

describe("the language", () => {
  it("is the first wish that can be granted", () => {
    expect(pickLanguage(null, undefined, "de-DE", "fr-CA", "en")).toBe("fr");
    expect(pickLanguage("EN_us", "fr")).toBe("en");
  });

  it("is English when no wish can be granted", () => {
    expect(pickLanguage("de", "", null)).toBe("en");
  });
});

describe("French texts", () => {
  it("never let a line begin with a sign", () => {
    expect(frenchSpacing("95 % en moins de 2 s")).toBe("95\u202f% en moins de 2 s");
    expect(frenchSpacing("« Oui » : vraiment ? Oui ; non !")).toBe(
      "«\u00a0Oui\u00a0»\u00a0: vraiment\u202f? Oui\u202f; non\u202f!",
    );
  });

  it("are spaced also when a function makes them", () => {
    const texts = frenchTexts({ plain: "Ça va ?", made: (name: string) => `${name} : là`, n: 1 });
    expect(texts.plain).toBe("Ça va\u202f?");
    expect(texts.made("Ida")).toBe("Ida\u00a0: là");
    expect(texts.n).toBe(1);
  });
});
