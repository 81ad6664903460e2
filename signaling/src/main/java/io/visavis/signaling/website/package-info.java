/**
 * What a host's website may do with its visitors: who they are said to be, and whether they may ask
 * for help.
 *
 * <p>Invariant: the account's policy is a question to the database at a moment, never a remembered
 * answer.
 */
package io.visavis.signaling.website;
