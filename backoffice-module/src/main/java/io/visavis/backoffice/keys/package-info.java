/**
 * An account's keys: registering, rolling and revoking them, the key set that its host publishes,
 * and trying a token.
 *
 * <p>Invariants: the account is that of the caller's token; a secret is shown once, in the answer
 * to its making; tokens that are tried are neither kept nor logged; a host's slowness or size costs
 * its own agents, not those of others.
 */
package io.visavis.backoffice.keys;
