package io.visavis.backoffice.reference;

/** A chat message that is not accepted; the sender is told and the socket stays open. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Refuses a message.
   *
   * @param code a word for programs
   * @param detail a sentence for developers that quotes nothing of the input
   */
  BadInput(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  static BadInput badMessage(String detail) {
    return new BadInput("bad-message", detail);
  }

  String code() {
    return code;
  }
}
