package io.visavis.backoffice.reference;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The reference host's own REST interface, used by its own pages only. */
@ApplicationPath("/reference/api")
public class ReferenceApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        SignInResource.class,
        VisitorsResource.class,
        VisavisTokenResource.class,
        RequestGate.class,
        ProblemMapper.class);
  }

  /** No description of the routes in a format of the container's own. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
