package io.visavis.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.backoffice.configuration.WebhookSettings;
import io.visavis.signaling.webhook.Delivery.Status;
import io.visavis.signaling.webhook.Endpoint.Secrets;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTest {
  private static final List<Duration> RETRIES =
      Stream.of("PT0S", "PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
          .map(Duration::parse)
          .toList();
  private static final String FRESH = Signature.newSecret();
  private static final String FORMER = Signature.newSecret();

  private final SettableClock clock = new SettableClock();
  private final Receiver receiver = new Receiver();
  private final DueDeliveries queue = queue("acme 1");
  private final DueDeliveries.Line line = queue.of("acme 1");

  private DueDeliveries queue(String... endpoints) {
    var now = clock.instant();
    return new DueDeliveries(new Secrets(FRESH, FORMER, now.plusSeconds(600)), now, endpoints);
  }

  private Dispatcher dispatcher(int jitter, Executor pool) {
    var settings =
        new WebhookSettings(
            RETRIES,
            jitter,
            4,
            Duration.ofMillis(500),
            Duration.ofMinutes(1),
            1024,
            10,
            20,
            Duration.ofHours(24),
            Duration.ofDays(30));
    var attempts = new Attempts(receiver, settings, clock, new Random(7));
    return new Dispatcher(queue, attempts, pool, 4, Duration.ofSeconds(45), clock);
  }

  private Dispatcher dispatcher() {
    return dispatcher(0, Runnable::run);
  }

  @Test
  void eventIsPostedWithTheThreeHeadersAndItsExactBody() {
    dispatcher().run();

    var call = receiver.calls.get(0);
    var body = "{\"é\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(call.address()).hasToString("https://hooks.example.com/in?x=1");
    assertThat(call.body()).isEqualTo("{\"é\":1}");
    assertThat(call.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("webhook-id", "msg_1")
        .containsEntry("webhook-timestamp", String.valueOf(clock.instant().getEpochSecond()))
        .containsEntry(
            "webhook-signature",
            Signature.header(List.of(FRESH, FORMER), "msg_1", clock.instant(), body));
    assertThat(line.delivery.status()).isEqualTo(Status.DELIVERED);
    assertThat(line.delivery.last().answer()).isEqualTo("answer  of the receiver");
  }

  @Test
  void formerSecretStopsSigningWhenTheOverlapIsOver() {
    clock.pass(Duration.ofSeconds(600));

    dispatcher().run();

    assertThat(receiver.calls.get(0).headers().get("webhook-signature")).doesNotContain(" ");
  }

  @Test
  void receiverThatFailsIsTriedTenTimesAtTheTimesSetAndThenGivenUp() {
    receiver.answers(Stream.generate(() -> 500).limit(20).toArray());
    var dispatcher = dispatcher();
    var waits = new ArrayList<Duration>();
    var last = clock.instant();

    dispatcher.run();
    while (line.delivery.status() == Status.WAITING) {
      var due = line.delivery.nextAt();
      clock.set(due.minusMillis(1));
      dispatcher.run();
      clock.set(due);
      waits.add(Duration.between(last, due));
      last = due;
      dispatcher.run();
    }

    assertThat(waits).isEqualTo(RETRIES.subList(1, RETRIES.size()));
    assertThat(receiver.calls).hasSize(10);
    assertThat(receiver.calls)
        .extracting(call -> call.headers().get("webhook-id"))
        .containsOnly("msg_1");
    assertThat(line.delivery.status()).isEqualTo(Status.FAILED);
    assertThat(line.delivery.nextAt()).isNull();
  }

  @Test
  void waitsGrowByTheJitterAtMost() {
    receiver.answers(500, 500);
    var dispatcher = dispatcher(50, Runnable::run);
    dispatcher.run();
    clock.set(line.delivery.nextAt());
    dispatcher.run();

    assertThat(Duration.between(clock.instant(), line.delivery.nextAt()))
        .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(450))
        .isNotEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void receiverThatIsGoneIsNotTriedAgain() {
    receiver.answers(410);

    dispatcher().run();

    assertThat(line.gone).isTrue();
    assertThat(line.delivery.status()).isEqualTo(Status.FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 504})
  void overloadedReceiverIsLeftAloneForAWhile(int status) {
    receiver.answers(status);
    var dispatcher = dispatcher();

    dispatcher.run();
    clock.pass(Duration.ofSeconds(59));
    dispatcher.run();
    assertThat(receiver.calls).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    dispatcher.run();
    assertThat(receiver.calls).hasSize(2);
    assertThat(line.delivery.status()).isEqualTo(Status.DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 400, 401, 404, 500, 503})
  void anythingElseButSuccessIsTriedAgain(int status) {
    receiver.answers(status);

    dispatcher().run();

    assertThat(line.delivery.status()).isEqualTo(Status.WAITING);
    assertThat(line.delivery.last().httpStatus()).isEqualTo(status);
    assertThat(line.delivery.nextAt()).isEqualTo(clock.instant().plusSeconds(5));
  }

  @Test
  void whatBreaksOnTheWayIsToldInWordsAndTriedAgain() {
    receiver.answers(
        new ConnectException("10.1.2.3:443 refused"),
        new javax.net.ssl.SSLHandshakeException("10.1.2.3: expired"),
        new InterruptedIOException("PT15S"));
    var dispatcher = dispatcher();
    for (int i = 0; i < 3; i++) {
      clock.set(line.delivery.nextAt());
      dispatcher.run();
    }

    assertThat(queue.outcomes)
        .extracting(outcome -> outcome.attempt().error())
        .containsExactly(
            "the connection was refused",
            "the TLS handshake failed: is the certificate valid for this name?",
            "no whole answer in time");
  }

  @Test
  void attemptThatNeverEndsLeavesTheDeliveryDueWhenItsLeaseIsOver() {
    Executor dying = work -> {};
    dispatcher(0, dying).run();
    assertThat(receiver.calls).isEmpty();
    assertThat(line.delivery.nextAt()).isEqualTo(clock.instant().plusSeconds(45));

    clock.pass(Duration.ofSeconds(45));
    dispatcher().run();

    assertThat(line.delivery.status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void endpointHasOneAttemptAtATime() {
    var waiting = new ArrayList<Runnable>();
    var dispatcher = dispatcher(0, waiting::add);

    dispatcher.run();
    clock.pass(Duration.ofSeconds(45));
    dispatcher.run();
    assertThat(waiting).hasSize(1);

    waiting.get(0).run();
    assertThat(receiver.calls).hasSize(1);
  }

  @Test
  void poolThatTakesNothingMoreLosesNothing() {
    Executor closed =
        work -> {
          throw new RejectedExecutionException();
        };
    var closing = new AtomicReference<>(closed);
    var dispatcher = dispatcher(0, work -> closing.get().execute(work));
    dispatcher.run();
    assertThat(line.delivery.status()).isEqualTo(Status.WAITING);
    assertThat(line.delivery.nextAt()).isEqualTo(clock.instant().plusSeconds(45));

    closing.set(Runnable::run);
    clock.pass(Duration.ofSeconds(45));
    dispatcher.run();
    assertThat(line.delivery.status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void anEndpointWhoseClaimFailedIsTriedAgain() {
    var fault = new IllegalStateException("the database was away for a moment");
    queue.fault = fault;
    var dispatcher = dispatcher();
    assertThatThrownBy(dispatcher::run).isSameAs(fault);

    dispatcher.run();
    assertThat(line.delivery.status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void longQueuesOfManyAccountsHoldUpNobodyElses() {
    var waiting = new ArrayList<Runnable>();
    var many =
        queue("a 1", "a 2", "b 1", "b 2", "c 1", "c 2", "d 1", "d 2", "e 1", "e 2", "last 1");

    new Dispatcher(many, null, waiting::add, 8, Duration.ofSeconds(45), clock).run();

    assertThat(many.claimed).hasSize(8).contains("last 1");
  }

  @Test
  void oneAccountLeavesMostOfTheWorkersToOthers() {
    var waiting = new ArrayList<Runnable>();
    var many = queue("acme 1", "acme 2", "acme 3", "acme 4", "other 1", "third 1");

    new Dispatcher(many, null, waiting::add, 8, Duration.ofSeconds(45), clock).run();

    assertThat(many.claimed).containsExactlyInAnyOrder("acme 1", "acme 2", "other 1", "third 1");
    assertThat(many.full.get(many.full.size() - 1)).containsExactly("acme");
  }
}
