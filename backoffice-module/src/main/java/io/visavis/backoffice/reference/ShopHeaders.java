package io.visavis.backoffice.reference;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * The response headers of the demonstration websites. They are strict, as a careful company's would
 * be: all that is allowed of another origin is what a host of Visavis and of this chat needs.
 */
final class ShopHeaders {
  private final Map<String, String> headers;

  ShopHeaders(String serviceOrigin) {
    String service = serviceOrigin + " " + serviceOrigin.replaceFirst("^http", "ws");
    String policy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' " + serviceOrigin,
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self' " + service,
            "frame-src " + serviceOrigin,
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'");
    headers =
        Map.of(
            "Content-Security-Policy", policy,
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=()",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin-allow-popups",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cache-Control", "no-cache");
  }

  void applyTo(HttpServletResponse response) {
    headers.forEach(response::setHeader);
  }
}
