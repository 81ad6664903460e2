package io.visavis.backoffice.reference;

import java.util.List;
import java.util.Optional;

/** Who is who in the demonstration: two accounts and their five users. */
final class DemoDirectory {
  private static final List<DemoAccount> ACCOUNTS = List.of(DemoAccount.LUMEN, DemoAccount.BRUME);

  private static final List<DemoUser> USERS =
      List.of(
          new DemoUser("camille", "Camille Moreau", Role.AGENT, DemoAccount.LUMEN),
          new DemoUser("noor", "Noor Haddad", Role.AGENT, DemoAccount.LUMEN),
          new DemoUser("alix", "Alix Bernard", Role.ADMIN, DemoAccount.LUMEN),
          new DemoUser("sacha", "Sacha Lefèvre", Role.AGENT, DemoAccount.BRUME),
          new DemoUser("dominique", "Dominique Petit", Role.ADMIN, DemoAccount.BRUME));

  private DemoDirectory() {}

  static Optional<DemoAccount> accountOfSite(String siteKey) {
    return ACCOUNTS.stream().filter(account -> account.siteKey().equals(siteKey)).findFirst();
  }

  static Optional<DemoAccount> accountOfHost(String host) {
    return ACCOUNTS.stream().filter(account -> account.shopHost().equals(host)).findFirst();
  }

  static List<DemoAccount> accounts() {
    return ACCOUNTS;
  }

  static Optional<DemoUser> user(String login) {
    return USERS.stream().filter(user -> user.login().equals(login)).findFirst();
  }

  /** Those who answer visitors of that account. */
  static List<DemoUser> agentsOf(DemoAccount account) {
    return USERS.stream()
        .filter(user -> user.role() == Role.AGENT && user.account().equals(account))
        .toList();
  }
}
