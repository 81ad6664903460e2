package io.visavis.backoffice.shares;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.PageQuery;
import io.visavis.backoffice.json.TextRule;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.protocol.SessionSnapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and ends the sessions of the caller's account. */
@Path("/sessions")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class Sessions {
  private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  @Inject private Caller caller;
  @Inject private SessionBroker broker;

  /** One page of sessions; {@code next} is the {@code before} of the next page, or null. */
  public record Page(List<SessionSnapshot> items, String next) {}

  /** Sessions of the account or of one visitor, newest first. */
  @GET
  public Page list(
      @QueryParam("visitorId") String visitorId,
      @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    PageQuery.check("visitorId", visitorId, TextRule.VISITOR_ID);
    PageQuery.check("before", before, SESSION_ID);
    var size = PageQuery.size(limit);
    var found =
        broker.history(
            caller.agent(), Optional.ofNullable(visitorId), Optional.ofNullable(before), size + 1);
    if (found.size() <= size) {
      return new Page(found, null);
    }
    var items = found.subList(0, size);
    return new Page(items, items.get(size - 1).id());
  }

  /** One session. */
  @GET
  @Path("/{id}")
  public SessionSnapshot read(@PathParam("id") String id) {
    return broker.find(caller.agent(), id);
  }

  /** Ends a session of the calling agent. */
  @POST
  @Path("/{id}/end")
  public SessionSnapshot end(@PathParam("id") String id) {
    return broker.end(caller.agent(), id);
  }
}
