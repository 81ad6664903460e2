// Whose address a request comes from, where proxies stand in between.
import { BlockList, isIP } from "node:net";

const plain = (address) => address.replace(/^::ffff:(?=\d+\.)/i, "");
const family = (address) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/**
 * @param {string} text addresses and networks (`10.0.0.0/8`), separated by commas; `none` for nobody
 * @returns {BlockList | null} null where one of them is neither
 */
export function proxiesOf(text) {
  const proxies = new BlockList();
  if (text === "none") return proxies;
  for (const part of text.split(",").map((piece) => piece.trim())) {
    const [address, bits, more] = part.split("/");
    const most = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || more !== undefined) return null;
    if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) return null;
    proxies.addSubnet(address, Number(bits ?? most), family(address));
  }
  return proxies;
}

/**
 * The address that the nearest proxy saw which is not itself believed; whatever a caller writes into
 * `X-Forwarded-For` stands left of that.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {BlockList} proxies whose word is believed
 */
export function addressOf(request, proxies) {
  let address = plain(request.socket.remoteAddress ?? "");
  const told = String(request.headers["x-forwarded-for"] ?? "").split(",");
  while (isIP(address) !== 0 && proxies.check(address, family(address)) && told.length > 0) {
    const next = plain(told.pop().trim());
    if (isIP(next) === 0) break;
    address = next;
  }
  return address;
}
