/**
 * Security and caching headers of every response.
 *
 * <p>Invariants: no page runs a script of another origin; only the panel and the account admin's
 * page can be framed, and only by the origins that their account registered; what the API says is
 * never stored by a browser, save logos, whose address is the hash of what is there.
 */
package io.visavis.backoffice.headers;
