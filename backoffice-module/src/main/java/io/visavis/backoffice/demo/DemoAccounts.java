package io.visavis.backoffice.demo;

import io.visavis.backoffice.configuration.DemoSettings;
import io.visavis.backoffice.configuration.ServiceSettings;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.Eligibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
    put("lumen", "Maison Lumen", "shop", new Eligibility(true, null, true));
    put("brume", "Atelier Brume", "atelier", Eligibility.NEVER);
  }

  private void put(String name, String title, String host, Eligibility eligibility) {
    var id = "demo-" + name;
    var account =
        new Account(
            id,
            "pk_demo_" + name,
            title,
            List.of("http://" + host + ".localhost" + service.portSuffix()),
            List.of(service.origin()),
            eligibility,
            null);
    var secret = demo.agentKey().getBytes(StandardCharsets.UTF_8);
    accounts.put(account, List.of(new AgentKey(id, id, "HS256", secret)));
  }
}
