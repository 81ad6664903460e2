package io.visavis.backoffice;

import io.visavis.backoffice.access.BearerFilter;
import io.visavis.backoffice.accounts.OwnAccount;
import io.visavis.backoffice.json.StrictJson;
import io.visavis.backoffice.operator.Accounts;
import io.visavis.backoffice.operator.OperatorSessions;
import io.visavis.backoffice.problem.BadRequestMapper;
import io.visavis.backoffice.problem.HttpMapper;
import io.visavis.backoffice.problem.LastResortMapper;
import io.visavis.backoffice.problem.RefusedMapper;
import io.visavis.backoffice.shares.Sessions;
import io.visavis.backoffice.shares.ShareRequests;
import io.visavis.backoffice.visitors.VisitorTokens;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/**
 * Visavis' REST interface. Its classes are listed, because the reference host has an application of
 * its own in the same WAR.
 */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Visavis",
            version = "1",
            description =
                "For a host's server and pages. Errors are problem details of RFC 9457 with the"
                    + " field code; see docs/plug-in.md."))
@SecurityScheme(
    securitySchemeName = "agent",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "visavis-agent+jwt")
@SecurityScheme(
    securitySchemeName = "operator",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "visavis-operator+jwt")
public class VisavisApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        VisitorTokens.class,
        ShareRequests.class,
        Sessions.class,
        OwnAccount.class,
        OperatorSessions.class,
        Accounts.class,
        BearerFilter.class,
        StrictJson.class,
        BadRequestMapper.class,
        RefusedMapper.class,
        HttpMapper.class,
        LastResortMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
