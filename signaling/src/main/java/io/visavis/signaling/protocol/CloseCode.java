package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * Why the server closes a connection: the status code of the close frame (RFC 6455 section 7.4) and
 * its reason, which is a word of this table and therefore well below the 123 bytes a close frame
 * has room for.
 */
public enum CloseCode implements Word {
  /** The handshake or {@code hello} was refused; an {@code error} said why. */
  REFUSED(1008, "refused"),
  /** A message was larger than the limit. */
  TOO_BIG(1009, "too-big"),
  /** A fault of the service. */
  INTERNAL(1011, "internal"),
  /** This node stops; connect again, another node answers. */
  RESTART(1012, "restart"),
  /** Too many connections now. */
  TRY_LATER(1013, "try-later"),
  /** The token was not renewed before its expiry. */
  TOKEN_EXPIRED(4001, "token-expired"),
  /** Another window of the same participant took over. */
  TAKEN_OVER(4002, "taken-over"),
  /** The right to be connected was withdrawn. */
  REVOKED(4003, "revoked"),
  /** The client reads too slowly: its outgoing queue overflowed or stood still. */
  SLOW_CONSUMER(4008, "slow-consumer"),
  /** Messages came faster than the rate limit and went on after the warning. */
  FLOOD(4009, "flood"),
  /** No {@code hello} in time. */
  HELLO_TIMEOUT(4010, "hello-timeout"),
  /** Nothing was heard from the client for too long. */
  HEARTBEAT_LOST(4011, "heartbeat-lost"),
  /** The key that signed the token was revoked; a token of another key opens the way again. */
  KEY_REVOKED(4012, "key-revoked");

  private static final Map<String, CloseCode> BY_WORD = Word.index(values());

  private final int code;
  private final String word;

  CloseCode(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The status code of the close frame. */
  public int code() {
    return code;
  }

  /** The reason text of the close frame. */
  @Override
  public String word() {
    return word;
  }

  /** The constant whose reason is {@code word}; empty when there is none. */
  public static Optional<CloseCode> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
