package io.visavis.backoffice.keys;

import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.token.NewSecrets;
import io.visavis.signaling.token.PublicKeys;
import io.visavis.signaling.token.RandomIds;
import java.util.regex.Pattern;

/** A key that is asked for, before it is registered. */
record NewKey(AgentKey key, String secret) {
  /** Ids stand in addresses: none that a path gives another meaning to, and none of our own. */
  private static final Pattern KID =
      Pattern.compile("(?!(jwks|try)$)[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private static final int RANDOM_SIGNS = 12;

  /**
   * Makes or reads a key.
   *
   * @param kid its id, or null for one of our own
   * @param publicKey PEM or JWK, or null for a new secret
   * @throws BadRequest at the field that is wrong
   */
  static NewKey of(String accountId, String kid, String publicKey) {
    if (kid != null) {
      TextRule.matches("/kid", kid, KID);
    }
    var id = kid == null ? "key-" + RandomIds.id().substring(0, RANDOM_SIGNS) : kid;
    if (publicKey == null) {
      var made = NewSecrets.make(accountId, id);
      return new NewKey(made.key(), made.text());
    }
    try {
      var read = PublicKeys.read(publicKey);
      return new NewKey(new AgentKey(id, accountId, read.algorithm(), read.encoded()), null);
    } catch (PublicKeys.Unusable e) {
      throw BadRequest.body("/publicKey", e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "NewKey[" + key + "]";
  }
}
