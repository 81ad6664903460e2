package io.visavis.backoffice.outbound;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * HTTP to addresses that are not trusted. One request is one connection; redirects are answers like
 * any other; nothing is kept between requests, no cookies either.
 */
public interface CheckedHttp {

  /**
   * Whether a request to that address would be tried at all, as far as its text says; for when it
   * is registered. Its name is resolved only by a request.
   *
   * @throws AddressRefused with a reason that may be shown to whoever gave the address
   */
  void check(URI address) throws AddressRefused;

  /**
   * Fetches a document.
   *
   * @param most how many bytes of the body are read
   * @throws AddressRefused if the address, or what its name resolves to, may not be reached
   * @throws IOException if there is no whole answer within the time set
   */
  Answer get(URI address, Map<String, String> headers, int most) throws IOException;

  /**
   * Posts a body, which {@code Content-Type} among the headers should name.
   *
   * @param most how many bytes of the answer's body are read
   * @throws AddressRefused if the address, or what its name resolves to, may not be reached
   * @throws IOException if there is no whole answer within the time set
   */
  Answer post(URI address, Map<String, String> headers, byte[] body, int most) throws IOException;

  /**
   * What came back.
   *
   * @param status any of HTTP, redirects too
   * @param contentType as sent, or the empty text
   * @param body at most as many bytes as were asked for
   * @param whole whether that is all of the body
   */
  record Answer(int status, String contentType, byte[] body, boolean whole) {
    /** Whether the status is one of success. */
    public boolean successful() {
      return status >= 200 && status < 300;
    }
  }
}
