package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.broker.Playground.Chair;
import io.visavis.signaling.broker.Playground.Deed;
import io.visavis.signaling.broker.Playground.Step;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.Trigger;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Four hands at once: nobody waits for ever, and what is told stays in order. */
class BrokerRaceTest {
  private static final int HANDS = 4;
  private static final int STEPS = 400;

  @RepeatedTest(10)
  void manyHandsAtOnceBreakNoPromise(RepetitionInfo repetition)
      throws InterruptedException, ExecutionException, TimeoutException {
    var play = new Playground((member, message) -> {});
    var hands =
        IntStream.range(0, HANDS)
            .mapToObj(hand -> new Random(1000L * repetition.getCurrentRepetition() + hand))
            .map(random -> CompletableFuture.runAsync(() -> playAlong(play, random)))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(hands).get(60, TimeUnit.SECONDS);
    play.goHome();

    assertThat(play.anyoneOpen()).isFalse();
    assertThat(play.here.broker.rooms()).isZero();
    assertThat(play.here.broker.presentPeople()).isZero();
    play.everybody.forEach(BrokerRaceTest::heardInOrder);
  }

  private static void playAlong(Playground play, Random random) {
    for (var i = 0; i < STEPS; i++) {
      var deed = any(random, Deed.values());
      var chair = any(random, Chair.values());
      var trigger = any(random, Trigger.values());
      // The clock stands still: by hand it would run by minutes between two steps of one thread.
      var still = deed == Deed.WAIT_LONG ? Deed.WAIT_A_LITTLE : deed;
      var which = still == Deed.WAIT_A_LITTLE ? 0 : random.nextInt(7);
      play.play(new Step(still, chair, trigger, which));
    }
  }

  private static void heardInOrder(FakeMember member) {
    var last = new HashMap<String, Long>();
    var over = new HashMap<String, Boolean>();
    for (var message : member.told) {
      var seq = FakeMember.seq(message);
      if (seq > 0) {
        var id = sessionId(message);
        assertThat(seq).isGreaterThan(last.getOrDefault(id, 0L));
        assertThat(over).as("a word after the end").doesNotContainKey(id);
        last.put(id, seq);
        if (isEnd(message)) {
          over.put(id, true);
        }
      }
    }
  }

  private static String sessionId(ServerMessage message) {
    return message instanceof ServerMessage.SessionStateMessage state
        ? state.session().id()
        : ((ServerMessage.Relay) message).message().sessionId();
  }

  private static boolean isEnd(ServerMessage message) {
    return message instanceof ServerMessage.SessionStateMessage state
        && state.session().state() == SessionState.ENDED;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
