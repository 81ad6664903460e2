package io.visavis.backoffice.reference;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets in pages of this host only, and keeps what the handshake tells for the hello. */
public class ChatHandshake extends ServerEndpointConfig.Configurator {
  private static final String FACTS = "visavis.reference.handshake";

  @Override
  public boolean checkOrigin(String origin) {
    DemoSettings settings = CDI.current().select(DemoSettings.class).get();
    return settings.enabled() && isOurs(origin, settings);
  }

  /** Compared as a whole, so that no trick with prefixes, ports or upper case gets through. */
  static boolean isOurs(String origin, DemoSettings settings) {
    return settings.serviceOrigin().equals(origin)
        || DemoDirectory.accounts().stream()
            .anyMatch(account -> settings.shopOrigin(account).equals(origin));
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    SignIns signIns = CDI.current().select(SignIns.class).get();
    Optional<SignedIn> signedIn =
        cookie(String.join(",", header(request, "Cookie"))).flatMap(signIns::read);
    List<String> origins = header(request, "Origin");
    String origin = origins.size() == 1 ? origins.get(0) : "";
    String userAgent = String.join(",", header(request, "User-Agent"));
    config.getUserProperties().put(FACTS, new ChatHandshakeFacts(origin, userAgent, signedIn));
  }

  /** The values of a header; the container takes a comma within one for the end of it. */
  private static List<String> header(HandshakeRequest request, String name) {
    return request.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .toList();
  }

  /** The value of the sign-in cookie in a {@code Cookie} header. */
  static Optional<String> cookie(String header) {
    String prefix = SignInCookie.NAME + "=";
    return List.of(header.split(";")).stream()
        .map(String::strip)
        .filter(pair -> pair.startsWith(prefix))
        .map(pair -> pair.substring(prefix.length()))
        .findFirst();
  }

  static ChatHandshakeFacts facts(Map<String, Object> userProperties) {
    return userProperties.get(FACTS) instanceof ChatHandshakeFacts facts
        ? facts
        : new ChatHandshakeFacts("", "", Optional.empty());
  }
}
