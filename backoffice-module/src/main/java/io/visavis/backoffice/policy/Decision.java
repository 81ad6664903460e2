package io.visavis.backoffice.policy;

import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.LargestBody;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.policy.RequestsFrom;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.SurfaceLimit;
import io.visavis.signaling.protocol.Word;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A whole policy, as it is to stand. What the service says beside it when it is read may come back
 * and is not looked at; texts, logo and retention that are missing are null.
 */
@LargestBody(Decision.MOST_BYTES)
public record Decision(
    Integer version,
    Instant decidedAt,
    String decidedBy,
    String requestsFrom,
    List<String> agents,
    Boolean signedVisitorsOnly,
    Boolean visitorsMayAsk,
    String surface,
    Boolean relayOnly,
    ByLanguage message,
    String logo,
    List<String> languages,
    ByLanguage privacyUrl,
    Integer retentionDays,
    Boolean relayAvailable,
    Integer defaultRetentionDays)
    implements Checked {
  /** Room for the longest list of agents in any script, also where JSON escapes each character. */
  static final int MOST_BYTES = 524_288;

  private static final int MOST_AGENTS = 500;
  private static final int LONGEST_AGENT = 128;
  private static final int LONGEST_RETENTION = 3650;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  @Override
  public void check() {
    if (version == null || version < 0) {
      throw BadRequest.body("/version", "expected the version that was read");
    }
    word("/requestsFrom", requestsFrom, RequestsFrom::of, RequestsFrom.values());
    checkAgents();
    flag("/signedVisitorsOnly", signedVisitorsOnly);
    flag("/visitorsMayAsk", visitorsMayAsk);
    word("/surface", surface, SurfaceLimit::of, SurfaceLimit.values());
    flag("/relayOnly", relayOnly);
    ByLanguage.orNone(message)
        .each((language, text) -> CompanyText.check("/message/" + language.word(), text));
    if (logo != null && !HASH.matcher(logo).matches()) {
      throw BadRequest.body("/logo", "expected the hash of a logo, or null");
    }
    checkLanguages();
    ByLanguage.orNone(privacyUrl)
        .each((language, url) -> PrivacyAddress.check("/privacyUrl/" + language.word(), url));
    if (retentionDays != null && (retentionDays < 1 || retentionDays > LONGEST_RETENTION)) {
      throw BadRequest.body(
          "/retentionDays", "expected a whole number from 1 to " + LONGEST_RETENTION + ", or null");
    }
  }

  private void checkAgents() {
    if (agents == null || agents.size() > MOST_AGENTS) {
      throw BadRequest.body("/agents", "expected a list of at most " + MOST_AGENTS + " ids");
    }
    if (agents.isEmpty() && requestsFrom.equals(RequestsFrom.LISTED_AGENTS.word())) {
      throw BadRequest.body("/agents", "expected at least one id, or nobody could ask");
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < agents.size(); i++) {
      var agent = agents.get(i);
      if (agent == null || !isAgentId(agent) || !seen.add(agent)) {
        throw BadRequest.body(
            "/agents/" + i,
            "expected 1 to "
                + LONGEST_AGENT
                + " characters as they stand in the agent's token, on one line, each id once");
      }
    }
  }

  private static boolean isAgentId(String agent) {
    return !agent.isBlank()
        && agent.length() <= LONGEST_AGENT
        && agent
            .codePoints()
            .noneMatch(
                point ->
                    Character.getType(point) == Character.CONTROL
                        || Character.getType(point) == Character.SURROGATE);
  }

  private void checkLanguages() {
    var known = Language.values().length;
    if (languages == null || languages.isEmpty() || languages.size() > known) {
      throw BadRequest.body("/languages", "expected a list of 1 to " + known + " languages");
    }
    for (int i = 0; i < languages.size(); i++) {
      word("/languages/" + i, languages.get(i), Language::of, Language.values());
      if (languages.indexOf(languages.get(i)) < i) {
        throw BadRequest.body("/languages/" + i, "expected each language once");
      }
    }
  }

  private static <W extends Word> void word(
      String pointer, String value, Function<String, Optional<W>> of, W[] all) {
    if (value == null || of.apply(value).isEmpty()) {
      throw BadRequest.body(
          pointer, "expected " + String.join(" or ", Arrays.stream(all).map(Word::word).toList()));
    }
  }

  private static void flag(String pointer, Boolean value) {
    if (value == null) {
      throw BadRequest.body(pointer, "expected true or false");
    }
  }

  /** What was chosen; only after {@link #check}. */
  Choices choices() {
    return new Choices(
        RequestsFrom.of(requestsFrom).orElseThrow(),
        agents,
        signedVisitorsOnly,
        visitorsMayAsk,
        SurfaceLimit.of(surface).orElseThrow(),
        relayOnly,
        ByLanguage.orNone(message).given(),
        logo,
        languages.stream().map(word -> Language.of(word).orElseThrow()).toList(),
        ByLanguage.orNone(privacyUrl).given(),
        retentionDays);
  }
}
