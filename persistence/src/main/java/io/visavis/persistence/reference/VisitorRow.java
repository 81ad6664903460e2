package io.visavis.persistence.reference;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A visitor of a website of the reference host. */
@Entity(name = "ReferenceVisitor")
@Table(name = "ref_visitor")
class VisitorRow {
  /** The convention of web statistics: after so long an absence, coming back is a new visit. */
  private static final Duration VISIT_GAP = Duration.ofMinutes(30);

  @EmbeddedId private VisitorId id;

  @Column(name = "name", length = 200, nullable = false)
  private String name;

  @Column(name = "device", length = 16, nullable = false)
  private String device;

  @Column(name = "browser", length = 60, nullable = false)
  private String browser;

  @Column(name = "language", length = 35, nullable = false)
  private String language;

  @Column(name = "page_title", length = 300)
  private String pageTitle;

  @Column(name = "page_url", length = 2000)
  private String pageUrl;

  @Column(name = "first_seen_at", nullable = false)
  private Instant firstSeenAt;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  @Column(name = "visits", nullable = false)
  private int visits;

  @Column(name = "messages", nullable = false)
  private int messages;

  @Column(name = "unread", nullable = false)
  private int unread;

  protected VisitorRow() {}

  VisitorRow(Arrival arrival) {
    this.id = new VisitorId(arrival.key());
    this.name = arrival.name();
    this.firstSeenAt = micros(arrival.at());
    this.lastSeenAt = firstSeenAt;
    this.visits = 1;
    describe(arrival);
  }

  void arriveAgain(Arrival arrival) {
    if (Duration.between(lastSeenAt, arrival.at()).compareTo(VISIT_GAP) > 0) {
      visits++;
    }
    describe(arrival);
    seenAt(arrival.at());
  }

  private void describe(Arrival arrival) {
    this.device = arrival.device();
    this.browser = arrival.browser();
    this.language = arrival.language();
    look(arrival.page());
  }

  void look(ViewedPage page) {
    this.pageTitle = page == null ? null : page.title();
    this.pageUrl = page == null ? null : page.url();
  }

  /** Moves the time of the last sign of life forward, never back. */
  void seenAt(Instant at) {
    Instant seen = micros(at);
    if (seen.isAfter(lastSeenAt)) {
      lastSeenAt = seen;
    }
  }

  void count(Sender sender) {
    messages++;
    if (sender == Sender.VISITOR) {
      unread++;
    }
  }

  void markRead() {
    unread = 0;
  }

  KnownVisitor toVisitor() {
    ViewedPage page = pageUrl == null ? null : new ViewedPage(pageTitle, pageUrl);
    return new KnownVisitor(
        id.toKey(),
        name,
        device,
        browser,
        language,
        page,
        firstSeenAt,
        lastSeenAt,
        visits,
        messages,
        unread);
  }

  /** Both databases keep microseconds; what is given back is to equal what was given. */
  static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
