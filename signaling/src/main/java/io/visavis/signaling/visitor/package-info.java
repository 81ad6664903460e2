/**
 * What is remembered of an account's visitors, and the port behind which it is kept.
 *
 * <p>Invariants: every look-up is bound to an account; a visitor who only looks at a page leaves
 * nothing behind.
 */
package io.visavis.signaling.visitor;
