package io.visavis.backoffice.access;

/** Who calls, by the kind of token. */
enum Role {
  /** Nobody in particular: no token is asked for. */
  ANYONE,
  /** An agent token of role {@code agent}. */
  AGENT,
  /** An agent token of role {@code admin}. */
  ADMIN,
  /** A token of the operator's sign-in. */
  OPERATOR
}
