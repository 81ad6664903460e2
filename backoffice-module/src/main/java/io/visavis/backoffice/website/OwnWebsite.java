package io.visavis.backoffice.website;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.website.WebsitePolicy;
import io.visavis.signaling.website.WebsiteStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the account of the caller's token decided about its website. */
@Path("/account/website")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class OwnWebsite {
  private static final System.Logger LOG = System.getLogger(OwnWebsite.class.getName());

  @Inject private Caller caller;
  @Inject private WebsiteStore website;

  /** The whole decision; both fields are required. */
  public record Decision(Boolean signedVisitorsOnly, Boolean visitorsMayAsk) implements Checked {
    @Override
    public void check() {
      given("/signedVisitorsOnly", signedVisitorsOnly);
      given("/visitorsMayAsk", visitorsMayAsk);
    }

    private static void given(String pointer, Boolean value) {
      if (value == null) {
        throw BadRequest.body(pointer, "expected true or false");
      }
    }
  }

  /** The policy as it stands. */
  @GET
  public WebsitePolicy read() {
    return website.policy(caller.agent().accountId());
  }

  /** Replaces the policy; it holds for tokens and calls from now on. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public WebsitePolicy decide(Decision decision) {
    var account = caller.agent().accountId();
    website.decide(
        account, new WebsitePolicy(decision.signedVisitorsOnly(), decision.visitorsMayAsk()));
    LOG.log(System.Logger.Level.INFO, "account {0} changed its website policy", account);
    return website.policy(account);
  }
}
