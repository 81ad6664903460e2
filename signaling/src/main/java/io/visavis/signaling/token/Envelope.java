package io.visavis.signaling.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a compact JWS (RFC 7515 section 7.1) says before anybody has verified it. Good for choosing
 * the key to verify it with, and for nothing else.
 */
record Envelope(JsonNode header, JsonNode claims) {
  private static final List<String> CHANGES_THE_READING = List.of("crit", "zip", "b64", "enc");

  /**
   * Takes a token apart.
   *
   * @throws TokenRefused when it is no signed token, or asks to be read in a way of its own
   */
  static Envelope of(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3 || parts[2].isEmpty()) {
      throw new TokenRefused(TokenFault.MALFORMED);
    }
    var header = object(parts[0]);
    if (CHANGES_THE_READING.stream().anyMatch(header::has)) {
      throw new TokenRefused(TokenFault.HEADER);
    }
    return new Envelope(header, object(parts[1]));
  }

  /** A text of the header; empty when it is missing or no text. */
  Optional<String> header(String name) {
    return text(header, name);
  }

  /** A text of the claims; empty when it is missing or no text. */
  Optional<String> claim(String name) {
    return text(claims, name);
  }

  private static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static JsonNode object(String part) {
    try {
      if (part.indexOf('=') < 0) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part));
        var json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        return JoseJson.object(json).orElseThrow(() -> new TokenRefused(TokenFault.MALFORMED));
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // Said below, as for padding, which compact tokens do not have.
    }
    throw new TokenRefused(TokenFault.MALFORMED);
  }
}
