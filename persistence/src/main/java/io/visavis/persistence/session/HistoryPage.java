package io.visavis.persistence.session;

import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.ShareSession;
import jakarta.persistence.TypedQuery;

/**
 * One page of an account's sessions, newest first, found by the last row of the page before
 * (keyset): new requests in between shift nothing.
 *
 * @param visitorId only that visitor's, or null
 * @param before id of the last row of the page before, or null
 */
record HistoryPage(String accountId, String visitorId, String before) {

  /** Whether a column could hold what is asked for. */
  boolean askable() {
    return Text.allStorable(accountId)
        && (visitorId == null || Text.storable(visitorId))
        && (before == null || Text.storable(before));
  }

  String query() {
    return "from ShareSession s where s.accountId = :account"
        + (visitorId == null ? "" : " and s.visitorId = :visitor")
        + (before == null
            ? ""
            : " and (s.requestedAt < :lastAt or s.requestedAt = :lastAt and s.id < :lastId)")
        + " order by s.requestedAt desc, s.id desc";
  }

  <T> TypedQuery<T> fill(TypedQuery<T> query) {
    query.setParameter("account", accountId);
    if (visitorId != null) {
      query.setParameter("visitor", visitorId);
    }
    return query;
  }

  <T> TypedQuery<T> fill(TypedQuery<T> query, ShareSession last) {
    return fill(query).setParameter("lastAt", last.requestedAt()).setParameter("lastId", last.id());
  }
}
