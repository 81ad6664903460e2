package io.visavis.signaling.session;

/**
 * A trigger with what came with it.
 *
 * @param trigger what happened
 * @param detail a machine word: the picked surface of {@code CAPTURE_STARTS}, the cause that
 *     narrows an ending; or null
 * @param wording consent text id of {@code VISITOR_ACCEPTS}, else null
 * @param language consent language of {@code VISITOR_ACCEPTS}, else null
 */
public record Occurrence(Trigger trigger, String detail, String wording, String language) {

  /** A trigger that needs nothing beside it. */
  public static Occurrence of(Trigger trigger) {
    return new Occurrence(trigger, null, null, null);
  }

  /** A trigger with a detail word. */
  public static Occurrence of(Trigger trigger, String detail) {
    return new Occurrence(trigger, detail, null, null);
  }

  /** The visitor's yes with the wording that was shown. */
  public static Occurrence accepted(String wording, String language) {
    return new Occurrence(Trigger.VISITOR_ACCEPTS, null, wording, language);
  }
}
