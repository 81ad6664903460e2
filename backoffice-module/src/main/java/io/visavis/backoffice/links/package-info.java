/**
 * What the accept page asks: the links by which visitors answer a share request with no script on
 * the site.
 *
 * <p>Invariants: no GET does anything; looking spends nothing; a code never stands in a path, a
 * query or the log.
 */
package io.visavis.backoffice.links;
