/**
 * The header {@code Idempotency-Key} on requests that create something.
 *
 * <p>Invariants: the same request under the same key is carried out once and answered alike; only
 * answers of success are kept, so a refused request may be sent again under its key.
 */
package io.visavis.backoffice.idempotency;
