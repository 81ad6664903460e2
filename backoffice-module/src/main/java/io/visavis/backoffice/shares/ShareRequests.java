package io.visavis.backoffice.shares;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.signaling.broker.SessionBroker;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An agent asks a visitor to share. */
@Path("/share-requests")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "agent")
@Tag(name = "shares")
public class ShareRequests {
  @Inject private Caller caller;
  @Inject private SessionBroker broker;

  /** Whom to ask. {@code conversationId} may be null. */
  public record Ask(String visitorId, String conversationId) implements Checked {
    private static final int LONGEST_CONVERSATION_ID = 128;

    @Override
    public void check() {
      TextRule.matches("/visitorId", visitorId, TextRule.VISITOR_ID);
      TextRule.optional("/conversationId", conversationId, LONGEST_CONVERSATION_ID);
    }
  }

  /** Stores the request; it appears in the visitor's chat at once. */
  @POST
  @Operation(summary = "Send a share request to a visitor")
  @APIResponse(responseCode = "201", description = "The session, requested")
  @APIResponse(responseCode = "403", description = "not-eligible, or another visitor's token")
  @APIResponse(responseCode = "409", description = "request-open or visitor-busy")
  public Response send(Ask ask, @Context UriInfo uri) {
    var session =
        broker.request(
            caller.agent(),
            ask.visitorId(),
            Optional.ofNullable(ask.conversationId()),
            Optional.empty());
    var location = uri.getBaseUriBuilder().path("sessions").path(session.id()).build();
    return Response.created(location).entity(session).build();
  }
}
