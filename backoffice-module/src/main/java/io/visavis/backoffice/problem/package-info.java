/**
 * How REST says no: RFC 9457 problem details with the protocol's own codes.
 *
 * <p>Invariants: a fault of the service shows no message, class or statement of its inside; a
 * foreign id is answered byte for byte like an unknown one, so no detail ever repeats an id.
 */
package io.visavis.backoffice.problem;
