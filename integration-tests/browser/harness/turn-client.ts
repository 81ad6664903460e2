import { createHash, createHmac, randomBytes } from "node:crypto";
import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";

/*
 * As much of TURN over UDP (RFC 8489, RFC 8656) as asking a relay takes: who may allocate, and
 * which peers it lets through.
 */
const COOKIE = 0x2112a442;
const ALLOCATE = 0x003;
const CREATE_PERMISSION = 0x008;
const ERROR = 0x0110;
const Attribute = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  peer: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  family: 0x0017,
  transport: 0x0019,
} as const;

/** What `visavis.turn.secret` makes of a user name. */
export interface TurnCredential {
  readonly username: string;
  readonly password: string;
}

/** A credential as the service makes it, good for so many seconds. */
export function credentialOf(secret: string, seconds = 600, id = "of-a-test"): TurnCredential {
  const username = `${Math.floor(Date.now() / 1000) + seconds}:${id}`;
  return { username, password: createHmac("sha1", secret).update(username).digest("base64") };
}

interface Answer {
  readonly code: number;
  readonly attributes: Map<number, Buffer>;
}

/** One client of a relay, on a socket of its own. */
export class TurnClient {
  readonly #socket = dgram.createSocket("udp4");
  #realm: Buffer = Buffer.alloc(0);
  #nonce: Buffer = Buffer.alloc(0);

  constructor(
    private readonly relay: { readonly host: string; readonly port: number },
    private readonly credential: TurnCredential,
  ) {}

  /** Asks for an allocation; gives 200, or the error's code. */
  async allocate(family: 4 | 6 = 4, transport: "udp" | "tcp" = "udp"): Promise<number> {
    const wish = (): Buffer[] => [
      attribute(Attribute.transport, Buffer.from([transport === "udp" ? 17 : 6, 0, 0, 0])),
      attribute(Attribute.family, Buffer.from([family === 4 ? 1 : 2, 0, 0, 0])),
    ];
    const first = await this.#ask(ALLOCATE, wish, false);
    this.#realm = first.attributes.get(Attribute.realm) ?? this.#realm;
    this.#nonce = first.attributes.get(Attribute.nonce) ?? this.#nonce;
    return (await this.#ask(ALLOCATE, wish, true)).code;
  }

  /** Asks to exchange packets with that address; gives 200, or the error's code. */
  async permit(peer: string): Promise<number> {
    const wish = (transaction: Buffer): Buffer[] => [peerAttribute(peer, transaction)];
    return (await this.#ask(CREATE_PERMISSION, wish, true)).code;
  }

  close(): void {
    this.#socket.close();
  }

  async #ask(
    method: number,
    attributes: (transaction: Buffer) => Buffer[],
    signed: boolean,
  ): Promise<Answer> {
    const transaction = randomBytes(12);
    const request = this.#message(method, transaction, attributes(transaction), signed);
    const send = (): void => this.#socket.send(request, this.relay.port, this.relay.host);
    send();
    // UDP promises nothing; a relay that has just started may not listen there yet.
    const again = setInterval(send, 500);
    try {
      return await this.#answerTo(request);
    } finally {
      clearInterval(again);
    }
  }

  async #answerTo(request: Buffer): Promise<Answer> {
    const signal = AbortSignal.timeout(10_000);
    for (;;) {
      const [answer] = (await once(this.#socket, "message", { signal })) as [Buffer];
      if (!answer.subarray(8, 20).equals(request.subarray(8, 20))) continue;
      const read = attributesOf(answer);
      const error = read.get(Attribute.error);
      const failed = (answer.readUInt16BE(0) & ERROR) === ERROR;
      const code = failed && error ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 200;
      return { code, attributes: read };
    }
  }

  #message(method: number, transaction: Buffer, attributes: Buffer[], signed: boolean): Buffer {
    const { username, password } = this.credential;
    const who = [
      attribute(Attribute.username, Buffer.from(username)),
      attribute(Attribute.realm, this.#realm),
      attribute(Attribute.nonce, this.#nonce),
    ];
    const body = Buffer.concat([...attributes, ...(signed ? who : [])]);
    const header = Buffer.alloc(20);
    header.writeUInt16BE(method, 0);
    header.writeUInt16BE(body.length + (signed ? 24 : 0), 2);
    header.writeUInt32BE(COOKIE, 4);
    transaction.copy(header, 8);
    const open = Buffer.concat([header, body]);
    if (!signed) return open;
    const key = createHash("md5").update(`${username}:${this.#realm.toString()}:${password}`);
    const integrity = createHmac("sha1", key.digest()).update(open).digest();
    return Buffer.concat([open, attribute(Attribute.integrity, integrity)]);
  }
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** XOR-PEER-ADDRESS: port 9, masked with the cookie; the address with cookie and transaction. */
function peerAttribute(peer: string, transaction: Buffer): Buffer {
  const bytes = bytesOf(peer);
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(COOKIE, 0);
  transaction.copy(mask, 4);
  const value = Buffer.alloc(4 + bytes.length);
  value[1] = bytes.length === 4 ? 1 : 2;
  value.writeUInt16BE(9 ^ (COOKIE >>> 16), 2);
  bytes.forEach((byte, at) => (value[4 + at] = byte ^ (mask[at] ?? 0)));
  return attribute(Attribute.peer, value);
}

function attributesOf(message: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= message.length;) {
    const length = message.readUInt16BE(at + 2);
    found.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return found;
}

/** The bytes of an address in network order. */
export function bytesOf(address: string): Buffer {
  if (net.isIPv4(address)) return Buffer.from(address.split(".").map(Number));
  const [head = "", tail] = address.split("::");
  const groups = (text = ""): number[] =>
    text.split(":").flatMap((group) => {
      if (group === "") return [];
      if (!group.includes(".")) return [parseInt(group, 16)];
      const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
      return [a * 256 + b, c * 256 + d];
    });
  const [front, back] = [groups(head), groups(tail)];
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  const all = [...front, ...Array.from({ length: gap }, () => 0), ...back];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]));
}
