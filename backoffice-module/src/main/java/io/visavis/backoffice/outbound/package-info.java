/**
 * Requests to addresses that somebody outside gave: webhook receivers and key sets.
 *
 * <p>Invariants: an address is resolved once for each request, and the connection goes to the very
 * address that was checked; nothing but public addresses is reached, unless a setting names the
 * network; redirects are not followed; an answer is bounded in time and in bytes.
 */
package io.visavis.backoffice.outbound;
