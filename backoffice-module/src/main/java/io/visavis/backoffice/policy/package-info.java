/**
 * The account's policy and logo over REST.
 *
 * <p>Invariants: only an account admin decides, and only on the version that was read; every
 * decision stays readable to the database as a version of its own; what is served as a logo was
 * checked by its bytes.
 */
package io.visavis.backoffice.policy;
