package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientMessage;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Whether ICE candidates name a relay and no other path (RFC 8839 section 5.1). What cannot be read
 * as a relay's counts as another path.
 */
final class RelayRule {
  private static final String ATTRIBUTE = "a=candidate:";

  /** Foundation, component, transport, priority, address, port, then the type. */
  private static final Pattern RELAY =
      Pattern.compile("candidate:\\S+ \\S+ \\S+ \\S+ \\S+ \\S+ typ relay( .*)?");

  /** Anything in a description that could be taken for a candidate, however it is written. */
  private static final Pattern LIKE_A_CANDIDATE =
      Pattern.compile("\\s*a\\s*=\\s*candidate.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private RelayRule() {}

  /** Whether a message between the two sides names no path but a relay's. */
  static boolean permits(ClientMessage.Peer message) {
    if (message instanceof ClientMessage.PeerOffer offer) {
      return permitsAllOf(offer.sdp());
    }
    if (message instanceof ClientMessage.PeerAnswer answer) {
      return permitsAllOf(answer.sdp());
    }
    return !(message instanceof ClientMessage.PeerIce ice) || permits(ice.candidate());
  }

  /**
   * Whether one candidate may pass.
   *
   * @param candidate as {@code RTCIceCandidate} has it; empty says that there are no more
   */
  static boolean permits(String candidate) {
    if (candidate.isEmpty()) {
      return true;
    }
    var line = candidate.startsWith("a=") ? candidate.substring(2) : candidate;
    return RELAY.matcher(line).matches();
  }

  /** Whether every candidate in a description (SDP) may pass. */
  static boolean permitsAllOf(String sdp) {
    return Arrays.stream(sdp.split("[\\r\\n]"))
        .filter(line -> LIKE_A_CANDIDATE.matcher(line).matches())
        .allMatch(line -> line.startsWith(ATTRIBUTE) && permits(line));
  }
}
