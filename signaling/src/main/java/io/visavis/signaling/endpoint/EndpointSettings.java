package io.visavis.signaling.endpoint;

import io.visavis.signaling.connection.ConnectionLimits;
import io.visavis.signaling.protocol.Result.IceServer;
import java.util.List;

/**
 * What the endpoint is told by configuration.
 *
 * @param iceServers handed to every client with its hello; empty for direct paths only
 */
public record EndpointSettings(ConnectionLimits limits, List<IceServer> iceServers) {
  public EndpointSettings {
    iceServers = List.copyOf(iceServers);
  }
}
