package io.visavis.backoffice.operator;

import io.visavis.backoffice.configuration.OperatorSettings;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.UsageStore;
import io.visavis.signaling.session.UsageStore.Usage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What all accounts, or one, make of the service. Days are of UTC. */
@Path("/operator")
@Dependent
public class UsageOfAccounts {
  @Inject private UsageStore usage;
  @Inject private AccountStore accounts;
  @Inject private OperatorSettings settings;
  @Inject private Clock clock;

  /** Added up by day, account and reason of ending. */
  @GET
  @Path("/usage")
  @Produces(MediaType.APPLICATION_JSON)
  public UsageReport report(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("account") String account) {
    var span = span(from, to);
    return UsageReport.of(span, read(span, account), accounts::byId);
  }

  /** A line per account and day, to be kept or counted elsewhere. */
  @GET
  @Path("/usage.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response table(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("account") String account) {
    var span = span(from, to);
    var name = "visavis-usage-" + span.first() + "-" + span.last() + ".csv";
    return Response.ok(UsageTable.of(read(span, account), accounts::byId))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private Span span(String from, String to) {
    return Span.of(
        from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), settings.usageDays());
  }

  private Usage read(Span span, String account) {
    var only = Optional.ofNullable(account).filter(id -> !id.isBlank());
    if (only.isPresent() && accounts.byId(only.get()).isEmpty()) {
      throw new Refused(ErrorCode.NOT_FOUND, "no such account");
    }
    return usage.read(span.first(), span.last(), only);
  }
}
