/**
 * What an account decided about its shares: who may ask, what may be shown and how it travels, in
 * whose words, for how long it is kept.
 *
 * <p>Invariants: every decision is a version of its own and no version ever changes, so that a
 * consent can name the words it was given under; the policy is a question to the database at a
 * moment, never a remembered answer; what the policy forbids is refused here, whatever a browser
 * does.
 */
package io.visavis.signaling.policy;
