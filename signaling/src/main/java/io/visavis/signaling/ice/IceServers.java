package io.visavis.signaling.ice;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.Result.IceGrant;
import io.visavis.signaling.protocol.Result.IceServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The servers that browsers are told: those that anybody may use with the greeting, the relay to
 * the two sides of a share alone.
 *
 * @param stun STUN URLs (RFC 7064); may be empty
 * @param relay the TURN servers; empty: only direct paths
 */
public record IceServers(List<String> stun, Optional<Relay> relay) {
  /** None: only direct paths, enough on one network. */
  public static final IceServers NONE = new IceServers(List.of(), Optional.empty());

  public IceServers {
    stun = List.copyOf(stun);
  }

  /** Those that need no credential. */
  public List<IceServer> open() {
    return stun.isEmpty()
        ? List.of()
        : List.of(new IceServer(stun, Optional.empty(), Optional.empty()));
  }

  /** All of them, for one side of that session. */
  public IceGrant grant(String sessionId, ClientKind side) {
    var servers = new ArrayList<>(open());
    relay.ifPresent(turn -> servers.add(turn.server(sessionId, side)));
    return new IceGrant(servers, relay.map(turn -> turn.life().toMillis()));
  }
}
