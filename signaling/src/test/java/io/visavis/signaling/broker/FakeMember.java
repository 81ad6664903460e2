package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.token.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A connection that keeps what it is told. */
final class FakeMember implements Member {
  final List<ServerMessage> told = Collections.synchronizedList(new ArrayList<>());

  /** Looks at every message in the moment it is told. */
  Consumer<ServerMessage> witness = message -> {};

  CloseCode closedWith;
  private final ClientKind kind;
  private final String clientId;
  private final Principal principal;
  private final boolean canShare;

  private FakeMember(ClientKind kind, String clientId, Principal principal, boolean canShare) {
    this.kind = kind;
    this.clientId = clientId;
    this.principal = principal;
    this.canShare = canShare;
  }

  static FakeMember page(String clientId) {
    return visitor(ClientKind.PAGE, clientId, true);
  }

  static FakeMember phone(String clientId) {
    return visitor(ClientKind.PAGE, clientId, false);
  }

  static FakeMember popup(String clientId) {
    return visitor(ClientKind.POPUP, clientId, true);
  }

  static FakeMember panel(String clientId, String agentId) {
    return new FakeMember(ClientKind.PANEL, clientId, agent("account-1", agentId), true);
  }

  static FakeMember panel(String clientId, Principal.Agent agent) {
    return new FakeMember(ClientKind.PANEL, clientId, agent, true);
  }

  static Principal.Agent agent(String accountId, String agentId) {
    return new Principal.Agent(
        accountId, agentId, "Agent " + agentId, Principal.Role.AGENT, null, Instant.MAX);
  }

  /** Another visitor's page. */
  static FakeMember pageOf(String visitorId, String clientId) {
    return visitor(visitorId, ClientKind.PAGE, clientId, true);
  }

  private static FakeMember visitor(ClientKind kind, String clientId, boolean canShare) {
    return visitor("visitor-1", kind, clientId, canShare);
  }

  static FakeMember visitor(String visitorId, ClientKind kind, String clientId, boolean canShare) {
    var popup = kind == ClientKind.POPUP;
    var principal = new Principal.Visitor("account-1", visitorId, popup, Instant.MAX);
    return new FakeMember(kind, clientId, principal, canShare);
  }

  /** Every session state it was told, in order. */
  List<ServerMessage.SessionStateMessage> states() {
    return told.stream()
        .filter(ServerMessage.SessionStateMessage.class::isInstance)
        .map(ServerMessage.SessionStateMessage.class::cast)
        .toList();
  }

  /** The number of the last session message it was told. */
  long lastSeq() {
    return told.stream().mapToLong(FakeMember::seq).max().orElse(0);
  }

  static long seq(ServerMessage message) {
    if (message instanceof ServerMessage.SessionStateMessage state) {
      return state.seq();
    }
    return message instanceof ServerMessage.Relay relay ? relay.seq() : 0;
  }

  /** The latest session state it was told. */
  Optional<SessionSnapshot> session() {
    return told.stream()
        .filter(ServerMessage.SessionStateMessage.class::isInstance)
        .map(message -> ((ServerMessage.SessionStateMessage) message).session())
        .reduce((first, second) -> second);
  }

  /** The peer messages that were passed to it. */
  List<ServerMessage.Relay> relayed() {
    return told.stream()
        .filter(ServerMessage.Relay.class::isInstance)
        .map(ServerMessage.Relay.class::cast)
        .toList();
  }

  /** The last presence it was told. */
  Optional<ServerMessage.VisitorState> presence() {
    return told.stream()
        .filter(ServerMessage.VisitorState.class::isInstance)
        .map(ServerMessage.VisitorState.class::cast)
        .reduce((first, second) -> second);
  }

  @Override
  public String connectionId() {
    return "connection of " + clientId;
  }

  @Override
  public String clientId() {
    return clientId;
  }

  @Override
  public ClientKind kind() {
    return kind;
  }

  @Override
  public Principal principal() {
    return principal;
  }

  @Override
  public boolean canShare() {
    return canShare;
  }

  @Override
  public void send(ServerMessage message) {
    told.add(message);
    witness.accept(message);
  }

  @Override
  public void close(CloseCode code) {
    closedWith = code;
  }
}
