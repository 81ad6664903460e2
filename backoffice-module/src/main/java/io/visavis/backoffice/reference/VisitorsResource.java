package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.Conversations;
import io.visavis.persistence.reference.KnownVisitor;
import io.visavis.persistence.reference.MessagePage;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The visitors of the signed-in user's account and what was said. */
@Path("visitors")
@Produces(MediaType.APPLICATION_JSON)
public class VisitorsResource {
  private static final int MAX_MESSAGES = 200;
  private static final int MESSAGES = 50;

  private final Conversations conversations;
  private final VisitorList visitors;

  /** For the container's proxy. */
  protected VisitorsResource() {
    this(null, null);
  }

  @Inject
  VisitorsResource(Conversations conversations, VisitorList visitors) {
    this.conversations = conversations;
    this.visitors = visitors;
  }

  record Visitors(List<VisitorView> items) {}

  record Messages(List<MessageView> items, boolean more) {}

  /** Who is on the site now, then who was there last. */
  @GET
  public String visitors(@Context ContainerRequestContext request) {
    return StrictJson.write(new Visitors(visitors.of(account(request))));
  }

  /** One visitor; 404 when there is none of that id. */
  @GET
  @Path("{id}")
  public String visitor(@PathParam("id") String id, @Context ContainerRequestContext request) {
    return StrictJson.write(visitors.view(known(id, request)));
  }

  /**
   * The newest messages before a given one, oldest first; 404 for an unknown visitor.
   *
   * @param before the id of a message; without it, the end of the conversation
   * @param limit 1 to 200; 50 when absent
   */
  @GET
  @Path("{id}/messages")
  public String messages(
      @PathParam("id") String id,
      @QueryParam("before") String before,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    KnownVisitor visitor = known(id, request);
    long end = number(before, Long.MAX_VALUE, Long.MAX_VALUE);
    int count = (int) number(limit, MESSAGES, MAX_MESSAGES);
    MessagePage page = conversations.messages(visitor.key(), end, count);
    return StrictJson.write(
        new Messages(page.items().stream().map(MessageView::of).toList(), page.more()));
  }

  private static long number(String given, long absent, long most) {
    if (given == null) {
      return absent;
    }
    try {
      long number = Long.parseLong(given);
      if (number >= 1 && number <= most) {
        return number;
      }
      throw Problem.BAD_REQUEST.thrown();
    } catch (NumberFormatException malformed) {
      throw Problem.BAD_REQUEST.thrown();
    }
  }

  private KnownVisitor known(String id, ContainerRequestContext request) {
    ConversationKey key = VisitorIds.key(account(request), id);
    return conversations.visitor(key).orElseThrow(Problem.NOT_FOUND::thrown);
  }

  private static DemoAccount account(ContainerRequestContext request) {
    return RequestGate.signedIn(request).user().account();
  }
}
