package io.visavis.backoffice.reference;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
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
}
