package io.visavis.backoffice.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.backoffice.operator.UsageReport.Figures;
import io.visavis.backoffice.operator.UsageReport.OfReason;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.UsageStore.AccountDay;
import io.visavis.signaling.session.UsageStore.Ending;
import io.visavis.signaling.session.UsageStore.FirstFrame;
import io.visavis.signaling.session.UsageStore.Usage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageOfAccountsTest {
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
  private static final LocalDate THURSDAY = FRIDAY.minusDays(1);

  private final Map<String, String> names =
      Map.of("a", "Atelier", "b", "=cmd|' /C calc'!A0, \"B\"");
  private final Usage usage =
      new Usage(
          List.of(
              new AccountDay(THURSDAY, "a", 2, 1, 1, 60),
              new AccountDay(FRIDAY, "a", 1, 1, 0, 0),
              new AccountDay(FRIDAY, "b", 5, 2, 2, 120)),
          List.of(
              new Ending(THURSDAY, "a", EndReason.VISITOR_STOPPED, 1),
              new Ending(FRIDAY, "b", EndReason.VISITOR_STOPPED, 1),
              new Ending(FRIDAY, "b", EndReason.DECLINED, 3)),
          Optional.of(new FirstFrame(250, 900)));

  private Optional<Account> account(String id) {
    return Optional.ofNullable(names.get(id))
        .map(
            name ->
                new Account(
                    id, "pk", name, List.of(), List.of(), new Eligibility(true, null, true), null));
  }

  private UsageReport report() {
    return UsageReport.of(new Span(FRIDAY.minusDays(2), FRIDAY), usage, this::account);
  }

  @Test
  void figuresAreAddedUpByDayAndEveryDayIsThere() {
    assertThat(report().days())
        .containsExactly(
            new UsageReport.Day(FRIDAY.minusDays(2), Figures.NONE),
            new UsageReport.Day(THURSDAY, new Figures(2, 1, 1, 60)),
            new UsageReport.Day(FRIDAY, new Figures(6, 3, 2, 120)));
    assertThat(report().total()).isEqualTo(new Figures(8, 4, 3, 180));
  }

  @Test
  void theBusiestAccountComesFirst() {
    assertThat(report().accounts())
        .extracting(UsageReport.OfAccount::id, one -> one.figures().requested())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", 5L),
            org.assertj.core.groups.Tuple.tuple("a", 3L));
  }

  @Test
  void endingsAreAddedUpAndTheMostFrequentComesFirst() {
    assertThat(report().endings())
        .containsExactly(new OfReason("declined", 3), new OfReason("visitor-stopped", 2));
  }

  @Test
  void theTableHasALineForEachAccountAndDayAndNoFormulas() {
    var lines = UsageTable.of(usage, this::account).split("\r\n");
    assertThat(lines).hasSize(4);
    assertThat(lines[0]).startsWith("\uFEFFday,account,name,requested,accepted,live,");
    assertThat(lines[0]).contains(",ended_visitor_stopped,").contains(",ended_declined,");
    assertThat(lines[1]).startsWith("2026-11-19,a,Atelier,2,1,1,60,1,");
    assertThat(lines[3]).startsWith("2026-11-20,b,\"'=cmd|' /C calc'!A0, \"\"B\"\"\",5,2,2,120,1,");
    assertThat(lines[1].split(",")).hasSize(lines[0].split(",").length);
  }

  @Test
  void withoutParametersItIsTheLastThirtyDays() {
    assertThat(Span.of(null, null, FRIDAY, 366)).isEqualTo(new Span(FRIDAY.minusDays(29), FRIDAY));
    assertThat(Span.of(null, null, FRIDAY, 7)).isEqualTo(new Span(FRIDAY.minusDays(6), FRIDAY));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21,2026-11-20",
    "2025-11-19,2026-11-20",
    "yesterday,2026-11-20",
    "2026-02-30,2026-11-20",
    "+999999999-12-31,2026-11-20",
    "2026-11-01,20261120",
    "0001-01-01,0001-01-02"
  })
  void aBadSpanIsRefused(String from, String to) {
    assertThatThrownBy(() -> Span.of(from, to, FRIDAY, 366)).isInstanceOf(BadRequest.class);
  }

  @Test
  void theLongestSpanIsAllowed() {
    assertThat(Span.of("2025-11-20", "2026-11-20", FRIDAY, 366).first())
        .isEqualTo(LocalDate.parse("2025-11-20"));
  }
}
