package io.visavis.backoffice.demo;

import io.visavis.backoffice.configuration.DemoSettings;
import io.visavis.backoffice.configuration.ServiceSettings;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.KeyAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Puts the demo accounts in: one eligible from the beginning, one not. */
@ApplicationScoped
public class DemoAccounts {
  @Inject private DemoSettings demo;
  @Inject private ServiceSettings service;
  @Inject private AccountStore accounts;

  /** Adds or renews both accounts, their origins and keys; does nothing without demonstration. */
  public void seed() {
    if (!demo.enabled()) {
      return;
    }
    put(
        "lumen",
        "Maison Lumen",
        join(service.siblingOrigin("shop.localhost"), demo.siteOrigins()),
        join(service.origin(), demo.backofficeOrigins()),
        new Eligibility(true, null, true));
    put(
        "brume",
        "Atelier Brume",
        List.of(service.siblingOrigin("atelier.localhost")),
        List.of(service.origin()),
        Eligibility.NEVER);
  }

  private static List<String> join(String first, List<String> more) {
    return Stream.concat(Stream.of(first), more.stream()).distinct().toList();
  }

  private void put(
      String name,
      String title,
      List<String> siteOrigins,
      List<String> backofficeOrigins,
      Eligibility eligibility) {
    var id = "demo-" + name;
    var account =
        new Account(
            id, "pk_demo_" + name, title, siteOrigins, backofficeOrigins, eligibility, null);
    var secret = demo.agentKey().getBytes(StandardCharsets.UTF_8);
    accounts.put(account, List.of(new AgentKey(id, id, KeyAlgorithm.HS256, secret)));
  }
}
