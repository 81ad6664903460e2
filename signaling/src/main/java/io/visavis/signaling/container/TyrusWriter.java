package io.visavis.signaling.container;

import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Writes text messages to one WebSocket, as whole frames of RFC 6455, past Tyrus' own encoder.
 *
 * <p>Tyrus takes a string and encodes it character by character with a coder of its own, copies the
 * bytes three times and starts its idle timer anew: a third of all the processor time that a
 * relayed offer costs. Here the bytes are there already. They go to the same writer, in the same
 * order, as the pings and closes that Tyrus itself sends.
 *
 * <p>The writer is behind private fields, hence the reflection. Where a later Tyrus has no such
 * fields, {@link #of} is empty and messages take the shipped way; that is logged once.
 */
public final class TyrusWriter {
  private static final Logger LOG = System.getLogger(TyrusWriter.class.getName());
  static final String[] WAY = {"basicRemote", "webSocket", "protocolHandler", "writer"};
  private static final AtomicBoolean TOLD = new AtomicBoolean();
  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final int TWO_BYTE_LENGTH = 126;
  private static final int EIGHT_BYTE_LENGTH = 127;
  private static final int MOST_IN_TWO_BYTES = 0xFFFF;

  private final Session session;
  private final Writer writer;

  private TyrusWriter(Session session, Writer writer) {
    this.session = session;
    this.writer = writer;
  }

  /** The writer of this session; empty when this container has none that can be reached. */
  public static Optional<TyrusWriter> of(Session session) {
    return of(session, session, WAY);
  }

  /** As {@link #of(Session)}, along these fields from {@code start}. */
  static Optional<TyrusWriter> of(Session session, Object start, String... way) {
    try {
      var at = start;
      for (var name : way) {
        at = field(at.getClass(), name).get(at);
      }
      return Optional.of(new TyrusWriter(session, (Writer) at));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      if (TOLD.compareAndSet(false, true)) {
        LOG.log(Level.WARNING, "Messages are encoded by the container, slower: {0}", e.toString());
      }
      return Optional.empty();
    }
  }

  static Field field(Class<?> type, String name) throws NoSuchFieldException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (var field : at.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    throw new NoSuchFieldException(type.getName() + "." + name);
  }

  /**
   * Starts to write one message and returns at once; {@code done} is told null or what went wrong,
   * in this call or later.
   *
   * @param utf8 the text; must not change any more
   */
  public void send(byte[] utf8, Consumer<Throwable> done) {
    if (!session.isOpen()) {
      throw new IllegalStateException("the WebSocket is closed");
    }
    writer.write(frame(utf8), new Told(done));
  }

  /** One unmasked final text frame: RFC 6455, section 5.2. */
  static ByteBuffer frame(byte[] utf8) {
    int length = utf8.length;
    var frame = ByteBuffer.allocate(length + (length < TWO_BYTE_LENGTH ? 2 : 10));
    frame.put(FINAL_TEXT);
    if (length < TWO_BYTE_LENGTH) {
      frame.put((byte) length);
    } else if (length <= MOST_IN_TWO_BYTES) {
      frame.put((byte) TWO_BYTE_LENGTH).putShort((short) length);
    } else {
      frame.put((byte) EIGHT_BYTE_LENGTH).putLong(length);
    }
    return frame.put(utf8).flip();
  }

  private static final class Told extends CompletionHandler<ByteBuffer> {
    private final Consumer<Throwable> done;

    Told(Consumer<Throwable> done) {
      this.done = done;
    }

    @Override
    public void completed(ByteBuffer written) {
      done.accept(null);
    }

    @Override
    public void failed(Throwable problem) {
      done.accept(problem);
    }

    @Override
    public void cancelled() {
      done.accept(new IllegalStateException("the write was cancelled"));
    }
  }
}
