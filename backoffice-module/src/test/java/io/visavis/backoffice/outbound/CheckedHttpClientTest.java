package io.visavis.backoffice.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckedHttpClientTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> lookedUp = new ArrayList<>();
  private HttpServer receiver;
  private int status = 200;
  private byte[] answer = "fine".getBytes(StandardCharsets.UTF_8);

  @BeforeEach
  void aReceiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var headers = exchange.getRequestHeaders();
          seen.add(
              "%s %s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      headers.getFirst("Host"),
                      exchange.getRequestURI(),
                      headers.getFirst("Content-Type"),
                      body));
          exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/");
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : 0);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void postArrivesUnderTheNameThatWasGiven() throws IOException {
    var headers = Map.of("Content-Type", "application/json", "webhook-id", "m1");
    var body = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);

    var got = onLocalhost().post(address("/hook?x=1"), headers, body, 100);

    assertThat(got.successful()).isTrue();
    assertThat(got.whole()).isTrue();
    assertThat(got.body()).isEqualTo(answer);
    var port = receiver.getAddress().getPort();
    assertThat(seen)
        .containsExactly(
            "POST shop.localhost:" + port + " /hook?x=1 application/json {\"a\":\"é\"}");
  }

  @Test
  void redirectIsAnAnswerAndIsNotFollowed() throws IOException {
    status = 302;

    assertThat(onLocalhost().get(address("/"), Map.of(), 100).status()).isEqualTo(302);
    assertThat(seen).hasSize(1);
    assertThat(lookedUp).hasSize(1);
  }

  @Test
  void noMoreOfTheAnswerIsReadThanWasAskedFor() throws IOException {
    answer = new byte[5_000_000];

    var got = onLocalhost().get(address("/"), Map.of(), 1024);

    assertThat(got.body()).hasSize(1024);
    assertThat(got.whole()).isFalse();
  }

  @Test
  void answerWithoutABodyIsWhole() throws IOException {
    status = 204;
    answer = new byte[0];

    assertThat(onLocalhost().get(address("/"), Map.of(), 10).whole()).isTrue();
  }

  @Test
  void nameIsLookedUpOnceAndASecondAnswerIsNeverUsed() throws IOException {
    var calls = new AtomicInteger();
    Resolver rebinding =
        name ->
            List.of(
                InetAddress.getByName(
                    calls.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254"));

    client(new AddressRules(true, List.of()), rebinding, LONG).get(address("/"), Map.of(), 10);

    assertThat(calls).hasValue(1);
    assertThat(seen).hasSize(1);
  }

  @Test
  void nameThatTurnsToThisMachineIsNotConnectedTo() {
    var production = client(new AddressRules(false, List.of()), this::loopback, LONG);
    var address = URI.create("https://hooks.example.com:" + receiver.getAddress().getPort() + "/");

    assertThatThrownBy(() -> production.get(address, Map.of(), 10))
        .isInstanceOf(AddressRefused.class);
    assertThat(lookedUp).containsExactly("hooks.example.com");
    assertThat(seen).isEmpty();
  }

  @Test
  void clearTextNameOnLocalhostThatLeadsElsewhereIsNotConnectedTo() {
    Resolver elsewhere = name -> List.of(InetAddress.getByName("8.8.8.8"));
    var http = client(new AddressRules(true, List.of()), elsewhere, LONG);

    assertThatThrownBy(() -> http.get(address("/"), Map.of(), 10))
        .isInstanceOf(AddressRefused.class);
  }

  @Test
  void receiverThatNeverAnswersIsGivenUp() throws IOException {
    try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var http = client(new AddressRules(true, List.of()), this::loopback, Duration.ofMillis(300));
      var address = URI.create("http://localhost:" + mute.getLocalPort() + "/");

      assertThatThrownBy(() -> http.get(address, Map.of(), 10))
          .isInstanceOf(InterruptedIOException.class);
    }
  }

  @Test
  void receiverThatDripsIsGivenUpWhenTheTimeIsOver() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var dripping = new Thread(() -> drip(server));
      dripping.setDaemon(true);
      dripping.start();
      var http = client(new AddressRules(true, List.of()), this::loopback, Duration.ofMillis(500));
      var address = URI.create("http://localhost:" + server.getLocalPort() + "/");

      assertThatThrownBy(() -> http.get(address, Map.of(), 1_000_000))
          .isInstanceOf(InterruptedIOException.class);
    }
  }

  @Test
  void endlessHeaderLineIsNotCollected() throws Exception {
    assertThatThrownBy(() -> head("X: ", "x".repeat(1000))).hasMessageContaining("line length");
  }

  @Test
  void endlessHeadersAreNotCollected() throws Exception {
    assertThatThrownBy(() -> head("", "X: y\r\n")).hasMessageContaining("header count");
  }

  /** Asks a server whose answer begins with {@code start} and then says the same for ever. */
  private void head(String start, String again) throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var flooding = new Thread(() -> flood(server, "HTTP/1.1 200 OK\r\n" + start, again));
      flooding.setDaemon(true);
      flooding.start();
      var address = URI.create("http://localhost:" + server.getLocalPort() + "/");
      onLocalhost().get(address, Map.of(), 10);
    }
  }

  private static void flood(ServerSocket server, String start, String again) {
    try (var socket = server.accept()) {
      var out = socket.getOutputStream();
      out.write(start.getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(again.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // The client has hung up, as it should.
    }
  }

  @Test
  void nameThatIsLookedUpForTooLongIsGivenUp() throws Exception {
    var never = new CountDownLatch(1);
    Resolver silent =
        name -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    var http = client(new AddressRules(true, List.of()), silent, Duration.ofMillis(200));

    assertThatThrownBy(() -> http.get(address("/"), Map.of(), 10))
        .isInstanceOf(InterruptedIOException.class);
    never.countDown();
  }

  @Test
  void whereAllThatLookUpNamesHangOthersAreRefusedAtOnce() throws Exception {
    var never = new CountDownLatch(1);
    var lookUps = OutboundParts.lookUps(Executors.defaultThreadFactory());
    for (int n = 0; n < OutboundParts.LOOK_UPS; n++) {
      lookUps.submit(() -> never.await(1, TimeUnit.MINUTES));
    }
    var watch = Executors.newSingleThreadScheduledExecutor();
    var rules = new AddressRules(true, List.of());
    try (var http =
        new CheckedHttpClient(
            rules, name -> List.of(), SSLContext.getDefault(), LONG, watch, lookUps)) {
      assertThatThrownBy(() -> http.get(address("/"), Map.of(), 10))
          .isInstanceOf(IOException.class)
          .hasMessage("too many names are being looked up");
    }
  }

  @Test
  void nameThatExistsInsideIsToldLikeOneThatDoesNot() {
    Resolver inside = name -> List.of(InetAddress.getByName("10.1.2.3"));
    Resolver nowhere =
        name -> {
          throw new UnknownHostException(name);
        };
    var address = URI.create("https://jenkins.corp.example/");
    for (Resolver resolver : List.of(inside, nowhere)) {
      var http = client(new AddressRules(false, List.of()), resolver, LONG);
      assertThatThrownBy(() -> http.get(address, Map.of(), 10))
          .isInstanceOf(AddressRefused.class)
          .hasMessage("the name leads to no public address");
    }
  }

  /** One byte each time the socket takes it again, and never an end. */
  private static void drip(ServerSocket server) {
    try (var socket = server.accept()) {
      var out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write('x');
        out.flush();
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    } catch (IOException e) {
      // The client has given up, as it should.
    }
  }

  private URI address(String path) {
    return URI.create("http://shop.localhost:" + receiver.getAddress().getPort() + path);
  }

  private List<InetAddress> loopback(String name) {
    lookedUp.add(name);
    return List.of(InetAddress.getLoopbackAddress());
  }

  private CheckedHttpClient onLocalhost() {
    return client(new AddressRules(true, List.of()), this::loopback, LONG);
  }

  private static CheckedHttpClient client(AddressRules rules, Resolver resolver, Duration timeout) {
    try {
      return new CheckedHttpClient(
          rules,
          resolver,
          SSLContext.getDefault(),
          timeout,
          Executors.newSingleThreadScheduledExecutor(),
          Executors.newCachedThreadPool());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
