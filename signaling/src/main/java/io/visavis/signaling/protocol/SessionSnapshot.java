package io.visavis.signaling.protocol;

import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One share session as both sides may see it, on the WebSocket and in REST.
 *
 * @param conversationId the host's own id of the chat; agents see it, visitors do not
 * @param mine only to a panel: whether this very panel takes part, or another window or agent does
 * @param link only to the session's own agent, while the request waits for its answer
 */
public record SessionSnapshot(
    String id,
    String visitorId,
    SessionState state,
    Agent agent,
    String accountName,
    Optional<String> conversationId,
    Picture picture,
    Connections connections,
    Times times,
    Optional<Ending> ending,
    Optional<Deadline> deadline,
    Optional<Boolean> mine,
    Optional<Link> link) {

  /** The agent who asked. */
  public record Agent(String id, String name) {}

  /**
   * How far the picture is. {@code surface} is known from the capture on.
   *
   * @param relayOnly whether it may travel over a relay only, as the account's policy was at the
   *     request
   * @param relayFailures the sides that reach no relay, and why
   */
  public record Picture(
      boolean capturing,
      boolean activated,
      boolean mediaFlowing,
      Optional<Surface> surface,
      QualityMode quality,
      Notice notice,
      boolean relayOnly,
      Map<Side, RelayReach> relayFailures) {
    public Picture {
      relayFailures = Map.copyOf(relayFailures);
    }
  }

  /** The health of both participants' connections. */
  public record Connections(Health visitor, Health agent) {}

  /** When the session was asked for, answered with yes, and first live. */
  public record Times(
      Instant requestedAt, Optional<Instant> acceptedAt, Optional<Instant> liveAt) {}

  /**
   * How it ended.
   *
   * @param detail a machine word that narrows the reason, at most 64 characters
   * @param duration from live to end; zero when it never was live
   */
  public record Ending(
      Instant endedAt, EndReason reason, Optional<String> detail, Duration duration) {}

  /** When the session ends by itself, and why, if nothing happens. */
  public record Deadline(EndReason reason, Instant at) {}

  /**
   * The address by which the request can be answered.
   *
   * @param expiresAt until when
   * @param delivery whether the request was meant for it, or also stands on the visitor's page
   */
  public record Link(String url, Instant expiresAt, Delivery delivery) {
    /** Without the address, which is a secret: it may be logged. */
    @Override
    public String toString() {
      return "Link[" + expiresAt + "]";
    }
  }

  /** The same session with the address that answers its request. */
  public SessionSnapshot withLink(Link address) {
    return new SessionSnapshot(
        id,
        visitorId,
        state,
        agent,
        accountName,
        conversationId,
        picture,
        connections,
        times,
        ending,
        deadline,
        mine,
        Optional.of(address));
  }

  /** The same session, told to a panel that takes part or does not. */
  public SessionSnapshot withMine(boolean takesPart) {
    return new SessionSnapshot(
        id,
        visitorId,
        state,
        agent,
        accountName,
        conversationId,
        picture,
        connections,
        times,
        ending,
        deadline,
        Optional.of(takesPart),
        link);
  }

  /** The same session, as its visitor may see it: without what only the host's agents know. */
  public SessionSnapshot forVisitor() {
    return new SessionSnapshot(
        id,
        visitorId,
        state,
        agent,
        accountName,
        Optional.empty(),
        picture,
        connections,
        times,
        ending,
        deadline,
        Optional.empty(),
        Optional.empty());
  }
}
