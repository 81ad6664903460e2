package io.visavis.backoffice.policy;

import io.visavis.signaling.protocol.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A text or an address in each language, or null where there is none. */
public record ByLanguage(String fr, String en) {
  private static final ByLanguage NONE = new ByLanguage(null, null);

  static ByLanguage of(Map<Language, String> texts) {
    return new ByLanguage(texts.get(Language.FR), texts.get(Language.EN));
  }

  static ByLanguage orNone(ByLanguage given) {
    return given == null ? NONE : given;
  }

  /** Those that are there. */
  Map<Language, String> given() {
    var texts = new EnumMap<Language, String>(Language.class);
    each(texts::put);
    return texts;
  }

  void each(BiConsumer<Language, String> use) {
    if (fr != null) {
      use.accept(Language.FR, fr);
    }
    if (en != null) {
      use.accept(Language.EN, en);
    }
  }
}
