package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ViewedPage;
import java.net.URI;
import java.net.URISyntaxException;

/** Makes the page that a visitor claims to look at safe to show, and to link to. */
final class PageAddress {
  private static final int MAX_TITLE = 300;
  private static final int MAX_URL = 2_000;

  private PageAddress() {}

  /**
   * The page, when its address belongs to the site; otherwise null. The fragment is dropped, as
   * applications keep secrets there.
   *
   * @param claimed what the client says; may be null or incomplete
   * @param origin the origin of the client's page
   */
  static ViewedPage of(ViewedPage claimed, String origin) {
    if (claimed == null || claimed.url() == null || claimed.url().length() > MAX_URL) {
      return null;
    }
    String address = address(claimed.url(), origin);
    if (address == null) {
      return null;
    }
    String title = claimed.title() == null ? "" : PlainText.line(claimed.title(), MAX_TITLE);
    return new ViewedPage(title.isEmpty() ? path(address) : title, address);
  }

  private static String path(String url) {
    String path = URI.create(url).getRawPath();
    String shown = path == null || path.isEmpty() ? "/" : path;
    return shown.substring(0, Math.min(MAX_TITLE, shown.length()));
  }

  private static String address(String claimed, String origin) {
    try {
      URI url = new URI(claimed);
      if (!origin.equals(url.getScheme() + "://" + url.getRawAuthority())) {
        return null;
      }
      String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      return origin + (url.getRawPath().isEmpty() ? "/" : url.getRawPath()) + query;
    } catch (URISyntaxException malformed) {
      return null;
    }
  }
}
