/**
 * What a host's server is told of by webhook, and the port behind which endpoints and deliveries
 * are kept.
 *
 * <p>Invariants: an event is stored in the transaction of what it tells, so neither is without the
 * other; its id and body stay the same however often it is delivered; of several nodes one has a
 * delivery at a time.
 */
package io.visavis.signaling.webhook;
