package io.visavis.backoffice.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.Result.VisitorPolicy;
import io.visavis.signaling.protocol.Word;
import java.util.List;
import java.util.Map;

/** What visitors are told of a policy, as in the result of {@code hello}; the rest is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitorPolicyView(
    int version,
    String surface,
    boolean relayOnly,
    List<String> languages,
    Texts message,
    String logoUrl,
    Texts privacyUrl) {

  /** By language; the missing are absent. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Texts(String fr, String en) {
    private static Texts of(Map<Language, String> texts) {
      return texts.isEmpty() ? null : new Texts(texts.get(Language.FR), texts.get(Language.EN));
    }
  }

  /** The same, for REST. */
  public static VisitorPolicyView of(VisitorPolicy policy) {
    return new VisitorPolicyView(
        policy.version(),
        policy.surface().word(),
        policy.relayOnly(),
        policy.languages().stream().map(Word::word).toList(),
        Texts.of(policy.message()),
        policy.logoUrl().orElse(null),
        Texts.of(policy.privacyUrl()));
  }
}
