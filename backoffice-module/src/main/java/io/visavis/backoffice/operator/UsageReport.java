package io.visavis.backoffice.operator;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.session.UsageStore.AccountDay;
import io.visavis.signaling.session.UsageStore.Ending;
import io.visavis.signaling.session.UsageStore.FirstFrame;
import io.visavis.signaling.session.UsageStore.Usage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Usage added up for a person who looks at it.
 *
 * @param total of all days and accounts
 * @param days every day of the span, also those without a request
 * @param accounts those with a request, busiest first
 * @param endings most frequent first
 * @param firstFrameMs from live to the first frame at the agent, or null when there was none
 */
public record UsageReport(
    LocalDate from,
    LocalDate to,
    Figures total,
    List<Day> days,
    List<OfAccount> accounts,
    List<OfReason> endings,
    FirstFrame firstFrameMs) {

  /** What requests came to. */
  public record Figures(long requested, long accepted, long live, long sharedSeconds) {
    static final Figures NONE = new Figures(0, 0, 0, 0);

    Figures plus(AccountDay day) {
      return new Figures(
          requested + day.requested(),
          accepted + day.accepted(),
          live + day.live(),
          sharedSeconds + day.sharedSeconds());
    }
  }

  /** One day's figures. */
  public record Day(LocalDate day, Figures figures) {}

  /** One account's figures. */
  public record OfAccount(String id, String name, Figures figures) {}

  /** How often requests ended so. */
  public record OfReason(String reason, long count) {}

  /** The report on that span; {@code account} finds an account by its id. */
  static UsageReport of(Span span, Usage usage, Function<String, Optional<Account>> account) {
    var accounts =
        sums(usage, AccountDay::accountId).entrySet().stream()
            .map(sum -> ofAccount(sum, account))
            .sorted(
                Comparator.comparing((OfAccount one) -> -one.figures().requested())
                    .thenComparing(OfAccount::name))
            .toList();
    return new UsageReport(
        span.first(),
        span.last(),
        usage.days().stream().reduce(Figures.NONE, Figures::plus, (a, b) -> a),
        days(span, sums(usage, AccountDay::day)),
        accounts,
        endings(usage.endings()),
        usage.firstFrame().orElse(null));
  }

  private static <K> Map<K, Figures> sums(Usage usage, Function<AccountDay, K> key) {
    var sums = new TreeMap<K, Figures>();
    for (var day : usage.days()) {
      sums.merge(key.apply(day), Figures.NONE.plus(day), (sum, one) -> sum.plus(day));
    }
    return sums;
  }

  private static List<Day> days(Span span, Map<LocalDate, Figures> sums) {
    return span.first()
        .datesUntil(span.last().plusDays(1))
        .map(day -> new Day(day, sums.getOrDefault(day, Figures.NONE)))
        .toList();
  }

  private static OfAccount ofAccount(
      Map.Entry<String, Figures> sum, Function<String, Optional<Account>> account) {
    var name = account.apply(sum.getKey()).map(Account::name).orElse("");
    return new OfAccount(sum.getKey(), name, sum.getValue());
  }

  private static List<OfReason> endings(List<Ending> endings) {
    return endings.stream()
        .collect(
            Collectors.groupingBy(
                ending -> ending.reason().word(),
                TreeMap::new,
                Collectors.summingLong(Ending::count)))
        .entrySet()
        .stream()
        .map(sum -> new OfReason(sum.getKey(), sum.getValue()))
        .sorted(Comparator.comparing((OfReason one) -> -one.count()))
        .toList();
  }
}
