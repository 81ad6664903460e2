/**
 * Webhooks: endpoints that account admins register, and the delivery of what the outbox holds, by
 * the convention of Standard Webhooks.
 *
 * <p>Invariants: at least once, always under the same id and with the same body; one attempt at a
 * time for each endpoint of a node; a secret is shown when it is made and never again.
 */
package io.visavis.backoffice.webhook;
