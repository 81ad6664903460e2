package io.visavis.signaling.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a successful request brings back in {@code ok}. */
public sealed interface Result {

  /** The result of {@code share.request}: the session that was opened. */
  record ShareRequested(String sessionId) implements Result {}

  /**
   * The result of {@code ticket.new}: a single-use ticket and its life in milliseconds, and the
   * policy under which a yes would be given now.
   */
  record Ticket(String ticket, long expiresInMs, VisitorPolicy policy) implements Result {
    /** Without the ticket: it may be logged. */
    @Override
    public String toString() {
      return "Ticket[" + expiresInMs + " ms]";
    }
  }

  /**
   * The result of {@code ice.ask}: the servers to connect over. {@code expiresInMs} is there when
   * they have credentials; allocations made before then live on.
   */
  record IceGrant(List<IceServer> iceServers, Optional<Long> expiresInMs) implements Result {
    public IceGrant {
      iceServers = List.copyOf(iceServers);
    }
  }

  /**
   * The result of {@code token.renew}: until when the connection is good now. {@code token} goes to
   * a client that nobody else gives tokens to, the popup: it is the one to go on with.
   */
  record TokenRenewed(Instant tokenExpiresAt, Optional<String> token) implements Result {
    /** The token that the client sent is the one to go on with. */
    public TokenRenewed(Instant tokenExpiresAt) {
      this(tokenExpiresAt, Optional.empty());
    }

    /** Without the token: it may be logged. */
    @Override
    public String toString() {
      return "TokenRenewed[" + tokenExpiresAt + "]";
    }
  }

  /**
   * The result of {@code hello}. {@code token} and {@code sessionId} go to a popup that gave a
   * ticket, {@code visitorId} to the visitor's side.
   *
   * @param policy what of the account's policy this client must know
   * @param mayAskForHelp to a page: whether the account takes {@code help.ask} now
   * @param resumed present when the client asked to resume; true: what was missed follows, false: a
   *     whole {@code session.state} follows
   */
  record HelloResult(
      int version,
      String connectionId,
      Side role,
      Instant serverTime,
      String accountName,
      Policy policy,
      Optional<String> visitorId,
      Optional<String> token,
      Instant tokenExpiresAt,
      Heartbeat heartbeat,
      List<IceServer> iceServers,
      boolean eligible,
      Optional<Boolean> mayAskForHelp,
      Optional<String> sessionId,
      Optional<Boolean> resumed)
      implements Result {
    public HelloResult {
      iceServers = List.copyOf(iceServers);
    }

    /** Without the token and the credentials: it may be logged. */
    @Override
    public String toString() {
      return "HelloResult[" + connectionId + " " + role + " resumed " + resumed + "]";
    }
  }

  /** What of an account's policy a client is told. */
  sealed interface Policy {}

  /**
   * What visitors are told. Texts and addresses that the company did not give are absent.
   *
   * @param version of the account's policy; 0 when it decided nothing. A yes names the one whose
   *     words were shown
   * @param languages those to speak in, the first to whoever speaks none of them
   * @param logoUrl absolute
   */
  record VisitorPolicy(
      int version,
      SurfaceLimit surface,
      boolean relayOnly,
      List<Language> languages,
      Map<Language, String> message,
      Optional<String> logoUrl,
      Map<Language, String> privacyUrl)
      implements Policy {
    public VisitorPolicy {
      languages = List.copyOf(languages);
      message = Map.copyOf(message);
      privacyUrl = Map.copyOf(privacyUrl);
    }
  }

  /**
   * What agents are told.
   *
   * @param mayRequest whether this agent may ask visitors to share
   * @param languages those that visitors are spoken to in
   */
  record AgentPolicy(
      SurfaceLimit surface, boolean relayOnly, boolean mayRequest, List<Language> languages)
      implements Policy {
    public AgentPolicy {
      languages = List.copyOf(languages);
    }
  }

  /** How often the server pings, and after how long a silence either side gives up; both in ms. */
  record Heartbeat(long intervalMs, long timeoutMs) {}

  /** A STUN or TURN server, as {@code RTCIceServer} of WebRTC has it. */
  record IceServer(List<String> urls, Optional<String> username, Optional<String> credential) {
    public IceServer {
      urls = List.copyOf(urls);
    }

    /** Without the credential: it may be logged. */
    @Override
    public String toString() {
      return "IceServer" + urls;
    }
  }
}
