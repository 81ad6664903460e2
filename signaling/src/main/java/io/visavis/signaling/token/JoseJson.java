package io.visavis.signaling.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reads the JSON of tokens and keys: one object, no duplicate names, flat, nothing behind it. */
final class JoseJson {
  private static final int MOST_LEVELS = 8;
  private static final int LONGEST_NUMBER = 40;
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_LEVELS)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JoseJson() {}

  /** The object that a text is; empty when it is anything else. */
  static Optional<JsonNode> object(String text) {
    try {
      return Optional.ofNullable(STRICT.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      // Its message would quote the text, which may hold a key.
      return Optional.empty();
    }
  }
}
