package io.visavis.backoffice.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configuration of the reference host. */
@ApplicationScoped
class DemoSettings {
  private static final int MIN_KEY_BYTES = 32;

  private boolean enabled;
  private URI service;
  private String password;
  private String agentKey;

  /** For the container's proxy. */
  protected DemoSettings() {}

  @Inject
  DemoSettings(
      @ConfigProperty(name = "visavis.demo.enabled", defaultValue = "false") boolean enabled,
      @ConfigProperty(name = "visavis.service.origin") Optional<String> serviceOrigin,
      @ConfigProperty(name = "visavis.demo.password") Optional<String> password,
      @ConfigProperty(name = "visavis.demo.agent-key") Optional<String> agentKey) {
    this.enabled = enabled;
    this.service = URI.create(serviceOrigin.orElse("http://localhost:8080"));
    this.password = password.orElse("");
    this.agentKey = agentKey.orElse("");
  }

  /** Whether the reference host is there at all. */
  boolean enabled() {
    return enabled;
  }

  /** The origin Visavis runs on, and the backoffice of this host with it. */
  String serviceOrigin() {
    return origin(service.getHost());
  }

  /** The origin of one of this host's websites: same scheme and port, a host name of its own. */
  String shopOrigin(DemoAccount account) {
    return origin(account.shopHost());
  }

  private String origin(String host) {
    String port = service.getPort() < 0 ? "" : ":" + service.getPort();
    return service.getScheme() + "://" + host + port;
  }

  boolean overTls() {
    return "https".equals(service.getScheme());
  }

  /**
   * The password of every demonstration user.
   *
   * @throws IllegalStateException when there is none
   */
  String password() {
    if (password.isEmpty()) {
      throw new IllegalStateException(
          "visavis.demo.password is empty: set it, or visavis.demo.enabled=false");
    }
    return password;
  }

  /**
   * The key that this host shares with Visavis, for HS256.
   *
   * @throws IllegalStateException when it is missing or shorter than 32 bytes
   */
  byte[] agentKey() {
    byte[] key = agentKey.getBytes(StandardCharsets.UTF_8);
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalStateException(
          "visavis.demo.agent-key is missing or shorter than 32 characters: set a random one,"
              + " or visavis.demo.enabled=false");
    }
    return key;
  }
}
