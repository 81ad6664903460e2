/**
 * The two accounts of the demonstration, put in at every start while it is on.
 *
 * <p>Invariants: nothing here runs unless {@code visavis.demo.enabled}; what the operator said of
 * an existing account is never overwritten.
 */
package io.visavis.backoffice.demo;
