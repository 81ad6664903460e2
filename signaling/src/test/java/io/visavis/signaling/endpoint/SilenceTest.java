package io.visavis.signaling.endpoint;

import static io.visavis.signaling.endpoint.GatewayFixture.SERVICE;
import static io.visavis.signaling.endpoint.GatewayFixture.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log never holds, at whatever level it is kept. */
class SilenceTest {
  private final Logger logger = Logger.getLogger("io.visavis");
  private final Kept kept = new Kept();
  private final List<String> secrets = new ArrayList<>();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.ALL);
    logger.addHandler(kept);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(kept);
    logger.setLevel(null);
  }

  @Test
  void logTellsTheStepsOfAShareButNoNamesTokensNorAddresses() {
    var here = new GatewayFixture();
    var panel = here.panel();
    var page = here.page();
    share(here, panel, page);
    here.connect(SERVICE).hello("popup", "client-0123456789", "token", secret("not.a.token"));
    page.say("{\"type\":\"" + secret("no such type") + "\"}");
    page.hangUp();
    here.broker.timekeeper().sweep();

    assertThat(kept.lines).anyMatch(line -> line.contains("hello as popup"));
    assertThat(kept.lines).anyMatch(line -> line.contains("closed with"));
    secrets.addAll(List.of("Camille", "Maison Lumen", VISITOR, "203.0.113.7"));
    for (var secret : secrets) {
      assertThat(kept.lines).noneMatch(line -> line.contains(secret));
    }
  }

  private void share(GatewayFixture here, FakeClient panel, FakeClient page) {
    panel.ask("share.request", "visitorId", VISITOR);
    var id = panel.reply().path("result").path("sessionId").asText();
    page.ask("ticket.new", "sessionId", id);
    var popup = here.popup(secret(page.reply().path("result").path("ticket").asText()));
    secret(popup.reply().path("result").path("token").asText());
    page.ask("share.accept", "sessionId", id, "wording", "view.1", "language", "fr");
    popup.ask("peer.offer", "sessionId", id, "sdp", "v=0 c=IN IP4 203.0.113.7");
    panel.ask("token.renew", "token", secret(here.agentToken("")));
    popup.ask("share.stop", "sessionId", id, "cause", "stopped");
  }

  private String secret(String text) {
    assertThat(text).isNotEmpty();
    secrets.add(text);
    return text;
  }

  /** Keeps every line as a log file would have it. */
  private static final class Kept extends Handler {
    final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      var parameters = record.getParameters();
      var text =
          parameters == null
              ? record.getMessage()
              : MessageFormat.format(record.getMessage(), parameters);
      lines.add(record.getThrown() == null ? text : text + " " + record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
