package io.visavis.signaling.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.IntPredicate;

/** What a string field may hold, as the schema has it; lengths are in Unicode code points. */
enum Rule {
  TYPE(1, 64),
  REQUEST_ID(1, 64, Rule::base64Url, " of A-Z a-z 0-9 _ -"),
  SESSION_ID(22, 64, Rule::base64Url, " of A-Z a-z 0-9 _ -"),
  CLIENT_ID(16, 64, Rule::base64Url, " of A-Z a-z 0-9 _ -"),
  VISITOR_ID(8, 128, Rule::visitorId, " of A-Z a-z 0-9 . _ : -"),
  CONVERSATION_ID(1, 128),
  TOKEN(1, 8192),
  TICKET(1, 256),
  WORDING(1, 32, Rule::wording, " of a-z 0-9 . -"),
  SDP(1, 32_768),
  CANDIDATE(0, 4096),
  SDP_MID(0, 64),
  USERNAME_FRAGMENT(0, 256);

  private final int min;
  private final int max;
  private final boolean anything;
  private final IntPredicate allowed;
  private final String expected;

  Rule(int min, int max) {
    this(min, max, null, "");
  }

  Rule(int min, int max, IntPredicate allowed, String alphabet) {
    this.anything = allowed == null;
    this.min = min;
    this.max = max;
    this.allowed = allowed;
    this.expected = "a string of " + min + " to " + max + " characters" + alphabet;
  }

  /** What the field should be, for the refusal. */
  String expected() {
    return expected;
  }

  /** Whether the value keeps to the rule and is text that every database takes. */
  boolean holds(String value) {
    int units = value.length();
    if (units < min || units > 2 * max) {
      return false;
    }
    if (anything && plain(value)) {
      return units <= max;
    }
    int points = units;
    for (int i = 0; i < units; i++) {
      char unit = value.charAt(i);
      if (Character.isSurrogate(unit)) {
        if (!anything || !isPair(value, i)) {
          return false;
        }
        i++;
        points--;
      } else if (unit == 0 || (!anything && !allowed.test(unit))) {
        return false;
      }
    }
    return points >= min && points <= max;
  }

  /**
   * Whether the text has neither NUL nor anything beyond Latin-1, as most have: the virtual machine
   * finds that out many characters at a time.
   */
  private static boolean plain(String value) {
    return value.indexOf(0) < 0 && new String(value.getBytes(ISO_8859_1), ISO_8859_1).equals(value);
  }

  private static boolean isPair(String value, int at) {
    return at + 1 < value.length()
        && Character.isSurrogatePair(value.charAt(at), value.charAt(at + 1));
  }

  private static boolean base64Url(int point) {
    return isLetterOrDigit(point) || point == '_' || point == '-';
  }

  private static boolean visitorId(int point) {
    return base64Url(point) || point == '.' || point == ':';
  }

  private static boolean wording(int point) {
    return isLower(point) || isDigit(point) || point == '.' || point == '-';
  }

  private static boolean isLetterOrDigit(int point) {
    return isLower(point) || isDigit(point) || (point >= 'A' && point <= 'Z');
  }

  private static boolean isLower(int point) {
    return point >= 'a' && point <= 'z';
  }

  private static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }
}
