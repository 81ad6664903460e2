package io.visavis.backoffice.headers;

import io.visavis.backoffice.configuration.ServiceSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which headers go with which path. A pure function, so that a test can walk every route. */
final class SecurityHeaders {
  private static final Pattern AN_ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

  /** The bundler puts eight characters of the content's hash into names that never change. */
  private static final Pattern HASHED = Pattern.compile(".*-[A-Z0-9]{8}\\.(js|css)");

  private final ServiceSettings service;

  SecurityHeaders(ServiceSettings service) {
    this.service = service;
  }

  /**
   * The headers of one response.
   *
   * @param path within the application
   * @param embedders origins that may frame an {@link Area#framed} page
   */
  Map<String, String> of(String path, List<String> embedders) {
    var area = Area.of(path);
    if (area == Area.SOCKET) {
      return Map.of();
    }
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Security-Policy", policy(area, embedders));
    headers.put("Permissions-Policy", permissions(area));
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cache-Control", caching(area, path));
    if (area == Area.ACCEPT || area == Area.POPUP) {
      headers.put("X-Robots-Tag", "noindex, nofollow");
    }
    if (area == Area.FOREIGN_SCRIPT) {
      headers.put("Cross-Origin-Resource-Policy", "cross-origin");
      headers.put("Access-Control-Allow-Origin", "*");
    } else {
      headers.put("Cross-Origin-Resource-Policy", "same-origin");
    }
    if (!area.framed()) {
      headers.put("Cross-Origin-Opener-Policy", "same-origin");
      headers.put("X-Frame-Options", "DENY");
    }
    // On localhost it would bind everything else that a developer runs there.
    if (service.origin().startsWith("https:") && !service.onLocalhost()) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }

  private String policy(Area area, List<String> embedders) {
    if (area == Area.API) {
      return "default-src 'none'; frame-ancestors 'none'";
    }
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' " + service.webSocketOrigin(),
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "frame-ancestors " + ancestors(area, embedders));
  }

  private static String ancestors(Area area, List<String> embedders) {
    var allowed = embedders.stream().filter(origin -> AN_ORIGIN.matcher(origin).matches()).toList();
    // Every ancestor counts: the preview stands in our page, and that in the host's.
    var ours = area == Area.PREVIEW ? Stream.of("'self'") : Stream.<String>empty();
    var ancestors = Stream.concat(ours, area.framed() ? allowed.stream() : Stream.empty()).toList();
    return ancestors.isEmpty() ? "'none'" : String.join(" ", ancestors);
  }

  private static String permissions(Area area) {
    var capture = area == Area.POPUP ? "display-capture=(self)" : "display-capture=()";
    return capture + ", camera=(), microphone=(), geolocation=()";
  }

  private static String caching(Area area, String path) {
    if (area == Area.API || area == Area.ACCEPT) {
      return "no-store";
    }
    return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
