package io.visavis.backoffice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTest {
  private static final String ANNA = "visitor-anna";

  private final Chat chat = new Chat();

  private static List<String> texts(Chat.Client client) {
    return client.wire.of("message").stream()
        .map(message -> message.at("/message/text").textValue())
        .toList();
  }

  @Test
  void agentsSeeWhoComesAndWhichPageTheyLookAt() {
    Chat.Client camille = chat.agent("camille");
    Chat.Client anna = chat.visitor(ANNA);
    anna.send(
        "{'type':'page','page':{'title':'Panier','url':'http://shop.localhost:8080/panier#x'}}");

    List<JsonNode> news = camille.wire.of("visitor");
    assertThat(news.get(0).at("/visitor/online").booleanValue()).isTrue();
    assertThat(news.get(1).at("/visitor/page/title").textValue()).isEqualTo("Panier");
    assertThat(news.get(1).at("/visitor/page/url").textValue())
        .isEqualTo("http://shop.localhost:8080/panier");
  }

  @Test
  void aMessageReachesEveryTabOfBothSidesOnce() {
    Chat.Client camille = chat.agent("camille");
    Chat.Client noor = chat.agent("noor");
    Chat.Client tab = chat.visitor(ANNA);
    Chat.Client otherTab = chat.visitor(ANNA);
    tab.send("{'type':'message','clientMsgId':'m-1','text':'Bonjour'}");
    tab.send("{'type':'message','clientMsgId':'m-1','text':'Bonjour'}");

    for (Chat.Client reader : List.of(camille, noor, otherTab)) {
      assertThat(texts(reader)).containsExactly("Bonjour");
    }
    assertThat(texts(tab)).containsExactly("Bonjour", "Bonjour");
  }

  @Test
  void anAnswerReachesOnlyTheVisitorItIsFor() {
    Chat.Client camille = chat.agent("camille");
    Chat.Client anna = chat.visitor(ANNA);
    Chat.Client bruno = chat.visitor("visitor-bruno");
    camille.send(
        "{'type':'message','visitorId':'visitor-anna','clientMsgId':'a-1','text':'Oui ?'}");

    assertThat(texts(anna)).containsExactly("Oui ?");
    assertThat(texts(bruno)).isEmpty();
  }

  @Test
  void aVisitorSpeaksInTheirOwnConversationWhateverTheyClaim() {
    Chat.Client anna = chat.visitor(ANNA);
    Chat.Client bruno = chat.visitor("visitor-bruno");
    bruno.send("{'type':'message','visitorId':'visitor-anna','clientMsgId':'m','text':'Moi'}");

    assertThat(texts(anna)).isEmpty();
    assertThat(texts(bruno)).containsExactly("Moi");
  }

  @Test
  void agentsOfAnotherAccountHearNothingAndCannotSpeak() {
    Chat.Client sacha = chat.agent("sacha");
    Chat.Client anna = chat.visitor(ANNA);
    anna.send("{'type':'message','clientMsgId':'m-1','text':'Bonjour'}");
    sacha.send("{'type':'message','visitorId':'visitor-anna','clientMsgId':'a','text':'Hé'}");
    sacha.send("{'type':'typing','visitorId':'visitor-anna','typing':true}");

    assertThat(sacha.wire.of("message")).isEmpty();
    assertThat(sacha.wire.of("visitor")).isEmpty();
    assertThat(sacha.wire.last().get("code").textValue()).isEqualTo("unknown-visitor");
    assertThat(anna.wire.of("typing")).isEmpty();
  }

  @Test
  void typingIsShownToTheOtherSideAndEndsWithTheSocket() {
    Chat.Client camille = chat.agent("camille");
    Chat.Client anna = chat.visitor(ANNA);
    anna.send("{'type':'typing','typing':true}");
    anna.leave();

    assertThat(camille.wire.of("typing"))
        .extracting(message -> message.get("typing").booleanValue())
        .containsExactly(true, false);
    assertThat(anna.wire.of("typing")).isEmpty();
  }

  @Test
  void goingToTheNextPageIsNotLeaving() {
    Chat.Client camille = chat.agent("camille");
    chat.visitor(ANNA).leave();
    chat.clock.pass(Duration.ofSeconds(4));
    chat.housekeeping.sweep();
    Chat.Client nextPage = chat.visitor(ANNA);
    chat.clock.pass(Duration.ofSeconds(10));
    chat.housekeeping.sweep();
    assertThat(camille.wire.of("visitor")).allMatch(v -> v.at("/visitor/online").booleanValue());

    nextPage.leave();
    chat.clock.pass(Duration.ofSeconds(5));
    chat.housekeeping.sweep();
    assertThat(camille.wire.last().at("/visitor/online").booleanValue()).isFalse();
  }

  @Test
  void visitorsSeeWhetherAnAgentIsThere() {
    Chat.Client anna = chat.visitor(ANNA);
    Chat.Client camille = chat.agent("camille");
    assertThat(anna.wire.last().at("/agents/0/online").booleanValue()).isTrue();

    camille.leave();
    chat.clock.pass(Duration.ofSeconds(5));
    chat.housekeeping.sweep();
    assertThat(anna.wire.last().at("/agents/0/online").booleanValue()).isFalse();
  }

  @Test
  void historyAndUnreadCountAreThereAfterAReload() {
    chat.visitor(ANNA).send("{'type':'message','clientMsgId':'m-1','text':'Bonjour'}");
    JsonNode back = chat.visitor(ANNA).wire.of("welcome").get(0);
    assertThat(back.at("/messages/0/text").textValue()).isEqualTo("Bonjour");

    Chat.Client camille = chat.agent("camille");
    JsonNode welcome = camille.wire.of("welcome").get(0);
    assertThat(welcome.at("/visitors/0/unread").intValue()).isEqualTo(1);
    camille.send("{'type':'read','visitorId':'visitor-anna'}");
    assertThat(camille.wire.last().at("/visitor/unread").intValue()).isZero();
  }

  @Test
  void aStrangerIsRefusedAndCutOff() {
    Chat.Client notSignedIn = chat.connect(Chat.SERVICE, Optional.empty());
    notSignedIn.send("{'type':'hello','role':'agent'}");
    assertThat(notSignedIn.wire.closed).containsExactly(ChatClose.SIGNED_OUT);

    Chat.Client agentFromShop = chat.connect(Chat.SHOP, chat.signIn("camille"));
    agentFromShop.send("{'type':'hello','role':'agent'}");
    assertThat(agentFromShop.wire.closed).containsExactly(ChatClose.REFUSED);

    Chat.Client otherSite = chat.connect(Chat.SHOP, Optional.empty());
    otherSite.send(
        "{'type':'hello','role':'visitor','siteKey':'pk_demo_brume','visitorId':'visitor-eve'}");
    assertThat(otherSite.wire.closed).containsExactly(ChatClose.REFUSED);
    assertThat(chat.hall.onlineVisitors(DemoAccount.BRUME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{'type':5}",
        "{'type':'nonsense'}",
        "{'type':'message','text':'x'}",
        "{'type':'message','clientMsgId':'m'}",
        "{'type':'message','clientMsgId':'m','text':5}",
        "{'type':'message','clientMsgId':'m','text':true}",
        "{'type':'message','clientMsgId':'m','text':' \\n '}",
        "{'type':'message','clientMsgId':'m','text':'\\u0000'}",
        "{'type':'message','clientMsgId':'m','text':'\\u200b\\u202e'}",
        "{'type':'message','clientMsgId':'no spaces','text':'x'}",
        "{'type':'message','clientMsgId':'m','clientMsgId':'n','text':'x'}",
        "{'type':'message','clientMsgId':'m','text':'x'} {}",
        "{'type':'typing'}",
        "{'type':'typing','typing':'true'}",
        "{'type':'typing','typing':1}",
        "{'type':'read','visitorId':'visitor-anna'}",
        "{'type':'hello','role':'visitor'}",
        "{'type':'page','page':'/'}"
      })
  void whatIsNotAMessageIsRefusedAndTheSocketStaysOpen(String json) {
    Chat.Client camille = chat.agent("camille");
    Chat.Client anna = chat.visitor(ANNA);
    int heard = camille.wire.sent.size();
    anna.send(json);

    assertThat(anna.wire.last().get("type").textValue()).isEqualTo("error");
    assertThat(anna.wire.closed).isEmpty();
    assertThat(camille.wire.sent).hasSize(heard);
  }

  @Test
  void nothingIsSaidBeforeHello() {
    Chat.Client mute = chat.connect(Chat.SHOP, Optional.empty());
    mute.send("{'type':'message','clientMsgId':'m','text':'x'}");
    assertThat(mute.wire.last().get("code").textValue()).isEqualTo("hello-first");

    chat.clock.pass(ChatHousekeeping.HELLO_WITHIN);
    chat.housekeeping.sweep();
    assertThat(mute.wire.closed).containsExactly(ChatClose.NO_HELLO);
  }

  @Test
  void whoWritesTooFastIsTold() {
    Chat.Client anna = chat.visitor(ANNA);
    for (int i = 0; i < 100; i++) {
      anna.send("{'type':'typing','typing':true}");
    }
    assertThat(anna.wire.last().get("code").textValue()).isEqualTo("rate-limited");
    chat.clock.pass(Duration.ofSeconds(1));
    anna.send("{'type':'ping'}");
    assertThat(anna.wire.last().get("type").textValue()).isEqualTo("pong");
  }

  @Test
  void aSilentSocketIsPingedAndThenClosed() {
    Chat.Client anna = chat.visitor(ANNA);
    chat.clock.pass(Duration.ofSeconds(15));
    chat.housekeeping.sweep();
    assertThat(anna.wire.last().get("type").textValue()).isEqualTo("ping");
    chat.clock.pass(Duration.ofSeconds(25));
    chat.housekeeping.sweep();
    assertThat(anna.wire.closed).containsExactly(ChatClose.SILENT);
  }

  @Test
  void signingOutClosesTheAgentsSocket() {
    Optional<SignedIn> signedIn = chat.signIn("camille");
    Chat.Client camille =
        chat.connect(Chat.SERVICE, signedIn).send("{'type':'hello','role':'agent'}");
    chat.housekeeping.sweep();
    assertThat(camille.wire.closed).isEmpty();

    chat.signIns.close(signedIn.orElseThrow());
    chat.housekeeping.sweep();
    assertThat(camille.wire.closed).containsExactly(ChatClose.SIGNED_OUT);
  }

  @Test
  void oneThatDoesNotReadIsClosedAndHurtsNobody() {
    Chat.Client camille = chat.agent("camille");
    Chat.Client noor = chat.agent("noor");
    noor.wire.stick();
    Chat.Client anna = chat.visitor(ANNA);
    anna.send("{'type':'message','clientMsgId':'m-1','text':'Bonjour'}");
    assertThat(texts(camille)).containsExactly("Bonjour");

    chat.clock.pass(ChatHousekeeping.UNSENT_FOR);
    chat.housekeeping.sweep();
    assertThat(noor.wire.closed).containsExactly(ChatClose.TOO_SLOW);
    assertThat(camille.wire.closed).isEmpty();

    chat.clock.pass(ChatHousekeeping.CLOSING_FOR);
    chat.housekeeping.sweep();
    assertThat(chat.hall.connections()).doesNotContain(noor.connection);
    noor.leave();
    assertThat(camille.wire.of("error")).isEmpty();
  }
}
