package io.visavis.backoffice.composition;

import io.visavis.backoffice.configuration.IceSettings;
import io.visavis.backoffice.configuration.LinkSettings;
import io.visavis.backoffice.configuration.ServiceSettings;
import io.visavis.backoffice.configuration.TokenSettings;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.connection.ConnectionLimits;
import io.visavis.signaling.endpoint.Admission;
import io.visavis.signaling.endpoint.EndpointSettings;
import io.visavis.signaling.endpoint.Gateway;
import io.visavis.signaling.ice.IceServers;
import io.visavis.signaling.ice.Relay;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.session.AcceptLinkStore;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.token.AcceptLinks;
import io.visavis.signaling.token.AgentTokens;
import io.visavis.signaling.token.PublishedKeys;
import io.visavis.signaling.token.SecretBox;
import io.visavis.signaling.token.ServiceKeys;
import io.visavis.signaling.token.ServiceTokens;
import io.visavis.signaling.token.TicketStore;
import io.visavis.signaling.token.Tickets;
import io.visavis.signaling.token.TokenTrials;
import io.visavis.signaling.visitor.VisitorStore;
import io.visavis.signaling.website.HelpRules;
import io.visavis.signaling.website.WebsiteStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Makes signaling's parts, each once. */
@ApplicationScoped
class SignalingParts {
  @Produces
  @Singleton
  AgentTokens agentTokens(
      AccountStore accounts, AgentKeyStore keys, PublishedKeys published, Clock clock) {
    return new AgentTokens(accounts, keys, published, clock);
  }

  @Produces
  @Singleton
  TokenTrials tokenTrials(AgentTokens tokens, AgentKeyStore keys) {
    return new TokenTrials(tokens, keys);
  }

  @Produces
  @Singleton
  SecretBox secretBox(ServiceSettings service, TokenSettings tokens) {
    return new SecretBox(secrets(service, tokens));
  }

  @Produces
  @Singleton
  ServiceTokens serviceTokens(ServiceSettings service, TokenSettings tokens, Clock clock) {
    return new ServiceTokens(new ServiceKeys(secrets(service, tokens)), tokens.life(), clock);
  }

  private static List<String> secrets(ServiceSettings service, TokenSettings tokens) {
    return Stream.concat(Stream.of(service.secret()), tokens.previousSecret().stream()).toList();
  }

  @Produces
  @Singleton
  Tickets tickets(TicketStore store, TokenSettings tokens, Clock clock) {
    return new Tickets(store, tokens.ticketLife(), clock);
  }

  @Produces
  @Singleton
  AcceptLinks acceptLinks(ServiceSettings service, TokenSettings tokens, LinkSettings links) {
    return new AcceptLinks(
        new ServiceKeys(secrets(service, tokens)), service.origin(), links.life());
  }

  @Produces
  @Singleton
  Policies policies(PolicyStore store, ServiceSettings service) {
    return new Policies(store, service.origin());
  }

  @Produces
  @Singleton
  SessionBroker broker(
      SessionStore sessions,
      AccountStore accounts,
      Tickets tickets,
      WebsiteStore website,
      Policies policies,
      SessionRules rules,
      HelpRules helpRules,
      Clock clock,
      Reports reports,
      AcceptLinks links,
      AcceptLinkStore claims,
      VisitorStore visitors) {
    return new SessionBroker(
        sessions, accounts, tickets, website, policies, rules, helpRules, clock, reports, links,
        claims, visitors);
  }

  @Produces
  @Singleton
  Admission admission(
      AccountStore accounts,
      AgentTokens agentTokens,
      ServiceTokens serviceTokens,
      Tickets tickets,
      ServiceSettings service) {
    return new Admission(accounts, agentTokens, serviceTokens, tickets, service.origin());
  }

  @Produces
  @Singleton
  EndpointSettings endpointSettings(ConnectionLimits limits, IceSettings ice, Clock clock) {
    var relay =
        ice.turn().map(turn -> new Relay(turn.urls(), turn.secret(), turn.credentialLife(), clock));
    return new EndpointSettings(limits, new IceServers(ice.stun(), relay));
  }

  @Produces
  @Singleton
  Gateway gateway(
      SessionBroker broker,
      Admission admission,
      Policies policies,
      EndpointSettings settings,
      Workers workers,
      Clock clock,
      Reports reports) {
    return new Gateway(broker, admission, policies, settings, workers, clock, reports);
  }
}
