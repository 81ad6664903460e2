package io.visavis.backoffice.reference;

/**
 * Why the server closes a chat socket. After {@code REFUSED} and {@code SIGNED_OUT} do not retry.
 */
enum ChatClose {
  TEXT_ONLY(1003, "text only"),
  REFUSED(1008, "refused"),
  INTERNAL(1011, "internal"),
  RESTART(1012, "restart"),
  FULL(1013, "full, try later"),
  TOO_SLOW(4008, "reads too slowly"),
  FLOOD(4009, "writes too fast"),
  NO_HELLO(4010, "no hello in time"),
  SILENT(4011, "not heard of"),
  SIGNED_OUT(4401, "not signed in");

  private final int code;
  private final String reason;

  ChatClose(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  int code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
