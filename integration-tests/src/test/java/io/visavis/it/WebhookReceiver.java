package io.visavis.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A host's receiver of webhooks, which checks signatures as Standard Webhooks says. */
final class WebhookReceiver implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  /** What arrived. */
  record Event(String id, String timestamp, String signature, String body) {
    JsonNode json() {
      return Service.json(body);
    }

    /** Whether one of the signatures is this secret's. */
    boolean signedWith(String secret) {
      try {
        var mac = Mac.getInstance("HmacSHA256");
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var sum = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
        var expected = "v1," + Base64.getEncoder().encodeToString(sum);
        return java.util.List.of(signature.split(" ")).contains(expected);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::receive);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  /** What the next call is answered; 200 when nothing is said. */
  void answers(int status) {
    answers.add(status);
  }

  /** The next event, which must arrive soon. */
  Event next() {
    try {
      var event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no webhook arrived");
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var status = answers.isEmpty() ? Integer.valueOf(200) : answers.poll();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
    events.add(
        new Event(
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            body));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
