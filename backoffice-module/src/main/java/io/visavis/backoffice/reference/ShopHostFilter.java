package io.visavis.backoffice.reference;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the demonstration websites on origins of their own: what is asked of a shop's host name is
 * answered from {@code /shop/} and from nowhere else, so that nothing of the service can be reached
 * as if it were the shop's.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ShopHostFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String ROOT = "/shop";

  @Inject private transient DemoSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = path(request);
    Optional<DemoAccount> shop =
        DemoDirectory.accountOfHost(request.getServerName().toLowerCase(Locale.ROOT));
    if (settings.enabled() && shop.isPresent()) {
      serve(path, request, response);
    } else if (isShopPath(path)) {
      sendToShop(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    return request.getServletPath() + info;
  }

  private static boolean isShopPath(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  private void serve(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    new ShopHeaders(settings.serviceOrigin()).applyTo(response);
    if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Optional<String> file = file(isShopPath(path) ? path : ROOT + path);
    if (file.isEmpty()) {
      sayNotFound(response);
      return;
    }
    request.getRequestDispatcher(file.get()).forward(request, response);
  }

  /** Plain words: the container's own page names its make and breaks the page's policy. */
  private static void sayNotFound(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println("Cette page n’existe pas. / This page does not exist.");
  }

  /** The file behind a path: itself, the index of a folder, or a page asked without its ending. */
  private Optional<String> file(String path) throws MalformedURLException {
    if (path.contains("..") || path.contains("\\") || path.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (path.endsWith("/")) {
      return existing(path + "index.html");
    }
    boolean page = path.lastIndexOf('.') < path.lastIndexOf('/');
    return page ? existing(path + ".html") : existing(path);
  }

  private Optional<String> existing(String path) throws MalformedURLException {
    URL resource = getServletContext().getResource(path);
    return Optional.ofNullable(resource).map(found -> path);
  }

  private void sendToShop(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.enabled()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String rest = request.getRequestURI().substring(ROOT.length());
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String path = rest.startsWith("/") ? rest : "/";
    response.sendRedirect(settings.shopOrigin(DemoAccount.LUMEN) + path + query);
  }
}
