package io.visavis.persistence.session;

import static io.visavis.persistence.session.Shares.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class SessionListTest {
  private static final int ALL = 1_000_000;

  @Parameter Engine engine;
  private Shares shares;
  private SessionStore store;

  @BeforeEach
  void anAccount() throws Exception {
    shares = new Shares(engine.database());
    store = shares.store;
  }

  /** Lists without an account hold the sessions of other tests too. */
  private List<ShareSession> mine(List<ShareSession> sessions) {
    return sessions.stream().filter(s -> s.accountId().equals(shares.account)).toList();
  }

  @Test
  void historyIsNewestFirstAndPagesWithoutGapsAlsoAmongEqualTimes() {
    var all = new ArrayList<ShareSession>();
    for (int i = 0; i < 25; i++) {
      // Five at each instant, so that pages end in the middle of equal times.
      all.add(shares.created("v" + i, NOW.plusSeconds(i / 5)));
    }
    var paged = new ArrayList<ShareSession>();
    var page = store.history(shares.account, null, null, 4);
    while (!page.isEmpty()) {
      paged.addAll(page);
      page = store.history(shares.account, null, page.get(page.size() - 1).id(), 4);
    }
    assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
    assertThat(paged)
        .extracting(ShareSession::requestedAt)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(paged).isEqualTo(store.history(shares.account, null, null, 100));
  }

  @Test
  void historyOfOneVisitorHoldsThatVisitorOnly() {
    var old = shares.won(shares.created("v"), Occurrence.of(Trigger.VISITOR_DECLINES));
    shares.created("w");
    var recent = shares.created("v", NOW.plusSeconds(1));
    assertThat(store.history(shares.account, "v", null, 10)).containsExactly(recent, old);
    assertThat(store.history(shares.account, "v", recent.id(), 10)).containsExactly(old);
    assertThat(store.history(shares.account, "nobody", null, 10)).isEmpty();
  }

  @Test
  void anUnknownCursorAndATextNoColumnHoldsHaveNothingAfterThem() {
    shares.created("v");
    assertThat(store.history(shares.account, null, "unknown", 10)).isEmpty();
    assertThat(store.history(shares.account, null, "\0", 10)).isEmpty();
    assertThat(store.history(shares.account, "\uD83D", null, 10)).isEmpty();
  }

  @Test
  void dueSessionsAreTheOpenOnesPastTheirDeadlineMostOverdueFirst() {
    var later = shares.created("later", NOW.plusSeconds(1));
    var sooner = shares.created("sooner");
    shares.won(shares.created("ended"), Occurrence.of(Trigger.VISITOR_STOPS));
    var none = shares.live("none");
    shares.won(none, Occurrence.of(Trigger.MEDIA_FLOWS));
    assertThat(mine(store.due(sooner.deadline(), ALL))).containsExactly(sooner);
    assertThat(mine(store.due(later.deadline(), ALL))).containsExactly(sooner, later);
    assertThat(mine(store.due(sooner.deadline().minusMillis(1), ALL))).isEmpty();
  }

  @Test
  void openSessionsWithoutEligibilityAreFoundFromTheEndDateOn() throws Exception {
    var session = shares.created("v");
    shares.won(shares.created("ended"), Occurrence.of(Trigger.VISITOR_STOPS));
    assertThat(mine(store.openWithoutEligibility(NOW, ALL))).isEmpty();
    shares.eligible(true, NOW.plusSeconds(60));
    assertThat(mine(store.openWithoutEligibility(NOW.plusSeconds(59), ALL))).isEmpty();
    assertThat(mine(store.openWithoutEligibility(NOW.plusSeconds(60), ALL)))
        .containsExactly(session);
    shares.eligible(false, null);
    assertThat(mine(store.openWithoutEligibility(NOW, ALL))).containsExactly(session);
  }

  @Test
  void openSessionsAreAllThatHaveNotEnded() {
    var requested = shares.created("a");
    var live = shares.live("b");
    shares.won(shares.created("c"), Occurrence.of(Trigger.AGENT_WITHDRAWS));
    assertThat(mine(store.open(ALL))).containsExactlyInAnyOrder(requested, live);
    assertThat(store.open(1)).hasSize(1);
  }
}
