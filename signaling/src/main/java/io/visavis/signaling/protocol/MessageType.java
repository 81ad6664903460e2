package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * Every message type that a client may send. Who may send which stands in the authorization table.
 */
public enum MessageType implements Word {
  HELLO("hello"),
  TOKEN_RENEW("token.renew"),
  PING("ping"),
  PONG("pong"),
  VISITOR_CONVERSATION("visitor.conversation"),
  HELP_ASK("help.ask"),
  VISITOR_WATCH("visitor.watch"),
  SHARE_REQUEST("share.request"),
  SHARE_WITHDRAW("share.withdraw"),
  SHARE_ACCEPT("share.accept"),
  SHARE_DECLINE("share.decline"),
  SHARE_ACTIVATE("share.activate"),
  SHARE_PAUSE("share.pause"),
  SHARE_RESUME("share.resume"),
  SHARE_STOP("share.stop"),
  SHARE_QUALITY("share.quality"),
  CAPTURE_STARTED("capture.started"),
  VISITOR_NOTICE("visitor.notice"),
  MEDIA_FLOWING("media.flowing"),
  TICKET_NEW("ticket.new"),
  ICE_ASK("ice.ask"),
  RELAY_REPORT("relay.report"),
  PEER_OFFER("peer.offer"),
  PEER_ANSWER("peer.answer"),
  PEER_ICE("peer.ice"),
  PEER_RENEGOTIATE("peer.renegotiate");

  private static final Map<String, MessageType> BY_WORD = Word.index(values());

  private final String word;

  MessageType(String word) {
    this.word = word;
  }

  /** The value of the message's {@code type} field. */
  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<MessageType> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
