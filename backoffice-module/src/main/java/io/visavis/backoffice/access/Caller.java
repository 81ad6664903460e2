package io.visavis.backoffice.access;

import io.visavis.signaling.token.Operator;
import io.visavis.signaling.token.Principal;
import jakarta.enterprise.context.RequestScoped;

/** Who makes the present request, as its verified token says. */
@RequestScoped
public class Caller {
  private Principal.Agent agent;
  private Operator operator;

  /**
   * The agent or account admin.
   *
   * @throws IllegalStateException on a route that the authorization table does not give to agents
   */
  public Principal.Agent agent() {
    return present(agent);
  }

  /**
   * The operator.
   *
   * @throws IllegalStateException on a route that the authorization table does not give to the
   *     operator
   */
  public Operator operator() {
    return present(operator);
  }

  void is(Principal.Agent verified) {
    agent = verified;
  }

  void is(Operator verified) {
    operator = verified;
  }

  private static <T> T present(T verified) {
    if (verified == null) {
      throw new IllegalStateException("the authorization table gives this route to others");
    }
    return verified;
  }
}
