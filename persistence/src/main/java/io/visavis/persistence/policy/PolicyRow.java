package io.visavis.persistence.policy;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.policy.RequestsFrom;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.SurfaceLimit;
import io.visavis.signaling.protocol.Word;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** One version of an account's policy; never changed afterwards. */
@Entity(name = "Policy")
@Table(name = "account_policy")
@IdClass(PolicyId.class)
@Immutable
class PolicyRow {
  private static final int LONGEST_AGENT = 128;
  private static final int LONGEST_MESSAGE = 280;
  private static final int LONGEST_URL = 2000;
  private static final int HASH = 64;

  @Id
  @Column(name = "account_id")
  private String accountId;

  @Id private int version;

  @Column(name = "decided_at", nullable = false)
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "requests_from", nullable = false)
  private String requestsFrom;

  @Column(nullable = false)
  private String agents;

  @Column(name = "signed_visitors_only", nullable = false)
  private boolean signedVisitorsOnly;

  @Column(name = "visitors_may_ask", nullable = false)
  private boolean visitorsMayAsk;

  @Column(nullable = false)
  private String surface;

  @Column(name = "relay_only", nullable = false)
  private boolean relayOnly;

  @Column(name = "message_fr")
  private String messageFr;

  @Column(name = "message_en")
  private String messageEn;

  @Column private String logo;

  @Column(nullable = false)
  private String languages;

  @Column(name = "privacy_url_fr")
  private String privacyUrlFr;

  @Column(name = "privacy_url_en")
  private String privacyUrlEn;

  @Column(name = "retention_days")
  private Integer retentionDays;

  protected PolicyRow() {}

  PolicyRow(String accountId, int version, Choices choices, String by, Instant at) {
    this.accountId = accountId;
    this.version = version;
    decidedAt = Instants.micros(at);
    decidedBy = Text.checked("by", by, LONGEST_AGENT);
    requestsFrom = choices.requestsFrom().word();
    agents = joined(choices.agents());
    signedVisitorsOnly = choices.signedVisitorsOnly();
    visitorsMayAsk = choices.visitorsMayAsk();
    surface = choices.surface().word();
    relayOnly = choices.relayOnly();
    messageFr = Text.checked("message", choices.message().get(Language.FR), LONGEST_MESSAGE);
    messageEn = Text.checked("message", choices.message().get(Language.EN), LONGEST_MESSAGE);
    logo = Text.checked("logo", choices.logo(), HASH);
    languages = choices.languages().stream().map(Word::word).collect(Collectors.joining(","));
    privacyUrlFr = Text.checked("address", choices.privacyUrl().get(Language.FR), LONGEST_URL);
    privacyUrlEn = Text.checked("address", choices.privacyUrl().get(Language.EN), LONGEST_URL);
    retentionDays = choices.retentionDays();
  }

  private static String joined(List<String> agents) {
    for (var agent : agents) {
      Text.checked("agent id", agent, LONGEST_AGENT);
      if (agent.isEmpty() || agent.contains("\n")) {
        throw new IllegalArgumentException("an agent's id is empty or holds a line break");
      }
    }
    return String.join("\n", agents);
  }

  AccountPolicy toPolicy() {
    var choices =
        new Choices(
            RequestsFrom.of(requestsFrom).orElseThrow(),
            agents.isEmpty() ? List.of() : List.of(agents.split("\n")),
            signedVisitorsOnly,
            visitorsMayAsk,
            SurfaceLimit.of(surface).orElseThrow(),
            relayOnly,
            byLanguage(messageFr, messageEn),
            logo,
            Arrays.stream(languages.split(",")).map(PolicyRow::language).toList(),
            byLanguage(privacyUrlFr, privacyUrlEn),
            retentionDays);
    return new AccountPolicy(version, decidedAt, decidedBy, choices);
  }

  private static Language language(String word) {
    return Language.of(word).orElseThrow();
  }

  private static Map<Language, String> byLanguage(String french, String english) {
    var texts = new EnumMap<Language, String>(Language.class);
    if (french != null) {
      texts.put(Language.FR, french);
    }
    if (english != null) {
      texts.put(Language.EN, english);
    }
    return texts;
  }
}
