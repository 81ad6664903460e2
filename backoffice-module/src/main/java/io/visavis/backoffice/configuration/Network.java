package io.visavis.backoffice.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** A range of addresses of one family in CIDR form. */
public record Network(byte[] prefix, int bits) {

  /**
   * Reads {@code 10.0.0.0/8} or {@code fd00::/8}.
   *
   * @throws IllegalArgumentException if it is no address, a slash and a length
   */
  public static Network of(String cidr) {
    var slash = cidr.indexOf('/');
    // Digits, dots and colons are never looked up as a name.
    if (slash < 0 || !cidr.substring(0, slash).matches("[0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException("not an address, a slash and a length: " + cidr);
    }
    try {
      var address = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
      var bits = Integer.parseInt(cidr.substring(slash + 1));
      if (bits < 0 || bits > address.length * Byte.SIZE) {
        throw new IllegalArgumentException("no such length: " + cidr);
      }
      return new Network(address, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + cidr, e);
    }
  }

  /** The networks of a setting, separated by commas; complains of each that is none. */
  static List<Network> list(Values values, String key) {
    return Arrays.stream(values.optional(key).orElse("").split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .flatMap(text -> read(values, key, text).stream())
        .toList();
  }

  private static List<Network> read(Values values, String key, String text) {
    try {
      return List.of(of(text));
    } catch (IllegalArgumentException e) {
      values.complain(key, text, "a list of networks in CIDR form", "10.20.0.0/16");
      return List.of();
    }
  }

  /** Whether the address is of this family and in this range. */
  public boolean holds(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> bit % Byte.SIZE;
      if (((bytes[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
