package io.visavis.signaling.session;

/**
 * A trigger with what came with it.
 *
 * @param trigger what happened
 * @param detail a machine word: the picked surface of {@code CAPTURE_STARTS}, the cause that
 *     narrows an ending; or null
 * @param wording consent text id of {@code VISITOR_ACCEPTS}, else null
 * @param language consent language of {@code VISITOR_ACCEPTS}, else null
 * @param policyVersion the version of the account's policy of which {@code VISITOR_ACCEPTS} was
 *     shown the words; 0 when none was
 */
public record Occurrence(
    Trigger trigger, String detail, String wording, String language, int policyVersion) {

  /** A trigger that needs nothing beside it. */
  public static Occurrence of(Trigger trigger) {
    return new Occurrence(trigger, null, null, null, 0);
  }

  /** A trigger with a detail word. */
  public static Occurrence of(Trigger trigger, String detail) {
    return new Occurrence(trigger, detail, null, null, 0);
  }

  /** The visitor's yes with the wording that was shown, and no words of the account's. */
  public static Occurrence accepted(String wording, String language) {
    return accepted(wording, language, 0);
  }

  /** As above, beside the account's words of that version. */
  public static Occurrence accepted(String wording, String language, int policyVersion) {
    return new Occurrence(Trigger.VISITOR_ACCEPTS, null, wording, language, policyVersion);
  }
}
