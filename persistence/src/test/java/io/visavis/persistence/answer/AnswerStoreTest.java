package io.visavis.persistence.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.answer.AnswerStore;
import io.visavis.signaling.answer.AnswerStore.Answer;
import io.visavis.signaling.answer.AnswerStore.Found;
import io.visavis.signaling.answer.AnswerStore.Key;
import io.visavis.signaling.answer.AnswerStore.State;
import io.visavis.signaling.token.SecretBox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class AnswerStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private static final SecretBox BOX =
      new SecretBox(List.of("a secret of the service, of at least 32 characters"));

  @Parameter Engine engine;
  private AnswerStore store;
  private final String account = UUID.randomUUID().toString();
  private final Key key = new Key(account, "noor", "key");

  @BeforeEach
  void anAccount() throws SQLException {
    Database database = engine.database();
    store = database.store(AnswerStore.class, entities -> new JpaAnswerStore(entities, BOX));
    database.sql(
        "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
            + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                .formatted(account));
  }

  private Found begin(Key taken, String request, Instant now) {
    return store.begin(
        taken, request, now, now.minus(Duration.ofHours(24)), now.minus(Duration.ofMinutes(1)));
  }

  @Test
  void answerStandsUnderItsKeyForTheSameRequestOnly() {
    var answer = new Answer(201, "https://share.example/é", "{\"id\":\"é\"}");
    assertThat(begin(key, "one", NOW).state()).isEqualTo(State.BEGUN);
    assertThat(begin(key, "one", NOW).state()).isEqualTo(State.IN_FLIGHT);
    assertThat(begin(key, "two", NOW).state()).isEqualTo(State.OTHER_REQUEST);
    store.finish(key, NOW, answer);

    assertThat(begin(key, "one", NOW.plusSeconds(90))).isEqualTo(new Found(State.ANSWERED, answer));
    assertThat(begin(key, "two", NOW).state()).isEqualTo(State.OTHER_REQUEST);
    assertThat(begin(new Key(account, "camille", "key"), "one", NOW).state())
        .isEqualTo(State.BEGUN);
  }

  @Test
  void oneOfEightTakesAKey() throws Exception {
    var found = Race.of(8, () -> begin(key, "one", NOW).state());

    assertThat(found).filteredOn(state -> state == State.BEGUN).hasSize(1);
    assertThat(found).filteredOn(state -> state == State.IN_FLIGHT).hasSize(7);
  }

  @Test
  void keyIsFreeOnceItsRequestIsAbandonedOrItsTakerIsGoneOrItsLifeIsOver() {
    begin(key, "one", NOW);
    store.abandon(key, NOW);
    assertThat(begin(key, "two", NOW).state()).isEqualTo(State.BEGUN);
    assertThat(begin(key, "two", NOW.plusSeconds(61)).state()).isEqualTo(State.BEGUN);
    store.finish(key, NOW.plusSeconds(61), new Answer(201, null, null));
    assertThat(begin(key, "three", NOW.plus(Duration.ofHours(25))).state()).isEqualTo(State.BEGUN);
  }

  @Test
  void answerOfATakerThatWasGivenUpIsNotKeptForTheNextOne() {
    begin(key, "one", NOW);
    begin(key, "two", NOW.plusSeconds(61));

    store.finish(key, NOW, new Answer(201, null, "{}"));
    store.abandon(key, NOW);

    assertThat(begin(key, "two", NOW.plusSeconds(62)).state()).isEqualTo(State.IN_FLIGHT);
  }

  @Test
  void answerIsSealedInTheDatabase() throws SQLException {
    begin(key, "one", NOW);
    store.finish(key, NOW, new Answer(201, null, "{\"secret\":\"whsec_x\"}"));

    var rows = "select count(*) from idempotent_answer where account_id = '" + account + "'";
    assertThat(engine.database().count(rows + " and body like '%secret%'")).isZero();
    assertThat(engine.database().count(rows + " and body like 'v1.%'")).isOne();
  }

  @Test
  void answerThatCannotBeOpenedIsNoLicenceToCarryOutTheRequestAgain() throws SQLException {
    begin(key, "one", NOW);
    store.finish(key, NOW, new Answer(201, null, "{}"));
    var other =
        engine
            .database()
            .store(
                AnswerStore.class,
                entities ->
                    new JpaAnswerStore(
                        entities,
                        new SecretBox(List.of("quite another secret of 32 characters!"))));

    var found =
        other.begin(key, "one", NOW, NOW.minusSeconds(90), NOW.minus(Duration.ofMinutes(1)));
    assertThat(found.state()).isEqualTo(State.IN_FLIGHT);
  }

  @Test
  void aSealedAnswerDoesNotOpenForAnotherCaller() throws SQLException {
    var camilles = new Key(account, "camille", "key");
    for (var each : List.of(key, camilles)) {
      begin(each, "one", NOW);
      store.finish(each, NOW, new Answer(201, null, "{\"of\":\"" + each.caller() + "\"}"));
    }
    engine
        .database()
        .sql(
            "update idempotent_answer set body = (select a.body from idempotent_answer a where"
                + " a.account_id = '%1$s' and a.caller = 'noor')".formatted(account)
                + " where account_id = '%1$s' and caller = 'camille'".formatted(account));

    assertThat(begin(camilles, "one", NOW).answer()).isNull();
    assertThat(begin(key, "one", NOW).answer().body()).contains("noor");
  }

  @Test
  void whatIsPastItsLifeIsRemovedWithoutAnotherRequest() throws SQLException {
    begin(key, "one", NOW);

    assertThat(store.purge(NOW)).isZero();
    assertThat(store.purge(NOW.plusSeconds(1))).isPositive();
  }
}
