package io.visavis.backoffice.reference;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Cookie;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who is signed in, and refuses changes that another site could have caused: a foreign page
 * cannot set the header {@code X-Reference} without asking first, and is never allowed to.
 */
public class RequestGate implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String SIGNED_IN = "visavis.reference.signed-in";
  private static final Set<String> OPEN = Set.of("sign-in", "sign-out");
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final SignIns signIns;

  /** For the container's proxy. */
  protected RequestGate() {
    this(null);
  }

  @Inject
  RequestGate(SignIns signIns) {
    this.signIns = signIns;
  }

  /**
   * Who asks.
   *
   * @throws jakarta.ws.rs.WebApplicationException 401 when nobody is signed in
   */
  static SignedIn signedIn(ContainerRequestContext request) {
    if (request.getProperty(SIGNED_IN) instanceof SignedIn signedIn) {
      return signedIn;
    }
    throw Problem.NOT_SIGNED_IN.thrown();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!READING.contains(request.getMethod())
        && !"1".equals(request.getHeaderString("X-Reference"))) {
      throw Problem.HEADER_MISSING.thrown();
    }
    Cookie cookie = request.getCookies().get(SignInCookie.NAME);
    Optional<SignedIn> who = signIns.read(cookie == null ? null : cookie.getValue());
    who.ifPresent(signedIn -> request.setProperty(SIGNED_IN, signedIn));
    if (who.isEmpty() && !OPEN.contains(request.getUriInfo().getPath())) {
      throw Problem.NOT_SIGNED_IN.thrown();
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle("Cache-Control", "no-store");
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
  }
}
