package io.visavis.signaling.website;

/**
 * What an account decided about its website.
 *
 * @param signedVisitorsOnly whether a page gets a token only for a visitor id that the host signed
 * @param visitorsMayAsk whether visitors may ask for help by themselves
 */
public record WebsitePolicy(boolean signedVisitorsOnly, boolean visitorsMayAsk) {

  /** Of an account that decided nothing. */
  public static final WebsitePolicy DEFAULT = new WebsitePolicy(false, false);
}
