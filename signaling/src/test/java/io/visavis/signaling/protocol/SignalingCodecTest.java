package io.visavis.signaling.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.visavis.signaling.protocol.ClientMessage.Hello;
import io.visavis.signaling.protocol.ClientMessage.PeerIce;
import io.visavis.signaling.protocol.ClientMessage.PeerOffer;
import io.visavis.signaling.protocol.ClientMessage.Resume;
import io.visavis.signaling.protocol.ClientMessage.ShareRequest;
import io.visavis.signaling.protocol.ServerMessage.ErrorReply;
import io.visavis.signaling.protocol.ServerMessage.Relay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SignalingCodecTest {
  private final SignalingCodec codec = new SignalingCodec();

  private BadMessage refusal(String text) {
    return catchThrowableOfType(BadMessage.class, () -> codec.decode(text));
  }

  private static String example(String name) {
    return Examples.text(Examples.named("valid", name + ".json").get(0));
  }

  @Test
  void helloIsReadWithAllItsFields() throws BadMessage {
    Hello hello = (Hello) codec.decode(example("client-hello-panel-that-resumes"));
    assertThat(hello.versions()).containsExactly(1, 2);
    assertThat(hello.kind()).isEqualTo(ClientKind.PANEL);
    assertThat(hello.clientId()).isEqualTo("cK3vJ9sQp2LmX0aZ");
    assertThat(hello.token()).isPresent();
    assertThat(hello.ticket()).isEmpty();
    assertThat(hello.language()).isEqualTo(Language.EN);
    assertThat(hello.canShare()).isEmpty();
    assertThat(hello.resume()).contains(new Resume("q7Jx0mC3TzqWv1Zk9RfYbA", 41));
  }

  @Test
  void textOutsideAsciiArrivesAsItWasSent() throws BadMessage {
    ShareRequest request =
        (ShareRequest) codec.decode(example("client-share.request-with-conversation"));
    assertThat(request.conversationId()).contains("conversation n° 4812 — « retours » 🧵");
  }

  @Test
  void lengthsCountCharactersAsAPersonDoes() throws BadMessage {
    String text =
        "{\"type\":\"share.request\",\"id\":\"1\",\"visitorId\":\"visitor-1\",\"conversationId\":\"%s\"}";
    assertThat(codec.decode(text.formatted("🧵".repeat(128)))).isInstanceOf(ShareRequest.class);
    assertThat(refusal(text.formatted("🧵".repeat(129)))).hasMessageStartingWith("conversationId");
  }

  @Test
  void anUnknownTypeIsAnsweredUnderItsId() {
    BadMessage refusal = refusal("{\"type\":\"share.everything\",\"id\":\"x-1\"}");
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
    assertThat(refusal.reply().id()).contains("x-1");
  }

  @Test
  void aMessageThatOnlyTheServerSendsIsUnknown() {
    for (String type : List.of("ok", "error", "server.ready", "session.state", "visitor.state")) {
      BadMessage refusal = refusal("{\"type\":\"" + type + "\",\"id\":\"1\"}");
      assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
    }
  }

  @Test
  void aBadFieldIsAnsweredUnderTheIdOfItsMessage() {
    BadMessage refusal = refusal("{\"sessionId\":7,\"id\":\"x-2\",\"type\":\"share.pause\"}");
    assertThat(refusal.requestId()).contains("x-2");
    assertThat(refusal)
        .hasMessage("sessionId: expected a string of 22 to 64 characters of A-Z a-z 0-9 _ -");
  }

  @Test
  void aRefusalRepeatsNothingOfTheMessage() {
    String secret = "s3cr3t-canary";
    List<String> messages =
        List.of(
            secret,
            "{\"" + secret + "\":}",
            "{\"type\":\"" + secret + "\",\"id\":\"<" + secret + ">\"}",
            "{\"type\":\"token.renew\",\"id\":\"1\",\"token\":{\"" + secret + "\":1}}",
            "{\"type\":\"ping\",\"" + secret + "\":1,\"" + secret + "\":2}",
            "{\"type\":\"share.stop\",\"id\":\"1\",\"sessionId\":\"" + secret + "\"}");
    for (String message : messages) {
      assertThat(refusal(message).getMessage()).doesNotContain(secret).doesNotContain("jackson");
    }
  }

  @Test
  void hostileNumbersAndDepthsAreCheapToRefuse() {
    long start = System.nanoTime();
    for (int i = 0; i < 200; i++) {
      refusal("{\"type\":\"ping\",\"x\":" + "9".repeat(60_000) + "}");
      refusal("{\"type\":\"ping\",\"x\":" + "[".repeat(60_000));
      refusal("{\"type\":\"ping\",\"x\":1e1000000000}");
    }
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  @Test
  void aRelayedMessageKeepsItsContentAndGetsItsNumber() throws BadMessage {
    String sdp = "v=0\r\n\u00e9 \"quoted\" \\ 🧵\u2028\r\n";
    PeerOffer offer = new PeerOffer(Optional.of("mine"), Sessions.ID, sdp);
    String relayed = new String(codec.encode(new Relay(12, offer)), UTF_8);
    assertThat(Examples.tree(relayed).path("seq").longValue()).isEqualTo(12);
    assertThat(relayed).doesNotContain("mine");
    PeerOffer received = (PeerOffer) codec.decode(relayed);
    assertThat(received.sdp()).isEqualTo(sdp);
  }

  @Test
  void theEmptyCandidateThatEndsAListIsRelayed() throws BadMessage {
    PeerIce ice = (PeerIce) codec.decode(example("client-peer.ice-last"));
    assertThat(ice.candidate()).isEmpty();
    assertThat(new String(codec.encode(new Relay(3, ice)), UTF_8)).contains("\"candidate\":\"\"");
  }

  @Test
  void anOverlongDetailIsCut() {
    String written =
        new String(
            codec.encode(ErrorReply.of(Optional.empty(), ErrorCode.INTERNAL, "x".repeat(2000))),
            UTF_8);
    assertThat(Examples.objections(written)).isEmpty();
  }

  @Test
  void whatMayBeLoggedHoldsNoSecrets() throws BadMessage {
    for (String name :
        List.of(
            "client-hello",
            "client-hello-popup-with-ticket",
            "client-token.renew",
            "client-peer.offer",
            "client-peer.ice")) {
      String logged = codec.decode(example(name)).toString();
      assertThat(logged).doesNotContain("eyJ").doesNotContain("tk_").doesNotContain("192.0.2");
    }
  }

  @Test
  void theWordsOfEveryEnumAreThoseOfTheSchema() {
    assertWords("errorCode", ErrorCode.values(), ErrorCode::of);
    assertWords("qualityMode", QualityMode.values(), QualityMode::of);
    assertWords("notice", Notice.values(), Notice::of);
  }

  private static <W extends Word> void assertWords(
      String definition, W[] constants, Function<String, Optional<W>> of) {
    Set<String> words =
        StreamSupport.stream(Examples.definition(definition).path("enum").spliterator(), false)
            .map(word -> word.textValue())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Arrays.stream(constants).map(Word::word)).containsExactlyInAnyOrderElementsOf(words);
    assertThat(words).allSatisfy(word -> assertThat(of.apply(word)).isPresent());
  }

  @Test
  void closeReasonsFitIntoACloseFrame() {
    for (CloseCode code : CloseCode.values()) {
      assertThat(code.word().length()).isLessThanOrEqualTo(123);
      assertThat(CloseCode.of(code.word())).contains(code);
    }
  }
}
