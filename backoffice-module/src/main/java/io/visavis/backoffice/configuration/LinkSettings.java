package io.visavis.backoffice.configuration;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The links by which visitors answer without a script on the site.
 *
 * @param life how long a request that is sent as a link waits for its answer
 * @param lookupsPerMinute how often one address may look at or answer links
 * @param report where people report a link that they do not trust: {@code mailto:} or {@code
 *     https:}; empty: the page then only says in words what to do
 */
public record LinkSettings(Duration life, int lookupsPerMinute, Optional<String> report) {
  private static final String REPORT = "visavis.link.report-url";
  private static final Pattern ADDRESS =
      Pattern.compile("mailto:[^\\s@<>\"]{1,64}@[A-Za-z0-9.-]{1,255}|https://[^\\s<>\"]{1,500}");

  static LinkSettings read(Values values) {
    var report = values.optional(REPORT);
    report
        .filter(address -> !ADDRESS.matcher(address).matches())
        .ifPresent(
            address ->
                values.complain(
                    REPORT,
                    address,
                    "a mailto: or https: address, or nothing",
                    "mailto:security@example.com"));
    return new LinkSettings(
        values.duration("visavis.token.link-life", Duration.ofSeconds(1), Duration.ofHours(24)),
        values.integer("visavis.link.lookups-per-minute", 1, 100_000),
        report);
  }
}
