package io.visavis.signaling;

import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.policy.Logo;
import io.visavis.signaling.policy.PolicyChange;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.policy.RequestsFrom;
import io.visavis.signaling.policy.Ruling;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.SurfaceLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy store in memory, with one policy for everybody; at first visitors may ask for help. */
public final class MemoryPolicies implements PolicyStore {
  private static final Instant DECIDED = Instant.parse("2026-11-20T08:00:00Z");
  public AccountPolicy policy = new AccountPolicy(0, null, null, with(SurfaceLimit.ANY, false));

  /** Visitors may ask; the rest is given or the default. */
  public static Choices with(SurfaceLimit surface, boolean relayOnly) {
    return with(RequestsFrom.EVERY_AGENT, List.of(), surface, relayOnly);
  }

  /** Only those agents may request. */
  public static Choices listed(String... agents) {
    return with(RequestsFrom.LISTED_AGENTS, List.of(agents), SurfaceLimit.ANY, false);
  }

  private static Choices with(
      RequestsFrom from, List<String> agents, SurfaceLimit surface, boolean relayOnly) {
    return new Choices(
        from,
        agents,
        false,
        true,
        surface,
        relayOnly,
        Map.of(Language.FR, "Notre équipe ne demande jamais de mot de passe."),
        null,
        List.of(Language.FR, Language.EN),
        Map.of(),
        null);
  }

  private final List<AccountPolicy> earlier = new ArrayList<>();

  /** The account decides anew. */
  public void decide(Choices choices) {
    earlier.add(policy);
    policy = new AccountPolicy(policy.version() + 1, DECIDED, "admin-1", choices);
  }

  @Override
  public AccountPolicy now(String accountId) {
    return policy;
  }

  @Override
  public Optional<AccountPolicy> version(String accountId, int version) {
    return Stream.concat(earlier.stream(), Stream.of(policy))
        .filter(each -> each.version() == version)
        .findFirst();
  }

  @Override
  public Ruling decide(String accountId, PolicyChange change, int mostPerHour) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Kept keepLogo(String accountId, Logo logo, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasLogo(String accountId, String hash) {
    return false;
  }

  @Override
  public Optional<Logo> logo(String hash) {
    return Optional.empty();
  }
}
