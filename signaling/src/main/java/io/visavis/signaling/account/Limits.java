package io.visavis.signaling.account;

/**
 * What the operator allows an account at most.
 *
 * @param maxOpenSessions requests and shares at the same time, 1 or more; null for no limit
 * @param maxRequestsPerHour share requests within any hour, 1 or more; null for no limit
 */
public record Limits(Integer maxOpenSessions, Integer maxRequestsPerHour) {

  /** Of an account that nobody limited. */
  public static final Limits NONE = new Limits(null, null);
}
