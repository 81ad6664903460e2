package io.visavis.persistence.account;

import io.visavis.persistence.schema.Text;
import java.util.List;

/** A list of origins in one column, one per line: they are read and written together only. */
final class Origins {
  private static final int MOST = 8000;

  private Origins() {}

  /**
   * One text of them all.
   *
   * @throws IllegalArgumentException if one is blank or has white space in it
   */
  static String joined(String field, List<String> origins) {
    for (String origin : origins) {
      if (origin.isBlank() || origin.chars().anyMatch(Character::isWhitespace)) {
        throw new IllegalArgumentException(field + ": an origin is blank or holds white space");
      }
    }
    return Text.checked(field, String.join("\n", origins), MOST);
  }

  static List<String> split(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("\n"));
  }
}
