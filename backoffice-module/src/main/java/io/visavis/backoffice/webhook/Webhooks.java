package io.visavis.backoffice.webhook;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.configuration.WebhookSettings;
import io.visavis.backoffice.idempotency.Idempotent;
import io.visavis.backoffice.outbound.AddressRefused;
import io.visavis.backoffice.outbound.CheckedHttp;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.RandomIds;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.Endpoint.Secrets;
import io.visavis.signaling.webhook.Endpoint.Status;
import io.visavis.signaling.webhook.WebhookStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;

/** The webhook endpoints of the caller's account. */
@Path("/webhooks")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class Webhooks {
  @Inject private Caller caller;
  @Inject private WebhookStore store;
  @Inject private CheckedHttp http;
  @Inject private WebhookSettings settings;
  @Inject private HandLimit limit;
  @Inject private Clock clock;

  /** All endpoints: an account has few. */
  public record Found(List<EndpointView> items) {}

  /** The endpoints, oldest first, without their secrets. */
  @GET
  public Found list() {
    var now = clock.instant();
    return new Found(
        store.list(account()).stream().map(endpoint -> EndpointView.of(endpoint, now)).toList());
  }

  /** Adds an endpoint; this answer alone holds its secret. */
  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(EndpointWord word, @Context UriInfo uri) {
    check(word);
    var now = clock.instant();
    var endpoint =
        new Endpoint(
            "whe_" + RandomIds.id(),
            account(),
            word.url(),
            word.types(),
            word.description(),
            word.on() ? Status.ENABLED : Status.DISABLED,
            new Secrets(Signature.newSecret(), null, null),
            now);
    if (!store.add(endpoint, settings.endpointsPerAccount())) {
      throw new Refused(ErrorCode.LIMIT_REACHED, "the account has all endpoints that it may have");
    }
    var location = uri.getBaseUriBuilder().path("webhooks").path(endpoint.id()).build();
    return Response.created(location).entity(EndpointView.withSecret(endpoint, now)).build();
  }

  /** One endpoint, without its secret. */
  @GET
  @Path("/{id}")
  public EndpointView read(@PathParam("id") String id) {
    return EndpointView.of(found(id), clock.instant());
  }

  /** Says anew what the endpoint is; whatever is left out takes its default. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public EndpointView change(@PathParam("id") String id, EndpointWord word) {
    found(id);
    check(word);
    var status = word.on() ? Status.ENABLED : Status.DISABLED;
    var said = new Endpoint.Description(word.url(), word.types(), word.description(), status);
    return EndpointView.of(
        store.change(account(), id, said).orElseThrow(Webhooks::unknown), clock.instant());
  }

  /** Takes the endpoint out of use, with everything that still waits for it. */
  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    if (!store.delete(account(), id)) {
      throw unknown();
    }
  }

  /** Gives a new secret; the one before signs beside it for a while. */
  @POST
  @Path("/{id}/secret")
  public EndpointView roll(@PathParam("id") String id) {
    var now = clock.instant();
    var until = now.plus(settings.secretOverlap());
    return EndpointView.withSecret(
        store.roll(account(), id, Signature.newSecret(), now, until).orElseThrow(Webhooks::unknown),
        now);
  }

  /** Puts a test event on its way. */
  @POST
  @Path("/{id}/test")
  public Response test(@PathParam("id") String id) {
    limit.take(found(id));
    var delivery = store.test(account(), id, clock.instant()).orElseThrow(Webhooks::unknown);
    return Response.accepted(DeliveryView.of(delivery)).build();
  }

  private void check(EndpointWord word) {
    try {
      http.check(word.address());
    } catch (AddressRefused e) {
      throw BadRequest.body("/url", e.getMessage());
    }
  }

  private Endpoint found(String id) {
    return store.find(account(), id).orElseThrow(Webhooks::unknown);
  }

  private String account() {
    return caller.agent().accountId();
  }

  static Refused unknown() {
    return new Refused(ErrorCode.NOT_FOUND, "no such webhook");
  }
}
