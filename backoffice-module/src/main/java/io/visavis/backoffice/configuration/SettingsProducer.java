package io.visavis.backoffice.configuration;

import io.visavis.signaling.connection.ConnectionLimits;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.website.HelpRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Makes the settings injectable, each as the type of its feature. */
@ApplicationScoped
class SettingsProducer {
  private Settings settings;

  SettingsProducer() {}

  @Inject
  SettingsProducer(Config config) {
    settings = Settings.read(key -> config.getOptionalValue(key, String.class));
  }

  /** UTC in whole microseconds: what every database gives back as it was stored. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  @Produces
  @Singleton
  ServiceSettings service() {
    return settings.service();
  }

  @Produces
  @Singleton
  DemoSettings demo() {
    return settings.demo();
  }

  @Produces
  @Singleton
  OperatorSettings operator() {
    return settings.operator();
  }

  @Produces
  @Singleton
  IceSettings ice() {
    return settings.ice();
  }

  @Produces
  @Singleton
  SessionRules sessionRules() {
    return settings.sessionRules();
  }

  @Produces
  @Singleton
  HelpRules helpRules() {
    return settings.helpRules();
  }

  @Produces
  @Singleton
  ConnectionLimits connectionLimits() {
    return settings.connectionLimits();
  }

  @Produces
  @Singleton
  OperationsSettings operations() {
    return settings.operations();
  }

  @Produces
  @Singleton
  TokenSettings tokens() {
    return settings.tokens();
  }

  @Produces
  @Singleton
  ProxySettings proxies() {
    return settings.proxies();
  }

  @Produces
  @Singleton
  OutboundSettings outbound() {
    return settings.outbound();
  }

  @Produces
  @Singleton
  KeySettings keys() {
    return settings.keys();
  }

  @Produces
  @Singleton
  WebhookSettings webhooks() {
    return settings.webhooks();
  }

  @Produces
  @Singleton
  IdempotencySettings idempotency() {
    return settings.idempotency();
  }

  @Produces
  @Singleton
  LinkSettings links() {
    return settings.links();
  }

  @Produces
  @Singleton
  PolicySettings policy() {
    return settings.policy();
  }

  @Produces
  @Singleton
  RetentionSettings retention() {
    return settings.retention();
  }
}
