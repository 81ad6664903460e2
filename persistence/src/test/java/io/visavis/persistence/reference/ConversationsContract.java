package io.visavis.persistence.reference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What holds for conversations whatever the database; a subclass names one. */
abstract class ConversationsContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");

  private final ConversationKey key = freshKey();

  abstract SessionFactory sessions();

  static ConversationKey freshKey() {
    return new ConversationKey("pk_demo_lumen", "v-" + UUID.randomUUID());
  }

  <T> T inTransaction(Function<Conversations, T> work) {
    EntityManager entities = sessions().createEntityManager();
    try {
      entities.getTransaction().begin();
      T result = work.apply(new Conversations(entities));
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }

  private KnownVisitor arrive(Instant at) {
    ViewedPage page = new ViewedPage("Lampes", "http://shop.localhost:8080/lampes");
    Arrival arrival = new Arrival(key, "Visiteur 4F2A", "desktop", "Firefox", "fr", page, at);
    return inTransaction(store -> store.arrive(arrival));
  }

  private Posting post(Sender sender, String clientMsgId, String text) {
    NewMessage message = new NewMessage(key, sender, clientMsgId, "Camille", text, NOON);
    return inTransaction(store -> store.post(message)).orElseThrow();
  }

  @Test
  void aVisitorComesBackAsTheyWere() {
    arrive(NOON);

    KnownVisitor found = inTransaction(store -> store.visitor(key)).orElseThrow();

    assertThat(found.name()).isEqualTo("Visiteur 4F2A");
    assertThat(found.firstSeenAt()).isEqualTo(NOON);
    assertThat(found.page().title()).isEqualTo("Lampes");
    assertThat(found.visits()).isEqualTo(1);
  }

  @Test
  void anotherPageIsTheSameVisitAndAnAbsenceIsANewOne() {
    arrive(NOON);
    assertThat(arrive(NOON.plus(Duration.ofMinutes(29))).visits()).isEqualTo(1);
    assertThat(arrive(NOON.plus(Duration.ofHours(2))).visits()).isEqualTo(2);
  }

  @Test
  void theLastSignOfLifeNeverMovesBack() {
    arrive(NOON);
    KnownVisitor left =
        inTransaction(store -> store.leave(key, NOON.minusSeconds(60))).orElseThrow();
    assertThat(left.lastSeenAt()).isEqualTo(NOON);
  }

  @Test
  void theSameIdOnAnotherSiteIsAnotherVisitor() {
    arrive(NOON);
    ConversationKey elsewhere = new ConversationKey("pk_demo_brume", key.visitorId());
    Optional<KnownVisitor> stranger = inTransaction(store -> store.visitor(elsewhere));
    assertThat(stranger).isEmpty();
    assertThat(inTransaction(store -> store.messages(elsewhere, Long.MAX_VALUE, 10)).items())
        .isEmpty();
  }

  @Test
  void aMessageSentTwiceIsStoredOnce() {
    arrive(NOON);
    Posting first = post(Sender.VISITOR, "m-1", "Bonjour");
    Posting again = post(Sender.VISITOR, "m-1", "Bonjour");

    assertThat(first.isNew()).isTrue();
    assertThat(again.isNew()).isFalse();
    assertThat(again.message()).isEqualTo(first.message());
    assertThat(again.visitor().messages()).isEqualTo(1);
  }

  @Test
  void bothSidesMayUseTheSameClientMessageId() {
    arrive(NOON);
    post(Sender.VISITOR, "m-1", "Bonjour");
    assertThat(post(Sender.AGENT, "m-1", "Bonjour !").isNew()).isTrue();
  }

  @Test
  void visitorsMessagesAreUnreadUntilAnAgentReadsOrAnswers() {
    arrive(NOON);
    post(Sender.VISITOR, "m-1", "Bonjour");
    assertThat(post(Sender.VISITOR, "m-2", "Il y a quelqu’un ?").visitor().unread()).isEqualTo(2);
    assertThat(inTransaction(store -> store.markRead(key)).orElseThrow().unread()).isZero();
    post(Sender.VISITOR, "m-3", "?");
    assertThat(post(Sender.AGENT, "a-1", "Oui !").visitor().unread()).isZero();
  }

  @Test
  void nothingIsStoredForAnUnknownVisitor() {
    NewMessage stray = new NewMessage(key, Sender.AGENT, "a-1", "Camille", "Bonjour", NOON);
    Optional<Posting> posting = inTransaction(store -> store.post(stray));
    assertThat(posting).isEmpty();
    Optional<KnownVisitor> looked = inTransaction(store -> store.look(key, null, NOON));
    assertThat(looked).isEmpty();
  }

  @Test
  void aLongConversationIsReadInStretches() {
    arrive(NOON);
    for (int i = 1; i <= 5; i++) {
      post(Sender.VISITOR, "m-" + i, "message " + i);
    }
    MessagePage last = inTransaction(store -> store.messages(key, Long.MAX_VALUE, 3));
    MessagePage first = inTransaction(store -> store.messages(key, last.items().get(0).id(), 3));

    assertThat(last.items())
        .extracting(StoredMessage::clientMsgId)
        .containsExactly("m-3", "m-4", "m-5");
    assertThat(last.more()).isTrue();
    assertThat(first.items()).extracting(StoredMessage::clientMsgId).containsExactly("m-1", "m-2");
    assertThat(first.more()).isFalse();
  }

  @Test
  void theLongestMessageInAnyScriptSurvivesUnchanged() {
    arrive(NOON);
    String text = "é🪔".repeat(1_333) + "x";
    assertThat(post(Sender.VISITOR, "m-1", text).message().text()).isEqualTo(text);
    StoredMessage read =
        inTransaction(store -> store.messages(key, Long.MAX_VALUE, 1)).items().get(0);
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.at()).isEqualTo(NOON.truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void eightWritersOfOneMessageStoreItOnce() throws Exception {
    arrive(NOON);
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      Callable<Posting> write = () -> post(Sender.VISITOR, "m-1", "Bonjour");
      Set<Long> ids = new HashSet<>();
      int fresh = 0;
      for (Future<Posting> posting :
          writers.invokeAll(List.of(write, write, write, write, write, write, write, write))) {
        ids.add(posting.get().message().id());
        fresh += posting.get().isNew() ? 1 : 0;
      }
      assertThat(ids).hasSize(1);
      assertThat(fresh).isEqualTo(1);
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void theLastSeenVisitorsComeFirst() {
    arrive(NOON.plus(Duration.ofDays(400)));
    List<KnownVisitor> recent = inTransaction(store -> store.recentVisitors("pk_demo_lumen", 1));
    assertThat(recent).extracting(KnownVisitor::key).containsExactly(key);
    inTransaction(
        store ->
            store.arrive(
                new Arrival(
                    freshKey(),
                    "V",
                    "phone",
                    "Safari",
                    "en",
                    null,
                    NOON.plus(Duration.ofDays(401)))));
    List<KnownVisitor> all = inTransaction(store -> store.recentVisitors("pk_demo_lumen", 50));
    assertThat(all).isSortedAccordingTo((a, b) -> b.lastSeenAt().compareTo(a.lastSeenAt()));
  }
}
