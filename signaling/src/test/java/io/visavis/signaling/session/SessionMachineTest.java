package io.visavis.signaling.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionMachineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requested",
        "accepted",
        "accepted, captures",
        "accepted, activated",
        "live",
        "paused"
      })
  void visitorCanStopInEveryOpenState(String column) {
    var stopped =
        SampleSessions.after(SampleSessions.in(column), Occurrence.of(Trigger.VISITOR_STOPS));

    assertThat(stopped.endReason()).isEqualTo(EndReason.VISITOR_STOPPED);
    assertThat(stopped.deadline()).isNull();
  }

  @Test
  void acceptingKeepsWordingAndLanguageAsEvidence() {
    var decision =
        SampleSessions.MACHINE.decide(
            SampleSessions.requested(),
            Occurrence.accepted("view.1", "fr"),
            SampleSessions.START.plusSeconds(5));

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Moved.class,
            moved -> {
              assertThat(moved.effects()).containsExactly(Effect.RECORD_CONSENT);
              assertThat(moved.to().consentWording()).isEqualTo("view.1");
              assertThat(moved.to().consentLanguage()).isEqualTo("fr");
            });
  }

  @Test
  void endingAfterTheYesWithdrawsTheConsent() {
    var decision =
        SampleSessions.MACHINE.decide(
            SampleSessions.in("live"),
            Occurrence.of(Trigger.AGENT_STOPS),
            SampleSessions.START.plusSeconds(9));

    assertThat(((Decision.Moved) decision).effects()).containsExactly(Effect.WITHDRAW_CONSENT);
  }

  @Test
  void firstFrameLiftsTheDeadline() {
    var flowing =
        SampleSessions.after(SampleSessions.in("live"), Occurrence.of(Trigger.MEDIA_FLOWS));

    assertThat(flowing.deadline()).isNull();
    assertThat(
            SampleSessions.MACHINE.decide(
                flowing,
                Occurrence.of(Trigger.DEADLINE_PASSES),
                SampleSessions.START.plus(Duration.ofDays(1))))
        .isEqualTo(new Decision.Rejected(Decision.Refusal.WRONG_STATE));
  }

  @Test
  void deadlineBeforeItsTimeIsRefused() {
    var decision =
        SampleSessions.MACHINE.decide(
            SampleSessions.requested(),
            Occurrence.of(Trigger.DEADLINE_PASSES),
            SampleSessions.requested().deadline().minusNanos(1000));

    assertThat(decision).isEqualTo(new Decision.Rejected(Decision.Refusal.WRONG_STATE));
  }

  @Test
  void durationCountsFromLive() {
    var live = SampleSessions.in("live");
    var ended =
        ((Decision.Moved)
                SampleSessions.MACHINE.decide(
                    live, Occurrence.of(Trigger.AGENT_STOPS), live.liveAt().plusSeconds(42)))
            .to();

    assertThat(ended.duration()).contains(Duration.ofSeconds(42));
  }
}
