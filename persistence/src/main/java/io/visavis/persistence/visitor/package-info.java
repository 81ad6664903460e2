/**
 * What is remembered of an account's visitors, put together from sessions, calls for help and the
 * conversations that hosts named.
 *
 * <p>Invariant: every look-up is bound to an account.
 */
package io.visavis.persistence.visitor;
