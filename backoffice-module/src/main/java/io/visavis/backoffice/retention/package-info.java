/**
 * Forgets what accounts keep no longer.
 *
 * <p>Invariants: an open session is never forgotten; a round may be repeated, cut off and run on
 * several nodes at once; each step is small, so that nobody waits for it.
 */
package io.visavis.backoffice.retention;
