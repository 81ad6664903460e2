package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.visavis.signaling.MemoryPolicies;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.SessionSnapshot.Picture;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.protocol.SurfaceLimit;
import io.visavis.signaling.session.EndReason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the two sides say of their way to the relay, and what becomes of it. */
class RelayReportTest {
  private final BrokerFixture here = new BrokerFixture();

  @Test
  void bothSidesAreToldAtOnceWhereOnlyARelayWillDo() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, true));
    var id = here.accepted();

    here.broker.relayReport(here.panel, id, RelayReach.UNREACHABLE);

    assertThat(seen(here.popup).notice()).isEqualTo(Notice.NO_RELAY);
    assertThat(seen(here.panel).relayFailures())
        .isEqualTo(Map.of(Side.AGENT, RelayReach.UNREACHABLE));
  }

  @Test
  void aRelayThatIsNotNeededIsNoTroubleUntilThereIsNoWay() {
    var id = here.accepted();
    here.broker.relayReport(here.popup, id, RelayReach.REFUSED);
    assertThat(seen(here.panel).notice()).isEqualTo(Notice.NONE);

    here.broker.notice(here.popup, id, Notice.NO_ROUTE);

    assertThat(seen(here.panel).notice()).isEqualTo(Notice.NO_RELAY);
  }

  @Test
  void otherHindrancesOfTheVisitorsAreToldFirst() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, true));
    var id = here.accepted();
    here.broker.relayReport(here.popup, id, RelayReach.REFUSED);

    here.broker.notice(here.popup, id, Notice.PICKER_CANCELLED);

    assertThat(seen(here.panel).notice()).isEqualTo(Notice.PICKER_CANCELLED);
  }

  @Test
  void whoReachesItAtLastTakesTheWordBack() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, true));
    var id = here.accepted();
    here.broker.relayReport(here.popup, id, RelayReach.UNREACHABLE);

    here.broker.relayReport(here.popup, id, RelayReach.REACHED);

    assertThat(seen(here.panel).notice()).isEqualTo(Notice.NONE);
    assertThat(seen(here.panel).relayFailures()).isEmpty();
  }

  @Test
  void aShareWithoutPictureEndsWithTheRelayAsItsCause() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, true));
    var id = here.liveWithoutPictures();
    here.broker.relayReport(here.popup, id, RelayReach.UNREACHABLE);

    here.pass(Duration.ofSeconds(31));

    var ended = here.store.find("account-1", id).orElseThrow();
    assertThat(ended.endReason()).isEqualTo(EndReason.NO_MEDIA);
    assertThat(ended.endDetail()).isEqualTo("no-relay");
  }

  @Test
  void eachSideCountsOncePerSessionHoweverOftenItComesAndGoes() {
    var id = here.accepted();
    for (var reach : new RelayReach[] {RelayReach.REFUSED, RelayReach.REACHED}) {
      here.broker.relayReport(here.popup, id, reach);
    }
    here.broker.relayReport(here.popup, id, RelayReach.UNREACHABLE);
    here.broker.relayReport(here.panel, id, RelayReach.MISSING);

    assertThat(here.relayFailures).containsExactly("visitor refused", "agent missing");
  }

  @Test
  void aReportThatIsNoNewsIsToldNobody() {
    var id = here.accepted();
    here.broker.relayReport(here.popup, id, RelayReach.REFUSED);
    var told = here.panel.told.size();

    here.broker.relayReport(here.popup, id, RelayReach.REFUSED);

    assertThat(here.panel.told).hasSize(told);
  }

  @Test
  void onlyParticipantsReportAndOnlyAfterTheYes() {
    var id = here.requested();
    assertThat(refusal(here.panel, id)).isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(refusal(here.popup, id)).isEqualTo(ErrorCode.NOT_FOUND);
  }

  private ErrorCode refusal(FakeMember member, String id) {
    return catchThrowableOfType(
            Refused.class, () -> here.broker.relayReport(member, id, RelayReach.REFUSED))
        .code();
  }

  private static Picture seen(FakeMember member) {
    return member.session().orElseThrow().picture();
  }
}
