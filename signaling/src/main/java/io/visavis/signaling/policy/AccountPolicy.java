package io.visavis.signaling.policy;

import java.time.Instant;

/**
 * One version of an account's policy.
 *
 * @param version counts the account's decisions; 0 when nobody decided yet
 * @param decidedAt when, or null for version 0
 * @param decidedBy the account admin's id, or null for version 0 and for what was decided before
 *     names were kept
 */
public record AccountPolicy(int version, Instant decidedAt, String decidedBy, Choices choices) {

  /** Of an account that decided nothing. */
  public static final AccountPolicy DEFAULT = new AccountPolicy(0, null, null, Choices.DEFAULT);

  /**
   * The name of a consent text as it was shown under a version of the policy: the product's own
   * text, and beside it the company's words of that version.
   *
   * @param text the id of the product's text, such as {@code view.1}
   */
  public static String wording(String text, int version) {
    return version == 0 ? text : text + "/policy." + version;
  }
}
