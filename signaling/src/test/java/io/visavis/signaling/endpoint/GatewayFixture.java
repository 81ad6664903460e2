package io.visavis.signaling.endpoint;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.visavis.signaling.HandClock;
import io.visavis.signaling.MemoryKeys;
import io.visavis.signaling.MemoryPolicies;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.KeyAlgorithm;
import io.visavis.signaling.broker.BrokerEvents;
import io.visavis.signaling.broker.MemoryStore;
import io.visavis.signaling.broker.MemoryVisitors;
import io.visavis.signaling.broker.MemoryWebsite;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.connection.ConnectionLimits;
import io.visavis.signaling.ice.IceServers;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.AcceptLinks;
import io.visavis.signaling.token.AgentTokens;
import io.visavis.signaling.token.PublishedKeys;
import io.visavis.signaling.token.RandomIds;
import io.visavis.signaling.token.ServiceKeys;
import io.visavis.signaling.token.ServiceTokens;
import io.visavis.signaling.token.Tickets;
import io.visavis.signaling.website.HelpRules;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A real gateway over a real broker; the socket, the database and the clock are the test's. */
final class GatewayFixture {
  static final String SERVICE = "https://visavis.example";
  static final String SHOP = "https://shop.example";
  static final String BACKOFFICE = "https://backoffice.example";
  static final String VISITOR = "visitor-1";
  private static final byte[] SECRET =
      "an agent key of at least 32 bytes".getBytes(StandardCharsets.UTF_8);

  final MemoryStore store = new MemoryStore();
  final MemoryWebsite website = new MemoryWebsite();
  final MemoryPolicies policyStore = new MemoryPolicies();
  final MemoryTickets ticketStore = new MemoryTickets();
  final HandClock clock = new HandClock();
  final MemoryKeys agentKeys =
      MemoryKeys.of(new AgentKey("key-1", "account-1", KeyAlgorithm.HS256, SECRET));
  final HandWorkers workers = new HandWorkers();
  boolean eligible = true;
  final List<ErrorCode> refusals = new ArrayList<>();
  final ServiceTokens serviceTokens;
  final SessionBroker broker;
  final Gateway gateway;

  GatewayFixture() {
    this(limits(1000, 8));
  }

  GatewayFixture(ConnectionLimits limits) {
    this(limits, clock -> IceServers.NONE);
  }

  /** A gateway that tells of those servers. */
  GatewayFixture(Function<Clock, IceServers> ice) {
    this(limits(1000, 8), ice);
  }

  private GatewayFixture(ConnectionLimits limits, Function<Clock, IceServers> ice) {
    var accounts = accounts();
    var keys = new ServiceKeys(List.of("a service secret of more than 32 bytes"));
    serviceTokens = new ServiceTokens(keys, Duration.ofHours(1), clock);
    var tickets = new Tickets(ticketStore, Duration.ofSeconds(60), clock);
    var admission =
        new Admission(
            accounts,
            new AgentTokens(accounts, agentKeys, PublishedKeys.NONE, clock),
            serviceTokens,
            tickets,
            SERVICE);
    var policies = new Policies(policyStore, SERVICE);
    broker =
        new SessionBroker(
            store,
            accounts,
            tickets,
            website,
            policies,
            SessionRules.DEFAULT,
            HelpRules.DEFAULT,
            clock,
            new Refusals(),
            new AcceptLinks(keys, SERVICE, Duration.ofMinutes(15)),
            store,
            new MemoryVisitors(store, website));
    gateway =
        new Gateway(
            broker,
            admission,
            policies,
            new EndpointSettings(limits, ice.apply(clock)),
            workers,
            clock,
            new Refusals());
  }

  static ConnectionLimits limits(int burst, int socketsPerSubject) {
    return new ConnectionLimits(
        65_536,
        100,
        burst,
        256,
        1_048_576,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(25),
        socketsPerSubject);
  }

  /** A socket that was opened by a page of that origin and has said nothing. */
  FakeClient connect(String origin) {
    return new FakeClient(gateway, Optional.ofNullable(origin));
  }

  FakeClient page() {
    var page = connect(SHOP);
    page.hello("page", RandomIds.id(), "token", visitorToken());
    return page;
  }

  FakeClient popup(String ticket) {
    var popup = connect(SERVICE);
    popup.hello("popup", RandomIds.id(), "ticket", ticket);
    return popup;
  }

  FakeClient panel() {
    var panel = connect(BACKOFFICE);
    panel.hello("panel", RandomIds.id(), "token", agentToken(""));
    panel.ask("visitor.watch", "visitorId", VISITOR);
    return panel;
  }

  String visitorToken() {
    return serviceTokens.visitor("account-1", VISITOR, false).token();
  }

  String popupToken() {
    return serviceTokens.visitor("account-1", VISITOR, true).token();
  }

  /** A token of the agent Camille; bound to that visitor unless empty. */
  String agentToken(String onlyVisitor) {
    return agentToken(onlyVisitor, "agent");
  }

  /** The same person in another role. */
  String agentToken(String onlyVisitor, String role) {
    var builder = agentToken().claim("role", role);
    if (!onlyVisitor.isEmpty()) {
      builder.claim("visitor", onlyVisitor);
    }
    return builder.signWith(Keys.hmacShaKeyFor(SECRET), Jwts.SIG.HS256).compact();
  }

  /** A token of the agent Camille of the key {@code key-1}, not signed yet. */
  JwtBuilder agentToken() {
    return Jwts.builder()
        .header()
        .type("visavis-agent+jwt")
        .keyId("key-1")
        .and()
        .issuer("pk_one")
        .audience()
        .add("visavis")
        .and()
        .subject("agent-1")
        .claim("name", "Camille Rivière")
        .claim("role", "agent")
        .id(RandomIds.id())
        .issuedAt(Date.from(clock.now))
        .expiration(Date.from(clock.now.plusSeconds(600)));
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
    gateway.tick();
  }

  private AccountStore accounts() {
    return accounts(
        () ->
            new Account(
                "account-1",
                "pk_one",
                "Maison Lumen",
                List.of(SHOP),
                List.of(BACKOFFICE),
                new Eligibility(eligible, null, true),
                null));
  }

  private static AccountStore accounts(Supplier<Account> account) {
    return (AccountStore)
        Proxy.newProxyInstance(
            GatewayFixture.class.getClassLoader(),
            new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "byId" ->
                      Optional.of(account.get()).filter(a -> a.id().equals(arguments[0]));
                  case "bySiteKey" ->
                      Optional.of(account.get()).filter(a -> a.siteKey().equals(arguments[0]));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private final class Refusals implements BrokerEvents {
    @Override
    public void moved(ShareSession before, ShareSession after, Trigger trigger) {}

    @Override
    public void requested(ShareSession session) {}

    @Override
    public void refused(ErrorCode code) {
      refusals.add(code);
    }
  }
}
