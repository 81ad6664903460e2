package io.visavis.signaling.policy;

import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.SurfaceLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an account chose.
 *
 * @param agents ids of the agents who may ask where {@code requestsFrom} says so; kept, without
 *     effect, where every agent may
 * @param signedVisitorsOnly whether a page gets a token only for a visitor id that the host signed
 * @param visitorsMayAsk whether visitors may ask for help by themselves
 * @param relayOnly whether pictures may travel over a relay only
 * @param message the company's own words to its visitors, by language; may be empty
 * @param logo hash of the company's logo, or null
 * @param languages those that visitors are spoken to in, the first to whoever speaks none of them
 * @param privacyUrl where the company tells what it does with personal data, by language
 * @param retentionDays how many days an ended session is kept, or null for the service's default
 */
public record Choices(
    RequestsFrom requestsFrom,
    List<String> agents,
    boolean signedVisitorsOnly,
    boolean visitorsMayAsk,
    SurfaceLimit surface,
    boolean relayOnly,
    Map<Language, String> message,
    String logo,
    List<Language> languages,
    Map<Language, String> privacyUrl,
    Integer retentionDays) {

  /** Of an account that decided nothing. */
  public static final Choices DEFAULT =
      new Choices(
          RequestsFrom.EVERY_AGENT,
          List.of(),
          false,
          false,
          SurfaceLimit.ANY,
          false,
          Map.of(),
          null,
          List.of(Language.values()),
          Map.of(),
          null);

  public Choices {
    agents = List.copyOf(agents);
    message = Map.copyOf(message);
    languages = List.copyOf(languages);
    privacyUrl = Map.copyOf(privacyUrl);
  }

  /** Whether that agent may ask visitors to share. */
  public boolean mayRequest(String agentId) {
    return requestsFrom == RequestsFrom.EVERY_AGENT || agents.contains(agentId);
  }

  /** How many days an ended session is kept, if the account chose. */
  public Optional<Integer> retention() {
    return Optional.ofNullable(retentionDays);
  }
}
