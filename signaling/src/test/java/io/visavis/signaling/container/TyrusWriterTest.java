package io.visavis.signaling.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.tyrus.core.TyrusSession;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyrusWriterTest {
  /** What has the writer in a private field of its superclass. */
  private static class Base {
    private final Writer writer;

    Base(Writer writer) {
      this.writer = writer;
    }

    Writer inside() {
      return writer;
    }
  }

  private static final class Protocol extends Base {
    Protocol(Writer writer) {
      super(writer);
    }
  }

  private static final class Recording extends Writer {
    final List<byte[]> written = new ArrayList<>();
    Throwable problem;

    @Override
    public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> handler) {
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      written.add(bytes);
      if (problem == null) {
        handler.completed(buffer);
      } else {
        handler.failed(problem);
      }
    }

    @Override
    public void close() {}
  }

  private final Recording recording = new Recording();

  @Test
  void thisTyrusHasTheFieldsOnTheWay() throws ReflectiveOperationException {
    Class<?> at = TyrusSession.class;
    for (var name : TyrusWriter.WAY) {
      at = TyrusWriter.field(at, name).getType();
    }
    assertThat(at).isEqualTo(Writer.class);
  }

  @Test
  void aSessionOfAnotherContainerHasNoWriter() {
    assertThat(TyrusWriter.of(session(true))).isEmpty();
  }

  @Test
  void textIsWrittenAsOneFinalFrame() {
    var ends = new ArrayList<Throwable>();
    writer(true).send("{é}".getBytes(UTF_8), ends::add);
    assertThat(recording.written)
        .containsExactly(new byte[] {(byte) 0x81, 4, '{', (byte) 0xC3, (byte) 0xA9, '}'});
    assertThat(ends).hasSize(1).containsOnlyNulls();
  }

  @Test
  void aWriteThatFailsIsTold() {
    var ends = new ArrayList<Throwable>();
    recording.problem = new IOException("reset");
    writer(true).send(new byte[] {'x'}, ends::add);
    assertThat(ends).containsExactly(recording.problem);
  }

  @Test
  void nothingIsWrittenAfterTheClose() {
    var closed = writer(false);
    assertThatThrownBy(() -> closed.send(new byte[] {'x'}, end -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(recording.written).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,2", "125,2", "126,4", "65535,4", "65536,10"})
  void theLengthTakesAsFewBytesAsTheStandardAsks(int length, int header) {
    var frame = TyrusWriter.frame(new byte[length]);
    assertThat(frame.remaining()).isEqualTo(header + length);
    assertThat(frame.get(0)).isEqualTo((byte) 0x81);
    assertThat(
            switch (header) {
              case 2 -> frame.get(1);
              case 4 -> frame.getShort(2) & 0xFFFF;
              default -> (int) frame.getLong(2);
            })
        .isEqualTo(length);
  }

  private TyrusWriter writer(boolean open) {
    return TyrusWriter.of(session(open), new Protocol(recording), "writer").orElseThrow();
  }

  private static Session session(boolean open) {
    InvocationHandler answers =
        (proxy, method, arguments) -> method.getName().equals("isOpen") ? open : null;
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(), new Class<?>[] {Session.class}, answers);
  }
}
