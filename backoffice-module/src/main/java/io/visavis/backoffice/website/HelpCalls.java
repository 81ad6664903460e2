package io.visavis.backoffice.website;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.PageQuery;
import io.visavis.backoffice.json.TextRule;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.website.HelpCall;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the calls for help of the caller's account. */
@Path("/help-calls")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class HelpCalls {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  @Inject private Caller caller;
  @Inject private SessionBroker broker;

  /** One call. {@code conversationId} and {@code answeredAt} may be null. */
  public record View(
      String id, String visitorId, String conversationId, Instant askedAt, Instant answeredAt) {
    private static View of(HelpCall call) {
      return new View(
          call.id(), call.visitorId(), call.conversationId(), call.askedAt(), call.answeredAt());
    }
  }

  /** One page of calls; {@code next} is the {@code before} of the next page, or null. */
  public record Page(List<View> items, String next) {}

  /** Calls of the account or of one visitor, newest first. */
  @GET
  public Page list(
      @QueryParam("visitorId") String visitorId,
      @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    PageQuery.check("visitorId", visitorId, TextRule.VISITOR_ID);
    PageQuery.check("before", before, ID);
    var size = PageQuery.size(limit);
    var found =
        broker
            .helpline()
            .calls(
                caller.agent(),
                Optional.ofNullable(visitorId),
                Optional.ofNullable(before),
                size + 1)
            .stream()
            .map(View::of)
            .toList();
    if (found.size() <= size) {
      return new Page(found, null);
    }
    return new Page(found.subList(0, size), found.get(size - 1).id());
  }
}
