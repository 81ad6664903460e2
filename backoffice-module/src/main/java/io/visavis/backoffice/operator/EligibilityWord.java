package io.visavis.backoffice.operator;

import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.problem.BadRequest;
import java.time.Instant;

/**
 * The operator's word on an account.
 *
 * @param eligible required
 * @param until end of the grant, in the future; null for no end
 * @param note why, for the history; may be null
 */
public record EligibilityWord(Boolean eligible, Instant until, String note) implements Checked {
  private static final int LONGEST_NOTE = 500;

  @Override
  public void check() {
    if (eligible == null) {
      throw BadRequest.body("/eligible", "expected true or false");
    }
    if (!eligible && until != null) {
      throw BadRequest.body("/until", "only a grant has an end");
    }
    TextRule.optional("/note", note, LONGEST_NOTE);
  }

  /** An end date that has passed already would be a revocation in disguise. */
  void checkAt(Instant now) {
    if (until != null && !until.isAfter(now)) {
      throw BadRequest.body("/until", "expected a time in the future");
    }
  }
}
