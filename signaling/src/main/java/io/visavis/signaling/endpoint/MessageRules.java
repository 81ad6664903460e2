package io.visavis.signaling.endpoint;

import static io.visavis.signaling.protocol.ClientKind.PAGE;
import static io.visavis.signaling.protocol.ClientKind.PANEL;
import static io.visavis.signaling.protocol.ClientKind.POPUP;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.MessageType;
import io.visavis.signaling.token.Principal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The authorization table of the WebSocket: which kind of client may send which message. Denied by
 * default; a test fails when a type is missing here.
 */
final class MessageRules {
  private static final Set<ClientKind> EVERYBODY = EnumSet.allOf(ClientKind.class);
  private static final Set<ClientKind> VISITOR = EnumSet.of(PAGE, POPUP);
  private static final Map<MessageType, Set<ClientKind>> ALLOWED = table();

  /** What a panel with an account admin's token may send: an admin sees, and does nothing. */
  private static final Set<MessageType> ADMIN =
      EnumSet.of(
          MessageType.HELLO,
          MessageType.TOKEN_RENEW,
          MessageType.PING,
          MessageType.PONG,
          MessageType.VISITOR_WATCH);

  private MessageRules() {}

  /** Whether somebody of that role may send such a message from a panel. */
  static boolean allows(MessageType type, Principal.Role role) {
    return role == Principal.Role.AGENT || ADMIN.contains(type);
  }

  /** Whether a client of that kind may send such a message at all. */
  static boolean allows(MessageType type, ClientKind kind) {
    return ALLOWED.getOrDefault(type, Set.of()).contains(kind);
  }

  /** The types that stand in the table. */
  static Set<MessageType> known() {
    return Collections.unmodifiableSet(ALLOWED.keySet());
  }

  private static Map<MessageType, Set<ClientKind>> table() {
    var table = new EnumMap<MessageType, Set<ClientKind>>(MessageType.class);
    // A second hello is refused by the conversation itself.
    table.put(MessageType.HELLO, EVERYBODY);
    table.put(MessageType.TOKEN_RENEW, EVERYBODY);
    table.put(MessageType.PING, EVERYBODY);
    table.put(MessageType.PONG, EVERYBODY);
    table.put(MessageType.VISITOR_CONVERSATION, Set.of(PAGE));
    table.put(MessageType.HELP_ASK, Set.of(PAGE));
    table.put(MessageType.VISITOR_WATCH, Set.of(PANEL));
    table.put(MessageType.SHARE_REQUEST, Set.of(PANEL));
    table.put(MessageType.SHARE_WITHDRAW, Set.of(PANEL));
    table.put(MessageType.SHARE_ACCEPT, VISITOR);
    table.put(MessageType.SHARE_DECLINE, VISITOR);
    table.put(MessageType.SHARE_ACTIVATE, Set.of(PANEL));
    table.put(MessageType.SHARE_PAUSE, Set.of(POPUP));
    table.put(MessageType.SHARE_RESUME, Set.of(POPUP));
    table.put(MessageType.SHARE_STOP, EVERYBODY);
    table.put(MessageType.SHARE_QUALITY, Set.of(POPUP, PANEL));
    table.put(MessageType.CAPTURE_STARTED, Set.of(POPUP));
    table.put(MessageType.VISITOR_NOTICE, VISITOR);
    table.put(MessageType.MEDIA_FLOWING, Set.of(PANEL));
    table.put(MessageType.TICKET_NEW, VISITOR);
    table.put(MessageType.ICE_ASK, Set.of(POPUP, PANEL));
    table.put(MessageType.RELAY_REPORT, Set.of(POPUP, PANEL));
    table.put(MessageType.PEER_OFFER, Set.of(POPUP));
    table.put(MessageType.PEER_ANSWER, Set.of(PANEL));
    table.put(MessageType.PEER_ICE, Set.of(POPUP, PANEL));
    table.put(MessageType.PEER_RENEGOTIATE, Set.of(PANEL));
    return table;
  }
}
