/**
 * Keeps what is meant for operations from everybody else: metrics behind a token of their own, the
 * description of the interface only where it is wanted.
 *
 * <p>Invariant: without configuration, production shows no metrics to anyone.
 */
package io.visavis.backoffice.operations;
