package io.visavis.backoffice.keys;

import io.visavis.backoffice.configuration.KeySettings;
import io.visavis.backoffice.outbound.AddressRefused;
import io.visavis.backoffice.outbound.CheckedHttp;
import io.visavis.signaling.token.Jwks;
import io.visavis.signaling.token.PublicKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Fetches key sets as they are now. */
@ApplicationScoped
class KeySetFetch {
  private static final int OK = 200;
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "application/jwk-set+json, application/json");

  private CheckedHttp http;
  private KeySettings.KeySets limits;

  KeySetFetch() {}

  @Inject
  KeySetFetch(CheckedHttp http, KeySettings settings) {
    this.http = http;
    this.limits = settings.sets();
  }

  /** Why there is no set: one of {@code address|unreachable|status|size|content}. */
  static final class NoSet extends Exception {
    private static final long serialVersionUID = 1L;
    private final String word;

    NoSet(String word, String detail) {
      super(detail, null, false, false);
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * The entries of the set at that address.
   *
   * @throws NoSet when there is none; its message is for developers
   */
  List<Jwks.Entry> fetch(String url) throws NoSet {
    var answer = answer(url);
    if (answer.status() != OK) {
      throw new NoSet("status", "the host answers " + answer.status());
    }
    if (!answer.whole()) {
      throw new NoSet("size", "larger than " + limits.mostBytes() + " bytes");
    }
    try {
      return Jwks.set(new String(answer.body(), StandardCharsets.UTF_8), limits.mostKeys());
    } catch (PublicKeys.Unusable e) {
      throw new NoSet("content", e.getMessage());
    }
  }

  private CheckedHttp.Answer answer(String url) throws NoSet {
    try {
      return http.get(URI.create(url), HEADERS, limits.mostBytes());
    } catch (AddressRefused e) {
      throw new NoSet("address", e.getMessage());
    } catch (IOException | IllegalArgumentException e) {
      throw new NoSet("unreachable", "no whole answer from the host");
    }
  }
}
