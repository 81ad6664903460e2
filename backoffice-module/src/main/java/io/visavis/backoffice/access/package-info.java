/**
 * Who may call what in REST: one authorization table and the filter that applies it.
 *
 * <p>Invariants: every JAX-RS method stands in the table, and what does not is refused; the caller
 * is who the verified token says, never who the request says.
 */
package io.visavis.backoffice.access;
