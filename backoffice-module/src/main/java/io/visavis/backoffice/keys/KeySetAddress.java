package io.visavis.backoffice.keys;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.outbound.AddressRefused;
import io.visavis.backoffice.outbound.CheckedHttp;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.AgentKeyStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Where the caller's host publishes its keys. */
@Path("/keys/jwks")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeySetAddress {
  private static final String FIELD = "/url";
  private static final int LONGEST = 2000;

  @Inject private Caller caller;
  @Inject private AgentKeyStore store;
  @Inject private CheckedHttp http;
  @Inject private KeySetFetch fetch;
  @Inject private Trials trials;
  @Inject private Clock clock;

  /** An address of {@code https}. */
  public record Address(String url) implements Checked {
    @Override
    public void check() {
      TextRule.optional(FIELD, url, LONGEST);
      if (url == null) {
        throw BadRequest.body(FIELD, "expected an address; DELETE forgets the one there is");
      }
    }
  }

  /** Stores the address; its keys are good from the next token on. */
  @PUT
  public Address set(Address address) {
    check(address.url());
    store.setJwksUrl(caller.agent().accountId(), address.url());
    return address;
  }

  /** Forgets the address: tokens of keys that are only published are refused from now on. */
  @DELETE
  public void forget() {
    store.setJwksUrl(caller.agent().accountId(), null);
  }

  /** Fetches the set now and tells what is in it; nothing of it is kept. */
  @POST
  @Path("/test")
  public KeySetView test(Address address) {
    check(address.url());
    trials.take(caller.agent().accountId());
    try {
      var entries = fetch.fetch(address.url()).stream().map(KeySetView.Entry::of).toList();
      return new KeySetView(address.url(), clock.instant(), null, null, entries);
    } catch (KeySetFetch.NoSet e) {
      return new KeySetView(address.url(), null, e.word(), e.getMessage(), List.of());
    }
  }

  private void check(String url) {
    try {
      http.check(URI.create(url));
    } catch (AddressRefused e) {
      throw BadRequest.body(FIELD, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw BadRequest.body(FIELD, "the address is not a URL");
    }
  }
}
