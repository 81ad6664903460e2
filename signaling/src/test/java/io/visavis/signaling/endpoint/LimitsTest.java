package io.visavis.signaling.endpoint;

import static io.visavis.signaling.endpoint.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ErrorCode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one client may cost, and that it is charged to nobody else. */
class LimitsTest {
  private final GatewayFixture here = new GatewayFixture(GatewayFixture.limits(30, 3));

  @Test
  void binaryMessageIsRefused() {
    var page = here.page();

    page.conversation.receivedBinary();

    assertThat(page.last("error").orElseThrow().path("code").asText()).isEqualTo("bad-message");
    assertThat(page.closedWith).isEqualTo(CloseCode.REFUSED);
  }

  @Test
  void messageLargerThanTheLimitIsRefused() {
    var page = here.page();

    page.say("\"" + "x".repeat(65_536) + "\"");

    assertTooLarge(page);
  }

  @Test
  void limitCountsBytesRatherThanCharacters() {
    var page = here.page();

    page.say("\"" + "é".repeat(40_000) + "\"");

    assertTooLarge(page);
  }

  @Test
  void messageOfExactlyTheLimitIsRead() {
    var page = here.page();

    page.say("\"" + "x".repeat(65_534) + "\"");

    assertThat(page.last("error").orElseThrow().path("code").asText()).isEqualTo("bad-message");
    assertThat(page.closedWith).isNull();
  }

  @Test
  void tooManyBadMessagesCloseTheConnection() {
    var page = here.page();

    IntStream.range(0, 20).forEach(i -> page.say("{"));
    assertThat(page.closedWith).isNull();
    page.say("{");

    assertThat(page.closedWith).isEqualTo(CloseCode.REFUSED);
  }

  @Test
  void floodIsWarnedAndThenCut() {
    var page = here.page();
    var other = here.page();

    IntStream.range(0, 100).forEach(i -> page.say("{\"type\":\"ping\"}"));

    assertThat(here.refusals).contains(ErrorCode.TOO_MANY_MESSAGES);
    assertThat(page.closedWith).isEqualTo(CloseCode.FLOOD);
    assertThat(other.closedWith).isNull();
  }

  @Test
  void requestsThatPileUpAreRefused() {
    var roomy = new GatewayFixture();
    var page = roomy.page();
    roomy.workers.paused = true;

    IntStream.range(0, 80).forEach(i -> page.ask("ticket.new", "sessionId", "s".repeat(24)));

    assertThat(page.reply().path("code").asText()).isEqualTo("too-many-messages");
    roomy.workers.goOn();
    var refused = roomy.refusals.stream().filter(ErrorCode.TOO_MANY_MESSAGES::equals).toList();
    assertThat(refused).hasSize(80 - 64);
  }

  @Test
  void onePersonsConnectionsAreCounted() {
    here.page();
    here.page();
    var third = here.page();

    var fourth = here.page();
    assertThat(fourth.reply().path("code").asText()).isEqualTo("limit-reached");
    assertThat(fourth.closedWith).isEqualTo(CloseCode.TRY_LATER);

    third.hangUp();
    assertThat(here.page().closedWith).isNull();
  }

  @Test
  void pageThatIsGoneBeforeItsHelloIsReadIsNotCounted() {
    here.workers.paused = true;
    IntStream.range(0, 20).forEach(i -> here.page().hangUp());

    here.workers.goOn();

    assertThat(here.gateway.people()).isZero();
    assertThat(here.broker.presentPeople()).isZero();
    assertThat(here.page().reply().path("type").asText()).isEqualTo("ok");
  }

  @Test
  void whoLeavesWhileNobodyWorksIsLetGoLater() {
    var page = here.page();
    here.workers.overloaded = true;
    page.hangUp();
    here.gateway.tick();
    assertThat(here.gateway.people()).isEqualTo(1);

    here.workers.overloaded = false;
    here.gateway.tick();

    assertThat(here.gateway.people()).isZero();
  }

  @Test
  void refusedGreetingsLeaveNothingBehind() {
    for (var i = 0; i < 10; i++) {
      var page = here.connect("https://evil.example");
      page.hello("page", "client-0123456789", "token", here.visitorToken());
    }
    for (var i = 0; i < 10; i++) {
      here.connect(SHOP).hello("page", "client-0123456789", "token", "no token");
    }

    assertThat(here.gateway.people()).isZero();
    assertThat(here.gateway.connections()).isZero();
    assertThat(here.broker.presentPeople()).isZero();
  }

  @Test
  void stoppingNodeTellsEveryone() {
    var page = here.page();
    var silent = here.connect(SHOP);

    here.gateway.closeAll(CloseCode.RESTART);

    assertThat(page.closedWith).isEqualTo(CloseCode.RESTART);
    assertThat(silent.closedWith).isEqualTo(CloseCode.RESTART);
    assertThat(here.gateway.connections()).isZero();
  }

  private static void assertTooLarge(FakeClient client) {
    assertThat(client.last("error").orElseThrow().path("code").asText())
        .isEqualTo("message-too-large");
    assertThat(client.closedWith).isEqualTo(CloseCode.TOO_BIG);
  }
}
