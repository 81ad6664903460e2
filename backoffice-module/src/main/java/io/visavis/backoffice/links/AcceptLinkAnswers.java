package io.visavis.backoffice.links;

import io.visavis.backoffice.access.ClientAddress;
import io.visavis.backoffice.configuration.LinkSettings;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.policy.VisitorPolicyView;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.broker.LinkAnswers;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.protocol.DeclineCause;
import io.visavis.signaling.protocol.Language;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Looks at and answers accept links. The code in the body is the whole right to do so. */
@Path("/accept-links")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AcceptLinkAnswers {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Pattern ATTEMPT = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  @Inject private SessionBroker broker;
  @Inject private LinkSettings settings;
  @Inject private LookUpLimit limit;
  @Inject private ClientAddress address;

  /** A link's code. */
  public record Look(String code) implements Checked {
    @Override
    public void check() {
      TextRule.matches("/code", code, CODE);
    }
  }

  /**
   * A yes: {@code attempt} is random, and the same for all tries of one page.
   *
   * @param policyVersion of the policy that looking told, whose words the page shows; null as 0
   */
  public record Yes(String code, String attempt, String language, Integer policyVersion)
      implements Checked {
    @Override
    public void check() {
      TextRule.matches("/code", code, CODE);
      TextRule.matches("/attempt", attempt, ATTEMPT);
      if (language == null || Language.of(language).isEmpty()) {
        throw BadRequest.body("/language", "expected fr or en");
      }
      if (policyVersion != null && policyVersion < 0) {
        throw BadRequest.body("/policyVersion", "expected a whole number of at least 0");
      }
    }

    private int shown() {
      return policyVersion == null ? 0 : policyVersion;
    }
  }

  /** A no, and why. */
  public record No(String code, String cause) implements Checked {
    @Override
    public void check() {
      TextRule.matches("/code", code, CODE);
      if (cause == null || DeclineCause.of(cause).isEmpty()) {
        throw BadRequest.body("/cause", "expected refused or browser-unsupported");
      }
    }
  }

  /**
   * What the page may show.
   *
   * @param standing {@code open}, {@code used}, {@code declined}, {@code expired}, {@code
   *     withdrawn}, {@code unavailable}
   * @param sites hosts of the company's own website, to check the request there
   * @param expiresAt while open, else null
   * @param report where to report a link that is not trusted, or null
   * @param policy what visitors of the account are told of its policy
   */
  public record Shown(
      String standing,
      String accountName,
      String agentName,
      List<String> sites,
      Instant expiresAt,
      String report,
      VisitorPolicyView policy) {}

  /** A ticket for the sharing window. */
  public record Ticket(String ticket, long expiresInMs) {
    /** Without the ticket: it may be logged. */
    @Override
    public String toString() {
      return "Ticket[" + expiresInMs + " ms]";
    }
  }

  /** Looks, and spends nothing. */
  @POST
  @Path("/look-up")
  public Shown look(Look asked, @Context HttpServletRequest request) {
    return shown(
        limit.counted(
            asked.code(), address.of(request), () -> broker.linkAnswers().look(asked.code())));
  }

  /** The yes, once; the same attempt may be repeated until something is shown. */
  @POST
  @Path("/accept")
  public Ticket accept(Yes said, @Context HttpServletRequest request) {
    var language = Language.of(said.language()).orElseThrow();
    var issued =
        limit.counted(
            said.code(),
            address.of(request),
            () -> broker.linkAnswers().accept(said.code(), said.attempt(), language, said.shown()));
    return new Ticket(issued.ticket(), issued.life().toMillis());
  }

  /** The no. */
  @POST
  @Path("/decline")
  public Shown decline(No said, @Context HttpServletRequest request) {
    var cause = DeclineCause.of(said.cause()).orElseThrow();
    return shown(
        limit.counted(
            said.code(),
            address.of(request),
            () -> broker.linkAnswers().decline(said.code(), cause)));
  }

  private Shown shown(LinkAnswers.View view) {
    return new Shown(
        view.standing().name().toLowerCase(Locale.ROOT),
        PlainName.of(view.accountName()),
        PlainName.of(view.agentName()),
        view.sites().stream().map(AcceptLinkAnswers::host).toList(),
        view.expiresAt().orElse(null),
        settings.report().orElse(null),
        VisitorPolicyView.of(view.policy()));
  }

  /** People know a site by its name, not by its origin. */
  private static String host(String origin) {
    return origin.replaceFirst("^https?://", "");
  }
}
