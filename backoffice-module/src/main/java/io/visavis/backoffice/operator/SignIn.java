package io.visavis.backoffice.operator;

import io.visavis.backoffice.access.Attempts;
import io.visavis.backoffice.configuration.OperatorSettings;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.ServiceTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;

/** Checks the operator's name and password. */
@ApplicationScoped
class SignIn {
  private static final System.Logger LOG = System.getLogger(SignIn.class.getName());

  /**
   * Failures of that many addresses lock a name for all of them. One alone must not: it would keep
   * the operator out.
   */
  private static final int ADDRESSES = 30;

  private OperatorSettings operator;
  private ServiceTokens tokens;
  private Attempts attempts;
  private Attempts everywhere;

  SignIn() {}

  @Inject
  SignIn(OperatorSettings operator, ServiceTokens tokens, Clock clock) {
    this.operator = operator;
    this.tokens = tokens;
    this.attempts = new Attempts(operator.attemptsPerMinute(), clock);
    this.everywhere = new Attempts(operator.attemptsPerMinute() * ADDRESSES, clock);
  }

  /**
   * A token for who knows name and password.
   *
   * @throws Refused {@code too-many-messages} after too many failures from that address, or for
   *     that name from many, {@code not-authenticated} when they do not fit
   */
  ServiceTokens.Minted signIn(String name, String password, String address) {
    if (!attempts.allowed(address) || !everywhere.allowed(name)) {
      throw new Refused(ErrorCode.TOO_MANY_MESSAGES, "too many failed attempts; wait a minute");
    }
    // Both are always compared, so that the time taken does not tell which one was wrong.
    var known = same(operator.name(), name) & same(operator.password(), password);
    if (!known) {
      attempts.failed(address);
      everywhere.failed(name);
      LOG.log(System.Logger.Level.WARNING, "Operator sign-in refused for an address");
      throw new Refused(ErrorCode.NOT_AUTHENTICATED, "name or password is wrong");
    }
    LOG.log(System.Logger.Level.INFO, "Operator signed in");
    return tokens.operator(operator.name());
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(hash(expected), hash(given));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
