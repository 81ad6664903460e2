package io.visavis.backoffice.access;

import io.visavis.backoffice.configuration.Network;
import io.visavis.backoffice.configuration.ProxySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The network address a request comes from. Behind a proxy that the settings name it is the last
 * one in {@code X-Forwarded-For} that is no such proxy's: whoever calls may write anything before.
 */
@ApplicationScoped
public class ClientAddress {
  private static final String HEADER = "X-Forwarded-For";

  /** Digits, dots and colons are never looked up as a name. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

  private List<Network> proxies;

  /** For the container. */
  protected ClientAddress() {}

  @Inject
  ClientAddress(ProxySettings settings) {
    this.proxies = settings.networks();
  }

  /** The address as text; never a name, never empty. */
  public String of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), Collections.list(request.getHeaders(HEADER)));
  }

  String of(String socket, List<String> headers) {
    var way = new ArrayList<String>();
    headers.forEach(header -> way.addAll(List.of(header.split(",", -1))));
    var nearest = socket;
    for (int i = way.size() - 1; i >= 0 && isProxy(nearest); i--) {
      var before = way.get(i).strip();
      if (!LITERAL.matcher(before).matches()) {
        break;
      }
      nearest = before;
    }
    return nearest;
  }

  private boolean isProxy(String address) {
    try {
      var parsed = InetAddress.getByName(address);
      return proxies.stream().anyMatch(network -> network.holds(parsed));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
