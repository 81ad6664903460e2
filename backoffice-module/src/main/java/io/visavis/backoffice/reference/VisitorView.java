package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.KnownVisitor;
import io.visavis.persistence.reference.ViewedPage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A visitor as the backoffice shows them. Times are RFC 3339 in UTC. */
record VisitorView(
    String id,
    String name,
    boolean online,
    ViewedPage page,
    String device,
    String browser,
    String language,
    String firstSeenAt,
    String lastSeenAt,
    int visits,
    int messages,
    int unread) {

  /** A visitor who is on the site is being seen now, whatever was last written down. */
  static VisitorView of(KnownVisitor visitor, boolean online, Instant now) {
    Instant lastSeenAt = online ? now.truncatedTo(ChronoUnit.SECONDS) : visitor.lastSeenAt();
    return new VisitorView(
        visitor.key().visitorId(),
        visitor.name(),
        online,
        visitor.page(),
        visitor.device(),
        visitor.browser(),
        visitor.language(),
        visitor.firstSeenAt().toString(),
        lastSeenAt.toString(),
        visitor.visits(),
        visitor.messages(),
        visitor.unread());
  }
}
