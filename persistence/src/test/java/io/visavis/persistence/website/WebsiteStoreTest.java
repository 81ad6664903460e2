package io.visavis.persistence.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.website.HelpCall;
import io.visavis.signaling.website.WebsiteStore;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class WebsiteStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");

  @Parameter Engine engine;
  private WebsiteStore store;
  private final String account = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void twoAccounts() throws Exception {
    var database = engine.database();
    store = database.store(WebsiteStore.class, JpaWebsiteStore::new);
    for (var id : new String[] {account, other}) {
      database.sql(
          "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
              + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                  .formatted(id));
    }
  }

  private HelpCall called(String visitorId, Instant at) {
    var call = new HelpCall(UUID.randomUUID().toString(), account, visitorId, "chat-1", at, null);
    assertThat(store.add(call, 100)).isTrue();
    return call;
  }

  @Test
  void theLatestUnansweredCallIsFoundUntilItIsAnswered() {
    called("visitor-1", NOW.minusSeconds(60));
    var latest = called("visitor-1", NOW);
    called("visitor-2", NOW);
    assertThat(store.unanswered(account, "visitor-1", NOW.minusSeconds(90))).contains(latest);
    assertThat(store.unanswered(account, "visitor-1", NOW)).contains(latest);
    assertThat(store.unanswered(account, "visitor-1", NOW.plusSeconds(1))).isEmpty();
    assertThat(store.unanswered(other, "visitor-1", NOW.minusSeconds(90))).isEmpty();

    assertThat(store.answer(other, "visitor-1", NOW)).isZero();
    assertThat(store.answer(account, "visitor-1", NOW.plusSeconds(5))).isEqualTo(2);
    assertThat(store.unanswered(account, "visitor-1", NOW.minusSeconds(90))).isEmpty();
    assertThat(store.calls(account, "visitor-1", null, 10))
        .extracting(HelpCall::answeredAt)
        .containsOnly(NOW.plusSeconds(5));
  }

  @Test
  void callsComeNewestFirstPageByPage() {
    var first = called("visitor-1", NOW);
    var second = called("visitor-2", NOW.plusSeconds(1));
    var third = called("visitor-1", NOW.plusSeconds(2));
    assertThat(store.calls(account, null, null, 2)).containsExactly(third, second);
    assertThat(store.calls(account, null, second.id(), 2)).containsExactly(first);
    assertThat(store.calls(account, "visitor-1", null, 2)).containsExactly(third, first);
    assertThat(store.calls(other, null, null, 2)).isEmpty();
    assertThat(store.calls(other, null, second.id(), 2)).isEmpty();
    assertThat(store.calls(account, "nul\0", null, 2)).isEmpty();
  }

  @Test
  void ofManyCallsAtOnceNoMoreAreKeptThanAMinuteAllows() throws Exception {
    var kept =
        Race.of(
            8,
            () ->
                store.add(
                    new HelpCall(
                        UUID.randomUUID().toString(),
                        account,
                        "visitor-" + UUID.randomUUID(),
                        null,
                        NOW,
                        null),
                    3));
    assertThat(kept).filteredOn(Boolean::booleanValue).hasSize(3);
    var later = NOW.plusSeconds(60);
    var call = new HelpCall(UUID.randomUUID().toString(), account, "v-1", null, later, null);
    assertThat(store.add(call, 3)).isTrue();
  }

  @Test
  void theHostIsToldOfACallThatIsKept() throws Exception {
    var database = engine.database();
    database.sql(
        "insert into webhook_endpoint (id, account_id, url, events, status, secret, created_at)"
            + " values ('whe_%1$s', '%1$s', 'https://h.example/', 'help.asked', 'ENABLED', 's',"
                .formatted(account)
            + " current_timestamp)");
    called("visitor-1", NOW);
    assertThat(
            database.count(
                "select count(*) from webhook_message where account_id = '%s'".formatted(account)
                    + " and type = 'help.asked' and body like '%visitor-1%'"))
        .isEqualTo(1);
    database.sql("update webhook_endpoint set status = 'DELETED'");
  }
}
