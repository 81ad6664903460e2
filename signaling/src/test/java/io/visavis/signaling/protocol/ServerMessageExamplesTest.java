package io.visavis.signaling.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.protocol.Result.Heartbeat;
import io.visavis.signaling.protocol.Result.HelloResult;
import io.visavis.signaling.protocol.Result.IceServer;
import io.visavis.signaling.protocol.ServerMessage.ErrorReply;
import io.visavis.signaling.protocol.ServerMessage.Ok;
import io.visavis.signaling.protocol.ServerMessage.Relay;
import io.visavis.signaling.protocol.ServerMessage.SessionStateMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The codec writes every server message exactly as its example has it. */
class ServerMessageExamplesTest {
  private static final String SESSION = Sessions.ID;
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl";
  private static final Instant RENEW_BY = Instant.parse("2026-11-20T10:15:00Z");

  private static final IceServer STUN =
      new IceServer(List.of("stun:stun.example.org:3478"), Optional.empty(), Optional.empty());
  private static final IceServer TURN =
      new IceServer(
          List.of(
              "turn:turn.example.org:3478?transport=udp",
              "turns:turn.example.org:443?transport=tcp"),
          Optional.of("1795169400:GkJ3u1x_Q0eZb7Wd"),
          Optional.of("c2VjcmV0"));

  private final SignalingCodec codec = new SignalingCodec();

  private static Map<String, ServerMessage> messages() {
    return Map.ofEntries(
        entry("server.ready", new ServerMessage.ServerReady(List.of(1), 10_000)),
        entry("ok", Ok.of("4")),
        entry("ok-share.request", Ok.of("3", new Result.ShareRequested(SESSION))),
        entry("ok-ticket.new", Ok.of("4", new Result.Ticket("tk_9fJ2mQx7", 60_000, policy()))),
        entry(
            "ok-ice.ask",
            Ok.of("5", new Result.IceGrant(List.of(STUN, TURN), Optional.of(600_000L)))),
        entry("ok-token.renew", Ok.of("r-7", new Result.TokenRenewed(RENEW_BY))),
        entry(
            "ok-token.renew-popup",
            Ok.of("r-7", new Result.TokenRenewed(RENEW_BY, Optional.of(JWT)))),
        entry("ok-hello", Ok.of("1", hello())),
        entry("ok-hello-popup", Ok.of("1", helloOfPopup())),
        entry(
            "error",
            ErrorReply.of(
                    Optional.of("3"), ErrorCode.REQUEST_OPEN, "a request to this visitor is open")
                .about(SESSION)),
        entry(
            "error-without-id",
            ErrorReply.of(Optional.empty(), ErrorCode.BAD_MESSAGE, "expected a JSON object")),
        entry("ping", new ServerMessage.Ping()),
        entry("pong", new ServerMessage.Pong()),
        entry("token.expiring", new ServerMessage.TokenExpiring(RENEW_BY)),
        entry("visitor.state", new ServerMessage.VisitorState(Sessions.VISITOR, true, false)),
        entry(
            "visitor.state-asks-for-help",
            new ServerMessage.VisitorState(
                Sessions.VISITOR,
                true,
                true,
                Optional.of("chat-4711"),
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")))),
        entry("peer.offer", relay(5, "peer.offer")),
        entry("peer.answer", relay(6, "peer.answer")),
        entry("peer.ice", relay(7, "peer.ice")),
        entry("peer.renegotiate", relay(8, "peer.renegotiate")),
        entry("session.state-requested", new SessionStateMessage(1, Sessions.requested())),
        entry("session.state-no-relay", new SessionStateMessage(4, Sessions.withoutRelay())),
        entry("session.state-live", new SessionStateMessage(9, Sessions.live())),
        entry("session.state-ended", new SessionStateMessage(17, Sessions.ended())),
        entry("session.state-declined", new SessionStateMessage(2, Sessions.declined())));
  }

  private static HelloResult hello() {
    return new HelloResult(
        1,
        "c-8t2",
        Side.AGENT,
        Instant.parse("2026-11-20T10:00:00.123456Z"),
        "Maison Lumen",
        new Result.AgentPolicy(SurfaceLimit.WINDOW, true, false, List.of(Language.FR, Language.EN)),
        Optional.empty(),
        Optional.empty(),
        RENEW_BY,
        new Heartbeat(10_000, 25_000),
        List.of(STUN),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static HelloResult helloOfPopup() {
    HelloResult agent = hello();
    return new HelloResult(
        agent.version(),
        agent.connectionId(),
        Side.VISITOR,
        agent.serverTime(),
        agent.accountName(),
        policy(),
        Optional.of(Sessions.VISITOR),
        Optional.of(JWT),
        RENEW_BY,
        agent.heartbeat(),
        List.of(),
        true,
        Optional.empty(),
        Optional.of(SESSION),
        Optional.of(false));
  }

  private static Result.VisitorPolicy policy() {
    return new Result.VisitorPolicy(
        3,
        SurfaceLimit.TAB,
        false,
        List.of(Language.EN),
        Map.of(
            Language.FR,
            "Maison Lumen ne vous demandera jamais votre mot de passe.",
            Language.EN,
            "Maison Lumen will never ask for your password."),
        Optional.of(
            "https://share.example.org/api/v1/logos/"
                + "5c1d1f0a1c1e2b9d4e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6b7c8d"),
        Map.of(Language.EN, "https://lumen.example/privacy"));
  }

  /** What the other side gets when a client sends the client's example. */
  private static Relay relay(long seq, String example) {
    try {
      Path sent = Examples.named("valid", "client-" + example + ".json").get(0);
      return new Relay(seq, (ClientMessage.Peer) new SignalingCodec().decode(Examples.text(sent)));
    } catch (BadMessage e) {
      throw new AssertionError(e.getMessage());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyServerMessageIsWrittenAsItsExample() {
    Map<String, ServerMessage> messages = messages();
    List<Path> examples = Examples.named("valid", "server-");
    assertThat(examples).hasSameSizeAs(messages.keySet());
    return examples.stream()
        .map(
            file -> {
              String name = Examples.name(file).substring("server-".length());
              return DynamicTest.dynamicTest(
                  name,
                  () -> {
                    String written = new String(codec.encode(messages.get(name)), UTF_8);
                    assertThat(Examples.objections(written)).isEmpty();
                    assertThat(Examples.tree(written))
                        .isEqualTo(Examples.tree(Examples.text(file)));
                  });
            });
  }
}
