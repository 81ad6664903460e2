/**
 * Whether this node lives and is ready (MicroProfile Health).
 *
 * <p>Invariant: ready means that the application itself answers and reaches its database; the
 * server alone calls itself ready even when nothing is deployed.
 */
package io.visavis.backoffice.health;
