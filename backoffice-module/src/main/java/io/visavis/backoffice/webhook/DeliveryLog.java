package io.visavis.backoffice.webhook;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.PageQuery;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.WebhookStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was delivered to an endpoint, and what was not. */
@Path("/webhooks/{id}/deliveries")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryLog {
  private static final Pattern DELIVERY_ID = Pattern.compile("whd_[A-Za-z0-9_-]{24}");

  @Inject private Caller caller;
  @Inject private WebhookStore store;
  @Inject private HandLimit limit;
  @Inject private Clock clock;

  /** One page of deliveries; {@code next} is the {@code before} of the next page, or null. */
  public record Page(List<DeliveryView> items, String next) {}

  /** Deliveries of an endpoint, newest first. */
  @GET
  public Page list(
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    PageQuery.check("before", before, DELIVERY_ID);
    var size = PageQuery.size(limit);
    store.find(account(), id).orElseThrow(Webhooks::unknown);
    var found = store.deliveries(account(), id, before, size + 1);
    var items = found.stream().limit(size).map(DeliveryView::of).toList();
    return new Page(items, found.size() > size ? items.get(size - 1).id() : null);
  }

  /** Starts a new round of attempts of a delivery that is delivered or failed. */
  @POST
  @Path("/{delivery}/resend")
  public Response resend(@PathParam("id") String id, @PathParam("delivery") String delivery) {
    var found = store.delivery(account(), id, delivery).orElseThrow(Webhooks::unknown);
    limit.take(store.find(account(), id).orElseThrow(Webhooks::unknown));
    var again =
        found.status() == Delivery.Status.WAITING
            ? Optional.<Delivery>empty()
            : store.resend(account(), id, delivery, clock.instant());
    return again
        .map(sent -> Response.accepted(DeliveryView.of(sent)).build())
        .orElseThrow(() -> new Refused(ErrorCode.WRONG_STATE, "the delivery is under way already"));
  }

  private String account() {
    return caller.agent().accountId();
  }
}
