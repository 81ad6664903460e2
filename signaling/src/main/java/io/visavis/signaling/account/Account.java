package io.visavis.signaling.account;

import java.time.Instant;
import java.util.List;

/**
 * A company that uses Visavis.
 *
 * @param siteKey its public key, {@code pk_…}
 * @param siteOrigins origins of its websites, exact ({@code https://shop.example})
 * @param backofficeOrigins origins that may embed the panel, exact
 * @param eligibility whether and until when it may share screens
 * @param accessRequest the account admin's open ask for access, or null
 */
public record Account(
    String id,
    String siteKey,
    String name,
    List<String> siteOrigins,
    List<String> backofficeOrigins,
    Eligibility eligibility,
    AccessRequest accessRequest) {

  /** An open ask for access. {@code message} may be null. */
  public record AccessRequest(Instant requestedAt, String requestedBy, String message) {}
}
