package io.visavis.backoffice.reference;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Without the demonstration there is no reference host: its routes, pages and socket are 404. */
@WebFilter(urlPatterns = "/reference/*", asyncSupported = true)
public class DemoGateFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient DemoSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!settings.enabled()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }
}
