package io.visavis.backoffice.webhook;

import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.webhook.EventType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an account admin says of an endpoint.
 *
 * @param url required
 * @param events words of {@link EventType}; null or empty: everything
 * @param description may be null
 * @param enabled null: true
 */
public record EndpointWord(String url, List<String> events, String description, Boolean enabled)
    implements Checked {
  private static final int LONGEST_DESCRIPTION = 200;

  @Override
  public void check() {
    TextRule.optional("/description", description, LONGEST_DESCRIPTION);
    address();
    types();
  }

  URI address() {
    if (url == null || url.isEmpty()) {
      throw BadRequest.body("/url", "expected an address, https://…");
    }
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw BadRequest.body("/url", "expected an address, https://…");
    }
  }

  Set<EventType> types() {
    var types = EnumSet.noneOf(EventType.class);
    var words = events == null ? List.<String>of() : events;
    for (int i = 0; i < words.size(); i++) {
      var pointer = "/events/" + i;
      types.add(
          EventType.chosen(words.get(i))
              .orElseThrow(() -> BadRequest.body(pointer, "there is no such event")));
    }
    return types;
  }

  boolean on() {
    return enabled == null || enabled;
  }
}
