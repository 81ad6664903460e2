package io.visavis.backoffice.policy;

import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Gives logos to whoever shows them. The address is the content's hash, so it never changes. */
@Path("/logos")
@Dependent
public class Logos {
  private static final String FOREVER = "public, max-age=31536000, immutable";

  @Inject private PolicyStore policies;

  /** One logo. */
  @GET
  @Path("/{hash}")
  public Response read(@PathParam("hash") String hash) {
    var logo =
        policies.logo(hash).orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "no such logo"));
    return Response.ok(logo.bytes(), logo.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, FOREVER)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
