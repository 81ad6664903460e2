/**
 * Tokens for visitors' pages.
 *
 * <p>Invariants: a token is given only to a page of one of the account's registered origins,
 * compared exactly, and for an id that the account's policy lets it have; an unknown site key and a
 * foreign origin get the same answer.
 */
package io.visavis.backoffice.visitors;
