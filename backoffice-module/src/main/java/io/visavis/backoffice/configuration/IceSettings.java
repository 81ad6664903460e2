package io.visavis.backoffice.configuration;

import java.util.Arrays;
import java.util.List;

/**
 * STUN and TURN servers that browsers are told.
 *
 * @param urls URLs of RFC 7064 and RFC 7065; may be empty
 */
public record IceSettings(List<String> urls) {
  static final String SERVERS = "visavis.ice.servers";
  private static final String URL =
      "(stuns?|turns?):([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:[0-9]{1,5})?(\\?transport=(udp|tcp))?";

  /** Whether there is a relay among them. */
  public boolean relays() {
    return urls.stream().anyMatch(url -> url.startsWith("turn"));
  }

  static IceSettings read(Values values) {
    var urls =
        Arrays.stream(values.optional(SERVERS).orElse("").split(","))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .toList();
    for (var url : urls) {
      if (!url.matches(URL)) {
        values.complain(
            SERVERS, url, "a list of stun: and turn: URLs", "stun:stun.example.com:3478");
      }
    }
    return new IceSettings(urls);
  }
}
