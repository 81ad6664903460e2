package io.visavis.signaling.broker;

import io.visavis.signaling.HandClock;
import io.visavis.signaling.MemoryPolicies;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.AcceptLinks;
import io.visavis.signaling.token.ServiceKeys;
import io.visavis.signaling.token.TicketStore;
import io.visavis.signaling.token.Tickets;
import io.visavis.signaling.website.HelpRules;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real broker over a store in memory, a clock that is moved by hand, and fake connections. */
final class BrokerFixture {
  static final AcceptLinks LINKS =
      new AcceptLinks(
          new ServiceKeys(List.of("a service secret of more than 32 bytes")),
          "https://visavis.example",
          Duration.ofMinutes(15));

  final MemoryStore store = new MemoryStore();
  final MemoryWebsite website = new MemoryWebsite();
  final MemoryVisitors visitors = new MemoryVisitors(store, website);
  final MemoryPolicies policies = new MemoryPolicies();
  final HandClock clock = new HandClock();

  /** Each first failure to reach the relay, as side and cause. */
  final List<String> relayFailures = new ArrayList<>();

  private final BrokerEvents events = new Failures();
  final SessionBroker broker = startedBroker();
  final FakeMember page = FakeMember.page("page-client-000001");
  final FakeMember popup = FakeMember.popup("popup-client-00001");
  final FakeMember panel = FakeMember.panel("panel-client-00001", "agent-1");

  BrokerFixture() {
    broker.attendance().visitorArrives(page, Optional.empty());
    broker.attendance().watch(panel, "visitor-1", Optional.empty());
  }

  /** Another broker over the same store, as after a restart. */
  SessionBroker startedBroker() {
    return new SessionBroker(
        store,
        accounts(),
        new Tickets(noTickets(), Duration.ofSeconds(60), clock),
        website,
        new Policies(policies, "https://visavis.example"),
        SessionRules.DEFAULT,
        HelpRules.DEFAULT,
        clock,
        events,
        LINKS,
        store,
        visitors);
  }

  /** The panel's agent asks; returns the session's id. */
  String requested() {
    return broker
        .request(
            FakeMember.agent("account-1", "agent-1"),
            "visitor-1",
            Optional.empty(),
            Optional.of(panel))
        .id();
  }

  String accepted() {
    var id = requested();
    broker.act(page, id, Occurrence.accepted("view.1", "fr", policies.policy.version()));
    broker.attendance().popupArrives(popup, id);
    return id;
  }

  /** Live, and the agent sees pictures. */
  String live() {
    var id = liveWithoutPictures();
    broker.act(panel, id, Occurrence.of(Trigger.MEDIA_FLOWS));
    return id;
  }

  String liveWithoutPictures() {
    var id = accepted();
    broker.act(popup, id, Occurrence.of(Trigger.CAPTURE_STARTS, "browser"));
    broker.act(panel, id, Occurrence.of(Trigger.AGENT_ACTIVATES));
    return id;
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
    broker.timekeeper().sweep();
  }

  private static AccountStore accounts() {
    var account =
        new Account(
            "account-1",
            "pk_one",
            "Maison Lumen",
            List.of(),
            List.of(),
            new Eligibility(true, null, true),
            null);
    return (AccountStore)
        Proxy.newProxyInstance(
            BrokerFixture.class.getClassLoader(),
            new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) -> Optional.of(account));
  }

  private final class Failures implements BrokerEvents {
    @Override
    public void moved(ShareSession before, ShareSession after, Trigger trigger) {}

    @Override
    public void requested(ShareSession session) {}

    @Override
    public void refused(ErrorCode code) {}

    @Override
    public void relayFailed(ShareSession session, Side side, RelayReach reach) {
      relayFailures.add(side.word() + " " + reach.word());
    }
  }

  private static TicketStore noTickets() {
    return new TicketStore() {
      @Override
      public void issue(Ticket ticket) {}

      @Override
      public Optional<Ticket> spend(String hash, Instant now) {
        return Optional.empty();
      }

      @Override
      public int purge(Instant now) {
        return 0;
      }
    };
  }
}
