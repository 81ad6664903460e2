package io.visavis.signaling.endpoint;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the page's origin from the handshake, for the check against the account at hello. */
public class Handshake extends ServerEndpointConfig.Configurator {
  private static final String ORIGIN = "visavis.origin";

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    config.getUserProperties().put(ORIGIN, single(request.getHeaders()).orElse(""));
  }

  /** The one origin of the handshake; empty when it had none or several. */
  static Optional<String> origin(EndpointConfig config) {
    return Optional.ofNullable((String) config.getUserProperties().get(ORIGIN))
        .filter(origin -> !origin.isEmpty());
  }

  private static Optional<String> single(Map<String, List<String>> headers) {
    var origins =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Origin"))
            .flatMap(header -> header.getValue().stream())
            .toList();
    return origins.size() == 1 ? Optional.of(origins.get(0)) : Optional.empty();
  }
}
