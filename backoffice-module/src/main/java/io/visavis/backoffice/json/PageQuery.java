package io.visavis.backoffice.json;

import io.visavis.backoffice.problem.BadRequest;
import java.util.regex.Pattern;

/** The query parameters of a route that lists: strings, as they came or null. */
public final class PageQuery {
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

  private PageQuery() {}

  /**
   * How many items a page may have; without the parameter 20.
   *
   * @throws BadRequest unless it is from 1 to 100
   */
  public static int size(String limit) {
    if (limit == null) {
      return USUAL;
    }
    if (NUMBER.matcher(limit).matches() && Integer.parseInt(limit) <= MOST) {
      return Integer.parseInt(limit);
    }
    throw BadRequest.parameter("limit", "expected a whole number from 1 to " + MOST);
  }

  /**
   * Lets a parameter pass that is not given or matches.
   *
   * @throws BadRequest that names it
   */
  public static void check(String name, String value, Pattern pattern) {
    if (value != null && !pattern.matcher(value).matches()) {
      throw BadRequest.parameter(name, "expected text that matches " + pattern);
    }
  }
}
