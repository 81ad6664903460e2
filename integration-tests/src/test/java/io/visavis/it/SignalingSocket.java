package io.visavis.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A stranger's client of {@code /signal}, on the JDK's WebSocket: sends what it is told, right or
 * wrong, answers pings, and keeps what arrives until a test asks for it.
 */
final class SignalingSocket implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private WebSocket socket;
  private volatile boolean reading = true;
  private int requests;

  private SignalingSocket() {}

  /**
   * Opens a connection; {@code origin} may be null for a client that is no browser.
   *
   * @throws CompletionException with {@code WebSocketHandshakeException} when refused
   */
  static SignalingSocket open(URI uri, String origin) {
    SignalingSocket client = new SignalingSocket();
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (origin != null) {
      builder.header("Origin", origin);
    }
    client.socket = builder.buildAsync(uri, client.new Listener()).join();
    return client;
  }

  /** Sends {@code hello} with these fields beside the usual ones; returns the reply. */
  JsonNode hello(String kind, String credential, String value) {
    ObjectNode hello = Service.JSON.createObjectNode();
    hello.putArray("versions").add(1);
    hello.put("kind", kind).put("clientId", UUID.randomUUID().toString().replace("-", ""));
    hello.put("language", "fr").put(credential, value);
    return request("hello", hello);
  }

  /** Sends a request with an id of its own and waits for the {@code ok} or {@code error} to it. */
  JsonNode request(String type, ObjectNode fields) {
    return ask("r" + ++requests, fields.put("type", type));
  }

  /** Sends a message with this id and waits for the {@code ok} or {@code error} to it. */
  JsonNode ask(String id, ObjectNode message) {
    CompletableFuture<JsonNode> reply = new CompletableFuture<>();
    replies.put(id, reply);
    send(message.put("id", id));
    return within(reply, "the server did not answer " + message.path("type").asText());
  }

  void send(JsonNode message) {
    sendText(message.toString());
  }

  void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /** Reads nothing after the next message, as a browser does whose tab is frozen. */
  void stopReading() {
    reading = false;
  }

  /** The next message of this type; those before it are dropped. */
  JsonNode next(String type) {
    return next(message -> message.path("type").asText().equals(type));
  }

  /** Waits until a {@code session.state} says this state; returns the session. */
  JsonNode untilState(String state) {
    return next(m -> m.path("session").path("state").asText().equals(state)).path("session");
  }

  /** The code with which the server closed the connection, waited for. */
  int closeCode() {
    return within(closed, "the server did not close the connection");
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static <T> T within(CompletableFuture<T> future, String complaint) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(complaint, e);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode next(Predicate<JsonNode> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (true) {
        JsonNode message = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (message == null) {
          throw new AssertionError("no such message; connection closed: " + closed);
        }
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        take(from, Service.json(text.toString()));
        text.setLength(0);
      }
      if (reading) {
        from.request(1);
      }
      return null;
    }

    private void take(WebSocket from, JsonNode message) {
      if (message.path("type").asText().equals("ping")) {
        from.sendText("{\"type\":\"pong\"}", true);
        return;
      }
      CompletableFuture<JsonNode> reply = replies.remove(message.path("id").asText());
      if (reply != null) {
        reply.complete(message);
      } else {
        received.add(message);
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(1006);
    }
  }
}
