/**
 * The versions of accounts' policies and their logos, as tables.
 *
 * <p>Invariants: a version is added, never changed or removed; versions of an account count from 1
 * without a gap.
 */
package io.visavis.persistence.policy;
