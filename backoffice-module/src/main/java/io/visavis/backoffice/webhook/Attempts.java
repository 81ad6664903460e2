package io.visavis.backoffice.webhook;

import io.visavis.backoffice.configuration.WebhookSettings;
import io.visavis.backoffice.outbound.AddressRefused;
import io.visavis.backoffice.outbound.CheckedHttp;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.WebhookStore.Due;
import io.visavis.signaling.webhook.WebhookStore.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;

/** Makes one attempt of a delivery and says what follows from it. */
final class Attempts {
  private static final int GONE = 410;
  private static final Set<Integer> OVERLOADED = Set.of(429, 502, 504);
  private static final int PERCENT = 100;

  private final CheckedHttp http;
  private final WebhookSettings settings;
  private final Clock clock;
  private final RandomGenerator random;

  Attempts(CheckedHttp http, WebhookSettings settings, Clock clock, RandomGenerator random) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** Posts the event; never throws for anything that the receiver does. */
  Outcome make(Due due) {
    var at = clock.instant();
    var delivery = due.delivery();
    if (due.endpoint().secrets().current().isEmpty()) {
      var why = "the secret cannot be opened any more; give the endpoint a new one";
      return later(delivery, new Delivery.Attempt(at, null, why, null), null);
    }
    try {
      var body = delivery.body().getBytes(StandardCharsets.UTF_8);
      var answer =
          http.post(
              URI.create(due.endpoint().url()),
              headers(due, at, body),
              body,
              settings.answerBytes());
      var attempt = new Delivery.Attempt(at, answer.status(), null, readable(answer.body()));
      return answer.successful()
          ? new Outcome(attempt, Delivery.Status.DELIVERED, null, null, false)
          : refused(delivery, attempt);
    } catch (IOException | IllegalArgumentException e) {
      return later(delivery, new Delivery.Attempt(at, null, reason(e), null), null);
    }
  }

  private static Map<String, String> headers(Due due, Instant at, byte[] body) {
    var id = due.delivery().messageId();
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
    headers.put("webhook-signature", Signature.header(secrets(due.endpoint(), at), id, at, body));
    return headers;
  }

  private static List<String> secrets(Endpoint endpoint, Instant at) {
    var secrets = new ArrayList<>(List.of(endpoint.secrets().current()));
    endpoint.secrets().previousAt(at).filter(old -> !old.isEmpty()).ifPresent(secrets::add);
    return secrets;
  }

  private Outcome refused(Delivery delivery, Delivery.Attempt attempt) {
    if (attempt.httpStatus() == GONE) {
      return new Outcome(attempt, Delivery.Status.FAILED, null, null, true);
    }
    var spare =
        OVERLOADED.contains(attempt.httpStatus())
            ? clock.instant().plus(settings.throttle())
            : null;
    return later(delivery, attempt, spare);
  }

  private Outcome later(Delivery delivery, Delivery.Attempt attempt, Instant spare) {
    var next = delivery.step() + 1;
    if (next >= settings.retries().size()) {
      return new Outcome(attempt, Delivery.Status.FAILED, null, spare, false);
    }
    var due = clock.instant().plus(jittered(settings.retries().get(next)));
    return new Outcome(attempt, Delivery.Status.WAITING, due, spare, false);
  }

  private Duration jittered(Duration wait) {
    var most = wait.toMillis() * settings.jitterPercent() / PERCENT;
    return wait.plusMillis(most == 0 ? 0 : random.nextLong(most + 1));
  }

  /** What the account admin reads in the log; nothing of what a name led to, nor of our inside. */
  private static String reason(Exception e) {
    if (e instanceof AddressRefused) {
      return e.getMessage();
    }
    if (e instanceof InterruptedIOException) {
      return "no whole answer in time";
    }
    if (e instanceof SSLException) {
      return "the TLS handshake failed: is the certificate valid for this name?";
    }
    return e instanceof java.net.ConnectException
        ? "the connection was refused"
        : "the connection broke";
  }

  /** Text for a database and a page: what is no UTF-8, and what no one can read, is replaced. */
  private static String readable(byte[] body) {
    var text = new String(body, StandardCharsets.UTF_8);
    return text.codePoints()
        .map(point -> Character.isISOControl(point) && point != '\n' ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
