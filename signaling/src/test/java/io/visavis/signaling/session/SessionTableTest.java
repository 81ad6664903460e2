package io.visavis.signaling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/session-states.md and the machine say the same, cell by cell. */
class SessionTableTest {
  private static final Path PAGE = Path.of("..", "docs", "session-states.md");
  private static final List<String> COLUMNS =
      List.of(
          "requested",
          "requested, by link",
          "accepted",
          "accepted, captures",
          "accepted, activated",
          "live",
          "paused",
          "ended");

  @TestFactory
  Stream<DynamicTest> everyCellHolds() throws IOException {
    return rows()
        .flatMap(
            row ->
                IntStream.range(0, COLUMNS.size())
                    .mapToObj(
                        at -> cell(Trigger.valueOf(row.get(0)), COLUMNS.get(at), row.get(at + 1))));
  }

  @Test
  void everyTriggerHasItsRow() throws IOException {
    assertThat(rows().map(row -> Trigger.valueOf(row.get(0))).toList())
        .containsExactlyInAnyOrder(Trigger.values());
  }

  private static DynamicTest cell(Trigger trigger, String column, String expected) {
    return dynamicTest(
        trigger + " while " + column + ": " + expected,
        () -> assertThat(outcome(trigger, SampleSessions.in(column))).isEqualTo(expected));
  }

  private static String outcome(Trigger trigger, ShareSession session) {
    var occurrence =
        trigger == Trigger.VISITOR_ACCEPTS
            ? Occurrence.accepted("view.1", "fr")
            : Occurrence.of(trigger);
    var now = SampleSessions.START.plus(Duration.ofHours(1));
    var decision = SampleSessions.MACHINE.decide(session, occurrence, now);
    if (decision instanceof Decision.Moved moved) {
      return moved(session, moved.to());
    }
    return decision instanceof Decision.Rejected rejected
        ? "no: " + rejected.code().name().toLowerCase(Locale.ROOT).replace('_', '-')
        : "same";
  }

  private static String moved(ShareSession from, ShareSession to) {
    assertThat(to.version()).isEqualTo(from.version() + 1);
    if (to.state() == SessionState.ENDED) {
      return "end: " + to.endReason().word();
    }
    var state = to.state().name().toLowerCase(Locale.ROOT);
    if (to.state() != SessionState.ACCEPTED) {
      return state;
    }
    return state + (to.capturing() ? ", captures" : "") + (to.activated() ? ", activated" : "");
  }

  private static Stream<List<String>> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `") && line.matches("\\| `[A-Z_]+` .*"))
        .map(
            line ->
                Arrays.stream(line.split("\\|"))
                    .skip(1)
                    .map(text -> text.strip().replace("`", ""))
                    .toList());
  }
}
