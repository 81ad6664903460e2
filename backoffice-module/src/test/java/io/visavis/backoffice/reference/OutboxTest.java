package io.visavis.backoffice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final RecordingWire wire = new RecordingWire();
  private final Outbox outbox = new Outbox(wire, new SettableClock());

  @Test
  void oneMessageIsUnderWayAtATime() {
    wire.stick();
    outbox.offer("one");
    outbox.offer("two");
    assertThat(wire.sent).containsExactly("one");
    wire.finish(null);
    assertThat(wire.sent).containsExactly("one", "two");
    wire.finish(null);
    assertThat(outbox.oldestUnsent()).isEmpty();
  }

  @Test
  void aBacklogLeavesInOrderWhenTheSocketReadsAgain() {
    wire.stick();
    outbox.offer("first");
    IntStream.range(0, 100).forEach(i -> outbox.offer("m" + i));
    wire.flow();
    assertThat(wire.sent).hasSize(101).endsWith("m98", "m99");
    assertThat(outbox.oldestUnsent()).isEmpty();
  }

  @Test
  void theQueueIsBoundedByMessages() {
    wire.stick();
    outbox.offer("under way");
    IntStream.range(0, Outbox.MAX_MESSAGES)
        .forEach(i -> assertThat(outbox.offer("m" + i)).isTrue());
    assertThat(outbox.offer("one too many")).isFalse();
  }

  @Test
  void theQueueIsBoundedByLength() {
    wire.stick();
    outbox.offer("under way");
    assertThat(outbox.offer("x".repeat(Outbox.MAX_CHARS))).isTrue();
    assertThat(outbox.offer("x")).isFalse();
  }

  @Test
  void nothingIsTakenAfterAFailure() {
    wire.stick();
    outbox.offer("one");
    wire.finish(new IOException("gone"));
    assertThat(outbox.offer("two")).isFalse();
    assertThat(wire.sent).containsExactly("one");
  }
}
