import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";
import { Relay, SHIPPED } from "../harness/relay.ts";
import { bytesOf, credentialOf, TurnClient, type TurnCredential } from "../harness/turn-client.ts";

/**
 * What is not out in public, by the registries of RFC 6890 and those that came after: nobody may
 * reach any of it through the relay.
 */
const SPECIAL_USE = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/128",
  "::1/128",
  "::/96",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "100:0:0:1::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "2620:4f:8000::/48",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

/** coturn refuses it by itself, and takes a range that begins with it for all addresses. */
const UNSPECIFIED = "::/128";

/** What stands at the ends of these ranges, outside, and is out in public. */
const PUBLIC = [
  "1.1.1.1",
  "9.255.255.255",
  "11.0.0.0",
  "126.255.255.255",
  "172.32.0.0",
  "192.0.1.0",
  "223.255.255.255",
  "2001:200::1",
  "2001:4860:4860::8888",
  "2003::1",
  "2a00:1450::1",
];

/** Dangerous by what they reach, whatever the form they are written in. */
const NAMED = ["169.254.169.254", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "fd00::1"];

const SECRET = randomBytes(32).toString("base64url");

interface Stage {
  /** A coturn with nothing but the configuration that ships and a secret. */
  relay: Relay;
}

const test = base.extend<{ client: (credential?: TurnCredential) => TurnClient }, Stage>({
  relay: [
    async ({}, use) => {
      const relay = await Relay.place();
      await relay.start(SECRET, false);
      await use(relay);
      await relay.remove();
    },
    { scope: "worker" },
  ],
  client: async ({ relay }, use) => {
    const made: TurnClient[] = [];
    await use((credential = credentialOf(SECRET, 600, randomBytes(9).toString("base64url"))) => {
      const client = new TurnClient(relay, credential);
      made.push(client);
      return client;
    });
    made.forEach((client) => client.close());
  },
});

test(
  "the configuration that ships denies every range that is not public",
  { tag: "@apart" },
  () => {
    const denied = deniedRanges();
    for (const cidr of SPECIAL_USE.filter((each) => each !== UNSPECIFIED)) {
      const [lowest, last] = ends(cidr);
      const end = numberOf(last);
      let next = numberOf(lowest.equals(bytesOf("::")) ? bytesOf("::1") : lowest);
      // Ranges that stand beside each other deny together.
      for (let found = true; found && next <= end;) {
        const range = denied.find(
          ([from, to]) =>
            from.length === last.length && numberOf(from) <= next && next <= numberOf(to),
        );
        found = range !== undefined;
        if (range) next = numberOf(range[1]) + 1n;
      }
      expect.soft(next > end, cidr).toBe(true);
    }
  },
);

test(
  "its ranges of IPv6 mean the same to a coturn that compares byte by byte",
  { tag: "@apart" },
  () => {
    for (const [from, to] of deniedRanges().filter(([each]) => each.length === 16)) {
      const differ = from.findIndex((byte, at) => byte !== to[at]);
      const open = [...from.subarray(differ + 1)].every((byte) => byte === 0);
      const full = [...to.subarray(differ + 1)].every((byte) => byte === 255);
      expect.soft(open && full, `${text(from)}-${text(to)}`).toBe(true);
    }
  },
);

for (const family of [4, 6] as const) {
  test(
    `a real coturn lets nobody reach what is not public, over IPv${family}`,
    { tag: "@apart" },
    async ({ client }) => {
      const asking = client();
      expect(await asking.allocate(family)).toBe(200);
      const ours = (address: Buffer): boolean => address.length === (family === 4 ? 4 : 16);
      for (const cidr of SPECIAL_USE) {
        for (const peer of ends(cidr).filter(ours)) {
          expect.soft(await asking.permit(text(peer)), `${text(peer)} of ${cidr}`).toBe(403);
        }
      }
      for (const peer of NAMED.filter((address) => ours(bytesOf(address)))) {
        expect.soft(await asking.permit(peer), peer).toBe(403);
      }
      for (const peer of PUBLIC.filter((address) => ours(bytesOf(address)))) {
        expect.soft(await asking.permit(peer), peer).toBe(200);
      }
    },
  );
}

test(
  "a credential that is over, or of another secret, opens nothing",
  { tag: "@apart" },
  async ({ client }) => {
    expect(await client(credentialOf(SECRET, -5)).allocate()).toBe(401);
    expect(await client(credentialOf("another secret")).allocate()).toBe(401);
  },
);

test("nobody gets a TCP relay", { tag: "@apart" }, async ({ client }) => {
  expect(await client().allocate(4, "tcp")).toBe(442);
});

test(
  "one side of one share has only so many allocations, and others have theirs",
  { tag: "@apart" },
  async ({ client }) => {
    const greedy = credentialOf(SECRET);
    const answers: number[] = [];
    for (let count = 0; count < 25; count++) answers.push(await client(greedy).allocate());
    expect(answers).toEqual([...Array.from({ length: 24 }, () => 200), 486]);
    expect(await client(credentialOf(SECRET, 601)).allocate(), "a renewed credential").toBe(486);
    expect(await client().allocate()).toBe(200);
  },
);

function deniedRanges(): [Buffer, Buffer][] {
  return [...readFileSync(SHIPPED, "utf8").matchAll(/^denied-peer-ip=([^-\n]+)-(.+)$/gm)].map(
    ([, from = "", to = ""]) => [bytesOf(from), bytesOf(to)],
  );
}

function numberOf(address: Buffer): bigint {
  return BigInt(`0x${address.toString("hex")}`);
}

/** The first and the last address of a range. */
function ends(cidr: string): [Buffer, Buffer] {
  const [address = "", bits = "0"] = cidr.split("/");
  const first = bytesOf(address);
  const last = Buffer.from(first.map((byte, at) => byte | hostBits(Number(bits) - 8 * at)));
  return [first, last];
}

function hostBits(prefix: number): number {
  return prefix >= 8 ? 0 : 255 >> Math.max(0, prefix);
}

function text(address: Buffer): string {
  if (address.length === 4) return address.join(".");
  return (address.toString("hex").match(/.{4}/g) ?? []).join(":");
}
