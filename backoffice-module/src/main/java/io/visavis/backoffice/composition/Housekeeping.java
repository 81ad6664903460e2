package io.visavis.backoffice.composition;

import io.visavis.backoffice.configuration.IdempotencySettings;
import io.visavis.backoffice.configuration.RetentionSettings;
import io.visavis.backoffice.demo.DemoAccounts;
import io.visavis.backoffice.retention.Retention;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.answer.AnswerStore;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.endpoint.Gateway;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.token.TicketStore;
import io.visavis.signaling.webhook.WebhookStore;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Starts what the application needs, keeps its clocks running, and closes it down in order. */
@ApplicationScoped
class Housekeeping {
  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final int RECOVERED_SESSIONS = 10_000;
  private static final long SWEEP_MILLIS = 500;
  private static final long TICK_MILLIS = 1000;
  private static final long KEYS_MILLIS = 2000;
  private static final int ENDS_AT_ONCE = 100;
  private static final long PURGE_MILLIS = 60_000;

  @Resource private ManagedThreadFactory threads;
  @Inject private SessionBroker broker;
  @Inject private Gateway gateway;
  @Inject private TicketStore tickets;
  @Inject private AnswerStore answers;
  @Inject private IdempotencySettings idempotency;
  @Inject private AccountStore accounts;
  @Inject private AgentKeyStore agentKeys;
  @Inject private WebhookStore webhooks;
  @Inject private Retention retention;
  @Inject private RetentionSettings retentionSettings;
  @Inject private DemoAccounts demo;
  @Inject private Clock clock;
  private Clocks clocks;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    var sealed = agentKeys.reseal() + webhooks.reseal();
    if (sealed > 0) {
      LOG.log(
          System.Logger.Level.INFO, "Secrets of hosts sealed with the service secret: {0}", sealed);
    }
    demo.seed();
    broker.timekeeper().recover(RECOVERED_SESSIONS);
    clocks = new Clocks(threads);
    clocks.every(SWEEP_MILLIS, "sweep", broker.timekeeper()::sweep);
    clocks.every(TICK_MILLIS, "tick", gateway::tick);
    clocks.every(TICK_MILLIS, "end dates", () -> accounts.tellEnds(clock.instant(), ENDS_AT_ONCE));
    clocks.every(KEYS_MILLIS, "keys", gateway::closeRevoked);
    clocks.every(PURGE_MILLIS, "purge of tickets", () -> tickets.purge(clock.instant()));
    clocks.every(
        PURGE_MILLIS,
        "purge of answers",
        () -> answers.purge(clock.instant().minus(idempotency.life())));
    clocks.every(retentionSettings.interval().toMillis(), "retention", retention::round);
    LOG.log(System.Logger.Level.INFO, "Visavis is up");
  }

  /** While the sockets can still be written: clients learn that they should come back elsewhere. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (clocks != null) {
      clocks.stop();
    }
    gateway.closeAll(CloseCode.RESTART);
  }
}
