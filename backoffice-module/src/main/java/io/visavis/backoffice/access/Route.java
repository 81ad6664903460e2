package io.visavis.backoffice.access;

import static io.visavis.backoffice.access.Role.ADMIN;
import static io.visavis.backoffice.access.Role.AGENT;
import static io.visavis.backoffice.access.Role.ANYONE;
import static io.visavis.backoffice.access.Role.OPERATOR;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The authorization table of REST: every route and who may call it. Deny is the default. */
enum Route {
  VISITOR_TOKEN("POST", "/visitor-tokens", ANYONE),
  VISITOR_TOKEN_PREFLIGHT("OPTIONS", "/visitor-tokens", ANYONE),
  REQUEST_SHARE("POST", "/share-requests", AGENT),
  LOOK_AT_LINK("POST", "/accept-links/look-up", ANYONE),
  ACCEPT_BY_LINK("POST", "/accept-links/accept", ANYONE),
  DECLINE_BY_LINK("POST", "/accept-links/decline", ANYONE),
  LIST_SESSIONS("GET", "/sessions", AGENT, ADMIN),
  READ_SESSION("GET", "/sessions/{id}", AGENT, ADMIN),
  END_SESSION("POST", "/sessions/{id}/end", AGENT),
  READ_ACCOUNT("GET", "/account", AGENT, ADMIN),
  READ_POLICY("GET", "/account/policy", AGENT, ADMIN),
  SET_POLICY("PUT", "/account/policy", ADMIN),
  PUT_LOGO("PUT", "/account/policy/logo", ADMIN),
  READ_LOGO("GET", "/logos/{hash}", ANYONE),
  LIST_HELP_CALLS("GET", "/help-calls", AGENT, ADMIN),
  READ_ELIGIBILITY("GET", "/account/eligibility", AGENT, ADMIN),
  LIST_VISITORS("GET", "/visitors", AGENT, ADMIN),
  READ_VISITOR("GET", "/visitors/{visitorId}", AGENT, ADMIN),
  SET_CONVERSATION("PUT", "/visitors/{visitorId}/conversation", AGENT),
  ASK_FOR_ACCESS("POST", "/account/access-requests", ADMIN),
  LIST_KEYS("GET", "/keys", ADMIN),
  ADD_KEY("POST", "/keys", ADMIN),
  ROLL_KEY("POST", "/keys/{kid}/roll", ADMIN),
  REVOKE_KEY("POST", "/keys/{kid}/revoke", ADMIN),
  SET_KEY_SET("PUT", "/keys/jwks", ADMIN),
  FORGET_KEY_SET("DELETE", "/keys/jwks", ADMIN),
  TEST_KEY_SET("POST", "/keys/jwks/test", ADMIN),
  TRY_TOKEN("POST", "/keys/try", ADMIN),
  LIST_WEBHOOKS("GET", "/webhooks", ADMIN),
  ADD_WEBHOOK("POST", "/webhooks", ADMIN),
  READ_WEBHOOK("GET", "/webhooks/{id}", ADMIN),
  CHANGE_WEBHOOK("PUT", "/webhooks/{id}", ADMIN),
  DELETE_WEBHOOK("DELETE", "/webhooks/{id}", ADMIN),
  ROLL_WEBHOOK_SECRET("POST", "/webhooks/{id}/secret", ADMIN),
  TEST_WEBHOOK("POST", "/webhooks/{id}/test", ADMIN),
  LIST_DELIVERIES("GET", "/webhooks/{id}/deliveries", ADMIN),
  RESEND_DELIVERY("POST", "/webhooks/{id}/deliveries/{delivery}/resend", ADMIN),
  OPERATOR_SIGN_IN("POST", "/operator/sign-in", ANYONE),
  LIST_ACCOUNTS("GET", "/operator/accounts", OPERATOR),
  REGISTER_ACCOUNT("POST", "/operator/accounts", OPERATOR),
  SET_ORIGINS("PUT", "/operator/accounts/{id}/origins", OPERATOR),
  ADD_KEY_FOR_ACCOUNT("POST", "/operator/accounts/{id}/keys", OPERATOR),
  SET_ELIGIBILITY("PUT", "/operator/accounts/{id}/eligibility", OPERATOR),
  REFUSE_ACCESS("POST", "/operator/accounts/{id}/access-request/refuse", OPERATOR),
  SET_LIMITS("PUT", "/operator/accounts/{id}/limits", OPERATOR),
  READ_HISTORY("GET", "/operator/accounts/{id}/history", OPERATOR),
  READ_USAGE("GET", "/operator/usage", OPERATOR),
  READ_USAGE_TABLE("GET", "/operator/usage.csv", OPERATOR);

  private final String method;
  private final String path;
  private final Set<Role> roles;

  Route(String method, String path, Role first, Role... others) {
    this.method = method;
    this.path = path;
    this.roles = EnumSet.of(first, others);
  }

  /** Who may call it; a route for {@link Role#ANYONE} has no other role. */
  Set<Role> roles() {
    return roles;
  }

  boolean forAnyone() {
    return roles.contains(ANYONE);
  }

  boolean forOperator() {
    return roles.contains(OPERATOR);
  }

  /**
   * The route that a JAX-RS method of a resource class serves; empty when it is not in the table.
   */
  static Optional<Route> of(Class<?> resource, Method method) {
    var verb =
        Arrays.stream(method.getAnnotations())
            .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
            .filter(found -> found != null)
            .map(HttpMethod::value)
            .findFirst();
    return verb.flatMap(value -> find(value, path(resource, method)));
  }

  private static String path(Class<?> resource, Method method) {
    return Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
        .filter(path -> path != null)
        .map(path -> "/" + path.value().replaceAll("^/|/$", ""))
        .reduce("", String::concat);
  }

  private static Optional<Route> find(String method, String path) {
    return Arrays.stream(values())
        .filter(route -> route.method.equals(method) && route.path.equals(path))
        .findFirst();
  }

  /** Method and path, as in {@code GET /sessions/{id}}. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
