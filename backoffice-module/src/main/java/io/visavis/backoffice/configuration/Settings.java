package io.visavis.backoffice.configuration;

import io.visavis.signaling.connection.ConnectionLimits;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.website.HelpRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All settings of a start, and what is wrong with them. */
record Settings(
    ServiceSettings service,
    ProxySettings proxies,
    DemoSettings demo,
    OperatorSettings operator,
    SessionRules sessionRules,
    HelpRules helpRules,
    ConnectionLimits connectionLimits,
    IceSettings ice,
    OperationsSettings operations,
    TokenSettings tokens,
    OutboundSettings outbound,
    KeySettings keys,
    WebhookSettings webhooks,
    IdempotencySettings idempotency,
    LinkSettings links,
    PolicySettings policy,
    RetentionSettings retention,
    List<String> problems) {

  /** Reads everything; never throws, but {@link #problems()} may then not be empty. */
  static Settings read(Function<String, Optional<String>> source) {
    var values = new Values(source);
    var service = ServiceSettings.read(values);
    var proxies = ProxySettings.read(values);
    var demo = DemoSettings.read(values, service);
    var operator = OperatorSettings.read(values, demo);
    DatabaseSettings.read(values);
    var rules = sessionRules(values);
    var help = helpRules(values);
    var limits = WebSocketSettings.read(values);
    var ice = IceSettings.read(values);
    var operations = OperationsSettings.read(values);
    var tokens = TokenSettings.read(values);
    var outbound = OutboundSettings.read(values);
    var keys = KeySettings.read(values);
    var webhooks = WebhookSettings.read(values);
    var idempotency = IdempotencySettings.read(values);
    var links = LinkSettings.read(values);
    var policy = PolicySettings.read(values);
    var retention = RetentionSettings.read(values);
    return new Settings(
        service,
        proxies,
        demo,
        operator,
        rules,
        help,
        limits,
        ice,
        operations,
        tokens,
        outbound,
        keys,
        webhooks,
        idempotency,
        links,
        policy,
        retention,
        values.problems());
  }

  private static HelpRules helpRules(Values values) {
    var second = Duration.ofSeconds(1);
    return new HelpRules(
        values.duration("visavis.website.help-life", second, Duration.ofHours(1)),
        values.duration("visavis.website.help-rest", second, Duration.ofMinutes(15)),
        values.integer("visavis.website.help-calls-per-minute", 1, 100_000));
  }

  private static SessionRules sessionRules(Values values) {
    var second = Duration.ofSeconds(1);
    return new SessionRules(
        values.duration("visavis.session.request-expiry", second, Duration.ofMinutes(15)),
        values.duration("visavis.session.start-deadline", second, Duration.ofMinutes(30)),
        values.duration("visavis.session.media-deadline", second, Duration.ofMinutes(10)),
        values.duration("visavis.session.grace", second, Duration.ofMinutes(10)));
  }
}
