package io.visavis.signaling.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.KeyAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells an account's own admin exactly why a token is refused. A token that names another account
 * learns nothing but that.
 */
public final class TokenTrials {
  private static final List<String> HEADERS = List.of("alg", "typ", "kid");
  private static final List<String> CLAIMS =
      List.of("iss", "aud", "sub", "name", "role", "visitor", "iat", "nbf", "exp", "jti");
  private static final int LONGEST_SHOWN = 200;

  private final AgentTokens tokens;
  private final AgentKeyStore keys;

  /** Trials of the tokens that {@code tokens} verifies. */
  public TokenTrials(AgentTokens tokens, AgentKeyStore keys) {
    this.tokens = tokens;
    this.keys = keys;
  }

  /**
   * What came of it.
   *
   * @param fault why it is refused; empty when it is accepted
   * @param header what its header says, values as text
   * @param claims what its claims say, values as text; not verified unless it is accepted
   */
  public record Trial(
      Optional<TokenFault> fault, Map<String, String> header, Map<String, String> claims) {}

  /** Tries a token as one of {@code account}. Nothing of it is kept or logged. */
  public Trial of(Account account, String token) {
    if (token.length() > TokenParsers.MAXIMUM_LENGTH) {
      return new Trial(Optional.of(TokenFault.TOO_LONG), Map.of(), Map.of());
    }
    Envelope envelope;
    try {
      envelope = Envelope.of(token);
    } catch (TokenRefused e) {
      return new Trial(Optional.of(e.fault()), Map.of(), Map.of());
    }
    return new Trial(
        fault(account, token, envelope),
        shown(envelope.header(), HEADERS),
        shown(envelope.claims(), CLAIMS));
  }

  private Optional<TokenFault> fault(Account account, String token, Envelope envelope) {
    if (!envelope.claim("iss").equals(Optional.of(account.siteKey()))) {
      return Optional.of(TokenFault.ISSUER);
    }
    try {
      tokens.check(token);
      return Optional.empty();
    } catch (TokenRefused e) {
      return Optional.of(
          e.fault() == TokenFault.SIGNATURE ? signature(account, token, envelope) : e.fault());
    }
  }

  /** The two ways in which a good secret is most often used wrongly have words of their own. */
  private TokenFault signature(Account account, String token, Envelope envelope) {
    var secret =
        envelope
            .header("kid")
            .flatMap(kid -> keys.find(account.id(), kid))
            .map(AgentKeyStore.StoredKey::key)
            .filter(key -> key.algorithm() == KeyAlgorithm.HS256)
            .map(AgentKey::material);
    if (secret.isEmpty()) {
      return TokenFault.SIGNATURE;
    }
    if (decodings(secret.get()).stream().anyMatch(bytes -> signs(token, bytes))) {
      return TokenFault.SECRET_DECODED;
    }
    return encodings(secret.get()).stream().anyMatch(bytes -> signs(token, bytes))
        ? TokenFault.SECRET_ENCODED
        : TokenFault.SIGNATURE;
  }

  private static List<byte[]> decodings(byte[] secret) {
    var text = new String(secret, StandardCharsets.ISO_8859_1);
    try {
      var url = text.replace('+', '-').replace('/', '_').replace("=", "");
      return List.of(Base64.getUrlDecoder().decode(url));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static List<byte[]> encodings(byte[] secret) {
    return List.of(
        Base64.getEncoder().encode(secret),
        Base64.getEncoder().withoutPadding().encode(secret),
        Base64.getUrlEncoder().encode(secret),
        Base64.getUrlEncoder().withoutPadding().encode(secret));
  }

  private static boolean signs(String token, byte[] secret) {
    if (secret.length == 0) {
      return false;
    }
    try {
      var mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      var cut = token.lastIndexOf('.');
      var expected = mac.doFinal(token.substring(0, cut).getBytes(StandardCharsets.US_ASCII));
      var given = Base64.getUrlDecoder().decode(token.substring(cut + 1));
      return java.security.MessageDigest.isEqual(expected, given);
    } catch (java.security.GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, String> shown(JsonNode object, List<String> names) {
    var map = new LinkedHashMap<String, String>();
    for (var name : names) {
      var value = object.get(name);
      if (value != null) {
        var text = value.isTextual() ? value.asText() : value.toString();
        map.put(name, text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text);
      }
    }
    return map;
  }
}
