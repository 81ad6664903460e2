package io.visavis.backoffice;

import io.visavis.backoffice.access.BearerFilter;
import io.visavis.backoffice.accounts.OwnAccount;
import io.visavis.backoffice.accounts.OwnEligibility;
import io.visavis.backoffice.idempotency.IdempotencyFilter;
import io.visavis.backoffice.json.StrictJson;
import io.visavis.backoffice.keys.KeySetAddress;
import io.visavis.backoffice.keys.Keys;
import io.visavis.backoffice.keys.TokenTrial;
import io.visavis.backoffice.links.AcceptLinkAnswers;
import io.visavis.backoffice.metrics.RefusalCounter;
import io.visavis.backoffice.operator.AccountLimits;
import io.visavis.backoffice.operator.AccountRegistration;
import io.visavis.backoffice.operator.Accounts;
import io.visavis.backoffice.operator.OperatorSessions;
import io.visavis.backoffice.operator.UsageOfAccounts;
import io.visavis.backoffice.policy.Logos;
import io.visavis.backoffice.policy.OwnLogo;
import io.visavis.backoffice.policy.OwnPolicy;
import io.visavis.backoffice.problem.BadRequestMapper;
import io.visavis.backoffice.problem.HttpMapper;
import io.visavis.backoffice.problem.LastResortMapper;
import io.visavis.backoffice.problem.RefusedMapper;
import io.visavis.backoffice.problem.TooSoon;
import io.visavis.backoffice.shares.Sessions;
import io.visavis.backoffice.shares.ShareRequests;
import io.visavis.backoffice.visitors.KnownVisitors;
import io.visavis.backoffice.visitors.VisitorTokens;
import io.visavis.backoffice.webhook.DeliveryLog;
import io.visavis.backoffice.webhook.Webhooks;
import io.visavis.backoffice.website.HelpCalls;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * Visavis' REST interface. Its classes are listed, because the reference host has an application of
 * its own in the same WAR. docs/openapi.yaml describes it.
 */
@ApplicationPath("/api/v1")
public class VisavisApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        VisitorTokens.class,
        OwnPolicy.class,
        OwnLogo.class,
        Logos.class,
        HelpCalls.class,
        ShareRequests.class,
        Sessions.class,
        AcceptLinkAnswers.class,
        OwnAccount.class,
        OwnEligibility.class,
        KnownVisitors.class,
        Webhooks.class,
        DeliveryLog.class,
        OperatorSessions.class,
        Accounts.class,
        AccountLimits.class,
        UsageOfAccounts.class,
        AccountRegistration.class,
        Keys.class,
        KeySetAddress.class,
        TokenTrial.class,
        BearerFilter.class,
        IdempotencyFilter.class,
        StrictJson.class,
        BadRequestMapper.class,
        RefusedMapper.class,
        TooSoon.Mapper.class,
        HttpMapper.class,
        LastResortMapper.class,
        RefusalCounter.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
