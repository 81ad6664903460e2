package io.visavis.backoffice.demo;

import io.visavis.backoffice.configuration.DemoSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The landing page leads to the demonstration; without it there is none. */
@WebFilter(
    urlPatterns = {"", "/index.html", "/landing/*"},
    asyncSupported = true)
public class LandingFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient DemoSettings demo;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (demo.enabled()) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
