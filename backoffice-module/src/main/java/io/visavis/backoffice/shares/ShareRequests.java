package io.visavis.backoffice.shares;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.idempotency.Idempotent;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.protocol.Delivery;
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

/** An agent asks a visitor to share. */
@Path("/share-requests")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ShareRequests {
  @Inject private Caller caller;
  @Inject private SessionBroker broker;

  /**
   * Whom to ask. {@code conversationId} and {@code delivery} ({@code site}, {@code link}) may be
   * null.
   */
  public record Ask(String visitorId, String conversationId, String delivery) implements Checked {
    private static final int LONGEST_CONVERSATION_ID = 128;

    @Override
    public void check() {
      TextRule.matches("/visitorId", visitorId, TextRule.VISITOR_ID);
      TextRule.optional("/conversationId", conversationId, LONGEST_CONVERSATION_ID);
      if (delivery != null && Delivery.of(delivery).isEmpty()) {
        throw BadRequest.body("/delivery", "expected site or link");
      }
    }

    private Delivery wanted() {
      return Optional.ofNullable(delivery).flatMap(Delivery::of).orElse(Delivery.SITE);
    }
  }

  /** Stores the request; it appears in the visitor's chat at once, and can be answered by link. */
  @POST
  @Idempotent
  public Response send(Ask ask, @Context UriInfo uri) {
    var session =
        broker.request(
            caller.agent(),
            ask.visitorId(),
            Optional.ofNullable(ask.conversationId()),
            ask.wanted(),
            Optional.empty());
    var location = uri.getBaseUriBuilder().path("sessions").path(session.id()).build();
    return Response.created(location).entity(session).build();
  }
}
