package io.visavis.signaling.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.security.Keys;
import io.visavis.signaling.MemoryKeys;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.KeyAlgorithm;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What an account's admin learns of a token. */
class TokenTrialsTest {
  private final MemoryKeys keys = SampleTokens.keys();
  private final TokenTrials trials =
      new TokenTrials(SampleTokens.agentTokens(PublishedKeys.NONE, keys), keys);
  private final Account account = SampleTokens.account("account-1", "pk_one");

  private Optional<TokenFault> fault(String token) {
    return trials.of(account, token).fault();
  }

  @Test
  void anAcceptedTokenIsToldWithWhatItSays() {
    var trial = trials.of(account, SampleTokens.valid().compact());

    assertThat(trial.fault()).isEmpty();
    assertThat(trial.header()).containsEntry("kid", "key-1").containsEntry("alg", "HS256");
    assertThat(trial.claims()).containsEntry("name", "Camille Rivière").containsKey("exp");
    assertThat(keys.find("account-1", "key-1").orElseThrow().facts().lastUsedAt()).isNull();
  }

  @Test
  void eachFaultHasItsOwnWord() {
    var later = Date.from(SampleTokens.NOW.plusSeconds(901));
    assertThat(fault(SampleTokens.valid().expiration(later).compact())).contains(TokenFault.LIFE);
    assertThat(fault(SampleTokens.valid().claim("role", "x").compact())).contains(TokenFault.ROLE);
    assertThat(fault("a.b.c")).contains(TokenFault.MALFORMED);
    assertThat(fault("a".repeat(9000))).contains(TokenFault.TOO_LONG);
    assertThat(fault(SampleTokens.valid().header().type("JWT").and().compact()))
        .contains(TokenFault.TYPE);
    assertThat(fault(SampleTokens.valid().header().keyId("none").and().compact()))
        .contains(TokenFault.KID_UNKNOWN);
    assertThat(
            fault(
                SampleTokens.valid()
                    .issuedAt(Date.from(SampleTokens.NOW.plusSeconds(100)))
                    .compact()))
        .contains(TokenFault.NOT_YET);
    keys.revoke("account-1", "key-1", SampleTokens.NOW, SampleTokens.NOW);
    assertThat(fault(SampleTokens.valid().compact())).contains(TokenFault.KEY_REVOKED);
  }

  @Test
  void aTokenOfAnotherAccountTellsNothingButThat() {
    var foreign =
        trials.of(SampleTokens.account("account-2", "pk_two"), SampleTokens.valid().compact());

    assertThat(foreign.fault()).contains(TokenFault.ISSUER);
  }

  @Test
  void theUsualMistakesWithASecretAreNamed() {
    var text = Base64.getEncoder().encodeToString(new byte[48]);
    var asText = new AgentKey("t", "account-1", KeyAlgorithm.HS256, text.getBytes());
    var asBytes = new AgentKey("b", "account-1", KeyAlgorithm.HS256, new byte[48]);
    keys.add(asText, "test", SampleTokens.NOW, 9);
    keys.add(asBytes, "test", SampleTokens.NOW, 9);

    assertThat(fault(signed("t", new byte[48]))).contains(TokenFault.SECRET_DECODED);
    assertThat(fault(signed("b", text.getBytes()))).contains(TokenFault.SECRET_ENCODED);
    assertThat(fault(signed("b", SampleTokens.SECRET))).contains(TokenFault.SIGNATURE);
  }

  private static String signed(String kid, byte[] secret) {
    var key =
        secret.length >= 32 ? Keys.hmacShaKeyFor(secret) : new SecretKeySpec(secret, "HmacSHA256");
    return SampleTokens.unsigned()
        .header()
        .keyId(kid)
        .and()
        .signWith(key, io.jsonwebtoken.Jwts.SIG.HS256)
        .compact();
  }
}
