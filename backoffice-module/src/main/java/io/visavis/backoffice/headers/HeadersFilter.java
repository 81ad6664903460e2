package io.visavis.backoffice.headers;

import io.visavis.backoffice.configuration.ServiceSettings;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Puts the headers on before anything else answers. It stands first in web.xml; what comes later
 * may set a header anew, as the reference host does for its websites.
 */
public class HeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SITE_KEY = 64;

  @Inject private transient ServiceSettings service;
  @Inject private transient AccountStore accounts;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = path(request);
    new SecurityHeaders(service).of(path, embedders(path, request)).forEach(response::setHeader);
    chain.doFilter(request, response);
  }

  /** As the container understood it: decoded, without path parameters. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
  }

  private List<String> embedders(String path, HttpServletRequest request) {
    if (!Area.of(path).framed()) {
      return List.of();
    }
    var site = request.getParameter("site");
    if (site == null || site.length() > LONGEST_SITE_KEY) {
      return List.of();
    }
    return accounts.bySiteKey(site).map(Account::backofficeOrigins).orElse(List.of());
  }
}
