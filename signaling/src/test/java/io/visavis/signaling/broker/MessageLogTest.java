package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.protocol.ClientMessage.PeerOffer;
import io.visavis.signaling.protocol.ServerMessage.Relay;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageLogTest {
  private final MessageLog log = new MessageLog(3, 100);

  private void append(int length) {
    log.append(
        seq -> new Relay(seq, new PeerOffer(Optional.empty(), "session", "x".repeat(length))));
  }

  private long keptAfter(long seq) {
    return log.after(seq).orElseThrow().size();
  }

  @Test
  void whatWasMissedIsKept() {
    append(10);
    append(10);
    assertThat(keptAfter(0)).isEqualTo(2);
    assertThat(keptAfter(1)).isOne();
  }

  @Test
  void noMoreMessagesAreKeptThanAllowed() {
    for (var i = 0; i < 4; i++) {
      append(1);
    }
    assertThat(log.after(0)).isEmpty();
    assertThat(keptAfter(1)).isEqualTo(3);
  }

  @Test
  void noMoreCharactersAreKeptThanAllowed() {
    append(60);
    append(30);
    append(50);
    assertThat(log.after(0)).isEmpty();
    assertThat(keptAfter(1)).isEqualTo(2);
    append(100);
    assertThat(log.after(2)).isEmpty();
    assertThat(keptAfter(3)).isOne();
  }

  @Test
  void aMessageLargerThanTheLogIsNumberedAndForgotten() {
    append(101);
    assertThat(log.after(0)).isEmpty();
    assertThat(keptAfter(1)).isZero();
  }
}
