package io.visavis.backoffice.json;

/** A body that has rules beyond its types. */
public interface Checked {
  /**
   * Checks the rules.
   *
   * @throws io.visavis.backoffice.problem.BadRequest at the field that breaks one
   */
  void check();
}
