package io.visavis.it;

import java.util.List;

/**
 * What a call is about.
 *
 * @param company whose it is
 * @param ids for the places in the route's path, from left to right
 * @param visitorId for queries that name a visitor
 * @param asked for bodies that do: another one, since asking leaves a session behind
 */
record Specimen(Company company, List<String> ids, String visitorId, String asked) {

  /** Of the same form, but nothing of that name ever was. */
  Specimen unknown() {
    return new Specimen(
        company,
        ids.stream().map(Ids::unknownLike).toList(),
        Service.newVisitorId(),
        Service.newVisitorId());
  }
}
