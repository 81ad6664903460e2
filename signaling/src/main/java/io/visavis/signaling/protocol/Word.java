package io.visavis.signaling.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A constant that has a fixed spelling on the wire. */
public interface Word {

  /** The spelling on the wire: lower case, hyphens between words. */
  String word();

  /** The constants by their spelling. */
  static <W extends Word> Map<String, W> index(W[] constants) {
    return Arrays.stream(constants)
        .collect(Collectors.toUnmodifiableMap(Word::word, Function.identity()));
  }
}
