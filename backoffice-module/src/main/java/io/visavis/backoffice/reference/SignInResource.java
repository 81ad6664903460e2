package io.visavis.backoffice.reference;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Signing in to the backoffice, and who one is. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {
  private static final int MAX_BODY = 4 * 1024;
  private static final int MAX_LOGIN = 64;

  private final SignIns signIns;
  private final SignInThrottle throttle;
  private final DemoSettings settings;

  /** For the container's proxy. */
  protected SignInResource() {
    this(null, null, null);
  }

  @Inject
  SignInResource(SignIns signIns, SignInThrottle throttle, DemoSettings settings) {
    this.signIns = signIns;
    this.throttle = throttle;
    this.settings = settings;
  }

  record Credentials(String login, String password) {}

  record Me(String login, String name, String role, Account account, String service) {}

  record Account(String name, String siteKey, String shopOrigin) {}

  /** 204 with the cookie; 401 when login and password do not match; 429 after too many failures. */
  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response signIn(InputStream body, @Context HttpServletRequest request) throws IOException {
    Credentials given = read(body);
    String address = request.getRemoteAddr();
    if (!throttle.allows(address, given.login())) {
      String wait = String.valueOf(SignInThrottle.WINDOW.toSeconds());
      return Problem.TOO_MANY.answer().header(HttpHeaders.RETRY_AFTER, wait).build();
    }
    Optional<DemoUser> user = signIns.check(given.login(), given.password());
    if (user.isEmpty()) {
      throttle.failed(address, given.login());
      return Problem.WRONG_PASSWORD.answer().build();
    }
    String value = signIns.open(user.get());
    return Response.noContent().cookie(SignInCookie.of(value, settings.overTls())).build();
  }

  private static Credentials read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BODY + 1);
    if (bytes.length > MAX_BODY) {
      throw Problem.TOO_LARGE.thrown();
    }
    Credentials given = parse(bytes);
    if (given == null
        || given.login() == null
        || given.password() == null
        || given.login().length() > MAX_LOGIN) {
      throw Problem.BAD_REQUEST.thrown();
    }
    return given;
  }

  private static Credentials parse(byte[] bytes) {
    try {
      return StrictJson.read(bytes, Credentials.class);
    } catch (IOException malformed) {
      throw Problem.BAD_REQUEST.thrown();
    }
  }

  /** 204 whether or not someone was signed in. */
  @POST
  @Path("sign-out")
  public Response signOut(@Context HttpHeaders headers) {
    Cookie cookie = headers.getCookies().get(SignInCookie.NAME);
    if (cookie != null) {
      signIns.read(cookie.getValue()).ifPresent(signIns::close);
    }
    return Response.noContent().cookie(SignInCookie.gone(settings.overTls())).build();
  }

  /** Who is signed in, and what their pages need to know. */
  @GET
  @Path("me")
  public String me(@Context ContainerRequestContext request) {
    DemoUser user = RequestGate.signedIn(request).user();
    DemoAccount account = user.account();
    return StrictJson.write(
        new Me(
            user.login(),
            user.name(),
            user.role().word(),
            new Account(account.name(), account.siteKey(), settings.shopOrigin(account)),
            settings.serviceOrigin()));
  }
}
