package io.visavis.backoffice.visitors;

import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Word;
import io.visavis.signaling.token.ServiceTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Gives the loader on a website its visitor token. */
@Path("/visitor-tokens")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitorTokens {
  private static final Problem NOT_SIGNED =
      Problem.of(
          ErrorCode.FORBIDDEN, "the visitor's id is not signed, or not with a key of the account");
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final Pattern AN_ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,255}");

  @Inject private AccountStore accounts;
  @Inject private ServiceTokens tokens;
  @Inject private SignedVisitors signed;
  @Inject private PolicyStore policies;

  /** Which account, and which of its visitors; {@code visitorSignature} may be null. */
  public record Ask(String siteKey, String visitorId, String visitorSignature) implements Checked {
    private static final int LONGEST_SIGNATURE = 256;
    private static final Pattern SITE_KEY = Pattern.compile("pk_[A-Za-z0-9_-]{1,61}");

    @Override
    public void check() {
      TextRule.matches("/siteKey", siteKey, SITE_KEY);
      TextRule.matches("/visitorId", visitorId, TextRule.VISITOR_ID);
      TextRule.optional("/visitorSignature", visitorSignature, LONGEST_SIGNATURE);
    }
  }

  /** A token, its end, and the languages that the account's visitors are spoken to in. */
  public record Given(String token, String visitorId, Instant expiresAt, List<String> languages) {}

  /** Mints a token if the page's origin is one of the account's. */
  @POST
  public Response mint(@HeaderParam("Origin") String origin, Ask ask) {
    var account =
        accounts
            .bySiteKey(ask.siteKey())
            .filter(known -> origin != null && known.siteOrigins().contains(origin))
            .orElseThrow(
                () ->
                    new Refused(
                        ErrorCode.FORBIDDEN, "no account has this site key and this origin"));
    var choices = policies.now(account.id()).choices();
    if (!signed.mayBe(
        account, ask.visitorId(), ask.visitorSignature(), choices.signedVisitorsOnly())) {
      return readable(origin, Response.fromResponse(NOT_SIGNED.response()));
    }
    var minted = tokens.visitor(account.id(), ask.visitorId(), false);
    var languages = choices.languages().stream().map(Word::word).toList();
    var given = new Given(minted.token(), ask.visitorId(), minted.expiresAt(), languages);
    return readable(origin, Response.ok(given));
  }

  /** The account's own page may read the answer. */
  private static Response readable(String origin, Response.ResponseBuilder answer) {
    return answer.header(ALLOW_ORIGIN, origin).header(HttpHeaders.VARY, "Origin").build();
  }

  /**
   * The preflight (Fetch standard, CORS protocol). It cannot know the account yet: any page may
   * ask, and only the answer of {@link #mint} decides.
   */
  @OPTIONS
  @Consumes(MediaType.WILDCARD)
  public Response preflight(@HeaderParam("Origin") String origin) {
    var answer = Response.noContent().header(HttpHeaders.VARY, "Origin");
    if (origin != null && AN_ORIGIN.matcher(origin).matches()) {
      answer
          .header(ALLOW_ORIGIN, origin)
          .header("Access-Control-Allow-Methods", "POST")
          .header("Access-Control-Allow-Headers", "content-type")
          .header("Access-Control-Max-Age", "7200");
    }
    return answer.build();
  }
}
