/**
 * The composition root: makes signaling's plain classes from settings and stores, and keeps their
 * clocks running.
 *
 * <p>Invariants: nothing here decides anything; nothing else in this module makes these parts.
 */
package io.visavis.backoffice.composition;
