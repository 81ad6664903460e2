package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.Conversations;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Hands the signed-in user's page an agent token for Visavis. */
@Path("visavis-token")
@Produces(MediaType.APPLICATION_JSON)
public class VisavisTokenResource {
  private final AgentTokenMint mint;
  private final Conversations conversations;

  /** For the container's proxy. */
  protected VisavisTokenResource() {
    this(null, null);
  }

  @Inject
  VisavisTokenResource(AgentTokenMint mint, Conversations conversations) {
    this.mint = mint;
    this.conversations = conversations;
  }

  record Token(String token) {}

  /**
   * A token for the signed-in user.
   *
   * @param visitor narrows it to this visitor of theirs; 404 when they have no such visitor
   */
  @GET
  public String token(
      @QueryParam("visitor") String visitor, @Context ContainerRequestContext request) {
    DemoUser user = RequestGate.signedIn(request).user();
    if (visitor != null) {
      ConversationKey key = VisitorIds.key(user.account(), visitor);
      conversations.visitor(key).orElseThrow(Problem.NOT_FOUND::thrown);
    }
    return StrictJson.write(new Token(mint.mint(user, Optional.ofNullable(visitor))));
  }
}
