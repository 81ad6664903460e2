package io.visavis.persistence.account;

import io.visavis.persistence.schema.Text;
import io.visavis.signaling.account.Account;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Name and site key without case and accents. Folded here and not by SQL's {@code lower}, which
 * depends on the database's locale and leaves "É" alone in some.
 */
final class SearchText {
  private static final int MOST = 900;

  private SearchText() {}

  static String of(Account account) {
    var folded = fold(account.name()) + "\n" + fold(account.siteKey());
    // Folding may lengthen a text (ß, ligatures); what does not fit is only not found by its tail.
    return folded.length() <= MOST ? folded : folded.substring(0, wholeCharacters(folded));
  }

  private static int wholeCharacters(String folded) {
    return Character.isHighSurrogate(folded.charAt(MOST - 1)) ? MOST - 1 : MOST;
  }

  /** The pattern for {@code like … escape '!'} that finds texts containing {@code query}. */
  static String pattern(String query) {
    if (query == null) {
      return "%";
    }
    var literal = fold(query).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }

  private static String fold(String text) {
    var whole = Text.checked("search text", text, 1000);
    var bare = Normalizer.normalize(whole, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return bare.toLowerCase(Locale.ROOT);
  }
}
