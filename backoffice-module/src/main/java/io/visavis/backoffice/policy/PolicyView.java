package io.visavis.backoffice.policy;

import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.protocol.Word;
import java.time.Instant;
import java.util.List;

/**
 * The policy as it stands; what is not decided is null.
 *
 * @param relayAvailable whether the service has a relay, without which {@code relayOnly} is refused
 * @param defaultRetentionDays what holds while {@code retentionDays} is null
 */
public record PolicyView(
    int version,
    Instant decidedAt,
    String decidedBy,
    String requestsFrom,
    List<String> agents,
    boolean signedVisitorsOnly,
    boolean visitorsMayAsk,
    String surface,
    boolean relayOnly,
    ByLanguage message,
    String logo,
    List<String> languages,
    ByLanguage privacyUrl,
    Integer retentionDays,
    boolean relayAvailable,
    int defaultRetentionDays) {

  static PolicyView of(AccountPolicy policy, boolean relayAvailable, int defaultRetentionDays) {
    var choices = policy.choices();
    return new PolicyView(
        policy.version(),
        policy.decidedAt(),
        policy.decidedBy(),
        choices.requestsFrom().word(),
        choices.agents(),
        choices.signedVisitorsOnly(),
        choices.visitorsMayAsk(),
        choices.surface().word(),
        choices.relayOnly(),
        ByLanguage.of(choices.message()),
        choices.logo(),
        choices.languages().stream().map(Word::word).toList(),
        ByLanguage.of(choices.privacyUrl()),
        choices.retentionDays(),
        relayAvailable,
        defaultRetentionDays);
  }
}
