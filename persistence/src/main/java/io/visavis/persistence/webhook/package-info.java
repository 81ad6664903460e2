/**
 * Webhook endpoints, the outbox and its deliveries, as tables.
 *
 * <p>Invariants: an event and its deliveries are written in the transaction of what they tell; a
 * delivery changes only by an update that names the version it starts from, so of several nodes one
 * makes an attempt; endpoints are never removed, only marked.
 */
package io.visavis.persistence.webhook;
