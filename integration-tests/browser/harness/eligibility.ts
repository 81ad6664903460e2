import { expect } from "@playwright/test";

interface Account {
  readonly id: string;
  readonly siteKey: string;
}

/** Sets an account's eligibility as the operator, by REST: how a journey cleans up after itself. */
export async function setEligible(port: number, siteKey: string, eligible: boolean): Promise<void> {
  const base = `http://127.0.0.1:${port}/api/v1/operator`;
  const call = async (
    method: string,
    path: string,
    body?: object,
    token = "",
  ): Promise<unknown> => {
    const response = await fetch(base + path, {
      method,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
    return response.json();
  };
  const credentials = { name: "operator", password: "demo" };
  const { token } = (await call("POST", "/sign-in", credentials)) as { token: string };
  const { items } = (await call("GET", "/accounts", undefined, token)) as { items: Account[] };
  const account = items.find((candidate) => candidate.siteKey === siteKey);
  await call("PUT", `/accounts/${account?.id ?? ""}/eligibility`, { eligible }, token);
}
