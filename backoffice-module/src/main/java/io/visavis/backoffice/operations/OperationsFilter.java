package io.visavis.backoffice.operations;

import io.visavis.backoffice.configuration.DemoSettings;
import io.visavis.backoffice.configuration.OperationsSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Stands before MicroProfile's own /openapi and /metrics. */
public class OperationsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient OperationsSettings settings;
  @Inject private transient DemoSettings demo;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var allowed =
        request.getRequestURI().startsWith("/openapi")
            ? settings.openApi()
            : mayReadMetrics(request.getHeader("Authorization"));
    if (allowed) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean mayReadMetrics(String authorization) {
    return settings
        .metricsToken()
        .map(token -> same("Bearer " + token, authorization))
        .orElse(demo.enabled());
  }

  private static boolean same(String expected, String given) {
    return given != null && MessageDigest.isEqual(bytes(expected), bytes(given));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
