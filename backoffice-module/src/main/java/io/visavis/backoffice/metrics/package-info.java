/**
 * What operations can count and draw: sessions, endings, refusals, connections (MicroProfile
 * Metrics).
 *
 * <p>Invariant: no label has a value that a client chooses.
 */
package io.visavis.backoffice.metrics;
