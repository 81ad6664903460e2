package io.visavis.backoffice.operator;

import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;

/**
 * The operator's no to an ask for access.
 *
 * @param note why, for the account admin and the history; may be null
 */
public record RefusalWord(String note) implements Checked {
  private static final int LONGEST_NOTE = 500;

  @Override
  public void check() {
    TextRule.optional("/note", note, LONGEST_NOTE);
  }
}
