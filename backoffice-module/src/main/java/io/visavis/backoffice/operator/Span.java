package io.visavis.backoffice.operator;

import io.visavis.backoffice.problem.BadRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The days a question is about, first and last included. */
record Span(LocalDate first, LocalDate last) {
  private static final int USUAL_DAYS = 30;

  /**
   * The days of these parameters; without them the last 30 up to today.
   *
   * @param most how many days there may be
   * @throws BadRequest that names the parameter
   */
  static Span of(String from, String to, LocalDate today, int most) {
    var last = to == null ? today : day("to", to);
    var first = from == null ? last.minusDays(Math.min(most, USUAL_DAYS) - 1L) : day("from", from);
    if (first.isAfter(last)) {
      throw BadRequest.parameter("from", "expected a day that is not after \"to\"");
    }
    if (ChronoUnit.DAYS.between(first, last) >= most) {
      throw BadRequest.parameter("from", "expected a span of at most " + most + " days");
    }
    return new Span(first, last);
  }

  private static LocalDate day(String name, String value) {
    try {
      var day = LocalDate.parse(value);
      if (day.getYear() >= 2000 && day.getYear() < 10_000) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Answered below, like every other bad value.
    }
    throw BadRequest.parameter(name, "expected a day such as 2026-11-20");
  }
}
