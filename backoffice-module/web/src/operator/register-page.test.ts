import { describe, expect, test } from "vitest";
import { ApiError, type Api } from "../shared/api.ts";
import { RegisterPage } from "./register-page.ts";

const made = { account: { id: "1", name: "Nouvelle" }, key: { kid: "key-1", secret: "s3cret" } };
const origins = { siteOrigins: ["https://a.example", "nonsense"], backofficeOrigins: [] };

function pageOver(answer: () => unknown): { page: RegisterPage; told: string[] } {
  const told: string[] = [];
  const call = (): Promise<unknown> => new Promise((resolve) => resolve(answer()));
  const tell = { changed: () => told.push("changed"), expired: () => told.push("expired") };
  return { page: new RegisterPage({ call } as Pick<Api, "call">, () => undefined, tell), told };
}

describe("registering accounts", () => {
  test("shows the first key until it is left, and then forgets it", async () => {
    const { page, told } = pageOver(() => made);
    await page.register("Nouvelle", origins);
    expect(page.state.task).toMatchObject({ kind: "shown", made });
    expect(told).toEqual(["changed"]);
    page.open(null);
    expect(JSON.stringify(page.state)).not.toContain("s3cret");
  });

  test("names the origin that is refused", async () => {
    const { page } = pageOver(() => {
      throw new ApiError(400, "bad-message", "", "/siteOrigins/1");
    });
    page.open({ kind: "new" });
    await page.register("Nouvelle", origins);
    expect(page.state).toMatchObject({ trouble: "siteOrigins", refused: "nonsense", busy: false });
    expect(page.state.task).toEqual({ kind: "new" });
  });

  test("an expired session leads back to the sign-in", async () => {
    const { page, told } = pageOver(() => {
      throw new ApiError(401, "token-expired", "");
    });
    await page.register("Nouvelle", origins);
    expect(told).toEqual(["expired"]);
    expect(page.state.task).toBeNull();
  });
});
