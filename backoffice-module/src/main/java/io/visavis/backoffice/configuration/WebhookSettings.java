package io.visavis.backoffice.configuration;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/**
 * How webhooks are delivered.
 *
 * @param retries waits before each attempt of a delivery, the first included; never empty
 * @param jitterPercent by how much of itself a wait may grow at random
 * @param workers attempts made at the same time
 * @param pollInterval how often the outbox is looked at
 * @param throttle how long an endpoint is left alone that is overloaded
 * @param answerBytes how much of a receiver's answer is read and kept
 * @param endpointsPerAccount how many an account may have
 * @param byHandPerMinute tests and repetitions that an account may send by hand
 * @param secretOverlap how long a replaced secret signs beside the new one
 * @param logRetention how long events and their deliveries are kept
 */
public record WebhookSettings(
    List<Duration> retries,
    int jitterPercent,
    int workers,
    Duration pollInterval,
    Duration throttle,
    int answerBytes,
    int endpointsPerAccount,
    int byHandPerMinute,
    Duration secretOverlap,
    Duration logRetention) {
  static final String RETRIES = "visavis.webhook.retries";
  private static final int MOST_RETRIES = 30;
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

  static WebhookSettings read(Values values) {
    return new WebhookSettings(
        retries(values),
        values.integer("visavis.webhook.jitter-percent", 0, 100),
        values.integer("visavis.webhook.workers", 1, 64),
        values.duration(
            "visavis.webhook.poll-interval", Duration.ofMillis(50), Duration.ofMinutes(1)),
        values.duration("visavis.webhook.throttle", Duration.ofSeconds(1), Duration.ofHours(1)),
        values.integer("visavis.webhook.answer-bytes", 0, 1024),
        values.integer("visavis.webhook.endpoints-per-account", 1, 100),
        values.integer("visavis.webhook.by-hand-per-minute", 1, 1000),
        values.duration("visavis.webhook.secret-overlap", Duration.ZERO, Duration.ofDays(7)),
        values.duration("visavis.webhook.log-retention", Duration.ofDays(4), Duration.ofDays(366)));
  }

  private static List<Duration> retries(Values values) {
    var text = values.optional(RETRIES).orElse("");
    try {
      var waits = Arrays.stream(text.split(",")).map(String::strip).map(Duration::parse).toList();
      if (waits.size() <= MOST_RETRIES && waits.stream().noneMatch(WebhookSettings::outOfBounds)) {
        return waits;
      }
    } catch (DateTimeParseException e) {
      // Said below, as for waits out of bounds.
    }
    values.complain(
        RETRIES,
        text,
        "1 to " + MOST_RETRIES + " ISO 8601 durations of at most " + LONGEST_WAIT,
        "PT0S,PT5S,PT5M");
    return List.of(Duration.ZERO);
  }

  private static boolean outOfBounds(Duration wait) {
    return wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0;
  }
}
