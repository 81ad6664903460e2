package io.visavis.backoffice.reference;

import java.util.Locale;

/** What a user of the backoffice may do; the words are those of the plug-in surface. */
enum Role {
  AGENT,
  ADMIN;

  /** {@code agent} or {@code admin}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
