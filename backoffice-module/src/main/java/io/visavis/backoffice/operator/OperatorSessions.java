package io.visavis.backoffice.operator;

import io.visavis.backoffice.access.ClientAddress;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.problem.BadRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** The operator's sign-in. */
@Path("/operator/sign-in")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OperatorSessions {
  @Inject private SignIn signIn;
  @Inject private ClientAddress address;

  /** Who signs in. */
  public record Ask(String name, String password) implements Checked {
    private static final int LONGEST = 256;

    @Override
    public void check() {
      present("/name", name);
      present("/password", password);
    }

    private static void present(String pointer, String value) {
      if (value == null || value.length() > LONGEST) {
        throw BadRequest.body(pointer, "expected text of at most " + LONGEST + " characters");
      }
    }

    @Override
    public String toString() {
      return "Ask[" + name + "]";
    }
  }

  /** A token and its end. */
  public record Given(String token, Instant expiresAt) {}

  /** Checks name and password. */
  @POST
  public Given open(Ask ask, @Context HttpServletRequest request) {
    var minted = signIn.signIn(ask.name(), ask.password(), address.of(request));
    return new Given(minted.token(), minted.expiresAt());
  }
}
