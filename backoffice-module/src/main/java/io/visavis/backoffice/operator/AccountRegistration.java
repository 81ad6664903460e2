package io.visavis.backoffice.operator;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.configuration.KeySettings;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.AgentKeyStore.Registration;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.NewSecrets;
import io.visavis.signaling.token.RandomIds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;

/** The operator registers accounts, and sees to it that a first token can be signed. */
@Path("/operator/accounts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountRegistration {
  private static final System.Logger LOG = System.getLogger(AccountRegistration.class.getName());
  private static final int LONGEST_NAME = 200;
  private static final int RANDOM_SIGNS = 12;

  @Inject private Caller caller;
  @Inject private AccountStore accounts;
  @Inject private AgentKeyStore keys;
  @Inject private KeySettings settings;
  @Inject private Clock clock;

  /** A company, the websites and the backoffices that it uses Visavis on. */
  public record Ask(String name, List<String> siteOrigins, List<String> backofficeOrigins)
      implements Checked {
    @Override
    public void check() {
      if (name == null || name.isBlank()) {
        throw BadRequest.body("/name", "expected 1 to " + LONGEST_NAME + " characters");
      }
      TextRule.optional("/name", name, LONGEST_NAME);
      OriginRule.check("/siteOrigins", siteOrigins);
      OriginRule.check("/backofficeOrigins", backofficeOrigins);
    }
  }

  /** Both lists as they are to be. */
  public record Origins(List<String> siteOrigins, List<String> backofficeOrigins)
      implements Checked {
    @Override
    public void check() {
      OriginRule.check("/siteOrigins", siteOrigins);
      OriginRule.check("/backofficeOrigins", backofficeOrigins);
    }
  }

  /** An account and a secret of it, which is shown in this answer only. */
  public record Registered(AccountView account, Secret key) {}

  /** A secret with the id of its key. */
  public record Secret(String kid, String secret) {
    @Override
    public String toString() {
      return "Secret[" + kid + "]";
    }
  }

  /** Registers an account with a first key; nobody has granted it anything yet. */
  @POST
  public Response register(Ask ask) {
    var account =
        new Account(
            RandomIds.id(),
            "pk_" + RandomIds.id(),
            ask.name().strip(),
            OriginRule.distinct(ask.siteOrigins()),
            OriginRule.distinct(ask.backofficeOrigins()),
            Eligibility.NEVER,
            null);
    accounts.put(account, List.of());
    LOG.log(System.Logger.Level.INFO, "account {0} registered", account.id());
    return shown(account.id());
  }

  /** Replaces the origins; pages and panels that are connected stay so. */
  @PUT
  @Path("/{id}/origins")
  public AccountView setOrigins(@PathParam("id") String id, Origins origins) {
    var old = accounts.byId(id).orElseThrow(AccountRegistration::unknown);
    var changed =
        new Account(
            old.id(),
            old.siteKey(),
            old.name(),
            OriginRule.distinct(origins.siteOrigins()),
            OriginRule.distinct(origins.backofficeOrigins()),
            old.eligibility(),
            old.accessRequest());
    accounts.put(changed, List.of());
    LOG.log(System.Logger.Level.INFO, "account {0} has other origins", id);
    return view(id);
  }

  /** Makes a secret for an account whose admins have none that works. */
  @POST
  @Path("/{id}/keys")
  public Response addKey(@PathParam("id") String id) {
    accounts.byId(id).orElseThrow(AccountRegistration::unknown);
    return shown(id);
  }

  private Response shown(String id) {
    var made = NewSecrets.make(id, "key-" + RandomIds.id().substring(0, RANDOM_SIGNS));
    var by = caller.operator().name();
    if (keys.add(made.key(), by, clock.instant(), settings.mostActive()) != Registration.ADDED) {
      throw new Refused(ErrorCode.LIMIT_REACHED, "too many keys are active");
    }
    LOG.log(System.Logger.Level.INFO, "key {0} made for account {1}", made.key().kid(), id);
    return Response.status(Response.Status.CREATED)
        .entity(new Registered(view(id), new Secret(made.key().kid(), made.text())))
        .build();
  }

  private AccountView view(String id) {
    var account = accounts.byId(id).orElseThrow(AccountRegistration::unknown);
    return AccountView.of(account, accounts, clock.instant());
  }

  private static Refused unknown() {
    return new Refused(ErrorCode.NOT_FOUND, "no such account");
  }
}
