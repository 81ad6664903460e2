package io.visavis.backoffice.visitors;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.PageQuery;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.broker.Visitors;
import io.visavis.signaling.broker.Visitors.Place;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The visitors of the caller's account, and the host's word on which conversation they are in. */
@Path("/visitors")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class KnownVisitors {
  /** Where a page ended, and whether among the visitors who are online. */
  private static final Pattern PLACE = Pattern.compile("[or]\\.[A-Za-z0-9._:-]{8,128}");

  private static final String ONLINE = "o.";
  private static final String REMEMBERED = "r.";

  @Inject private Caller caller;
  @Inject private SessionBroker broker;

  /**
   * One visitor.
   *
   * @param canShare whether the browser can share a screen; null while nobody is connected
   * @param conversationId the host's conversation, or null
   * @param helpAskedAt when the visitor called for help that nobody has given yet, or null
   * @param openSessionId the session that is open now, or null
   * @param requests how many share requests there were
   * @param shares how many of them came to be live
   * @param lastRequestedAt when the last one was sent, or null
   */
  public record View(
      String visitorId,
      boolean online,
      Boolean canShare,
      String conversationId,
      Instant helpAskedAt,
      String openSessionId,
      long requests,
      long shares,
      Instant lastRequestedAt) {
    private static View of(Visitors.View visitor) {
      var facts = visitor.facts();
      return new View(
          visitor.visitorId(),
          visitor.online(),
          visitor.canShare().orElse(null),
          visitor.conversationId().orElse(null),
          facts.helpAskedAt(),
          facts.openSessionId(),
          facts.requests(),
          facts.shares(),
          facts.lastRequestedAt());
    }
  }

  /** One page of visitors; {@code next} is the {@code after} of the next page, or null. */
  public record Page(List<View> items, String next) {}

  /** The conversation of a visitor; null for none any more. */
  public record Conversation(String conversationId) implements Checked {
    private static final int LONGEST = 128;

    @Override
    public void check() {
      TextRule.optional("/conversationId", conversationId, LONGEST);
    }
  }

  /** Those who are online, and after them those of whom something is remembered. */
  @GET
  public Page list(
      @QueryParam("online") String online,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    if (online != null && !"true".equals(online)) {
      throw BadRequest.parameter("online", "expected true, or nothing for all");
    }
    PageQuery.check("after", after, PLACE);
    var size = PageQuery.size(limit);
    var page = broker.visitors().list(caller.agent(), place(after), online != null, size);
    var next = page.next().map(at -> (at.online() ? ONLINE : REMEMBERED) + at.visitorId());
    return new Page(page.views().stream().map(View::of).toList(), next.orElse(null));
  }

  /** One visitor. */
  @GET
  @Path("/{visitorId}")
  public View read(@PathParam("visitorId") String visitorId) {
    return View.of(broker.visitors().find(caller.agent(), visitorId));
  }

  /** The host says which conversation the visitor is in. */
  @PUT
  @Path("/{visitorId}/conversation")
  @Consumes(MediaType.APPLICATION_JSON)
  public View converse(@PathParam("visitorId") String visitorId, Conversation said) {
    var conversation = Optional.ofNullable(said.conversationId());
    return View.of(broker.visitors().converse(caller.agent(), visitorId, conversation));
  }

  private static Optional<Place> place(String after) {
    return Optional.ofNullable(after)
        .map(text -> new Place(text.startsWith(ONLINE), text.substring(ONLINE.length())));
  }
}
