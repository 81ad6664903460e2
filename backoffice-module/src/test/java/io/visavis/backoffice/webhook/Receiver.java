package io.visavis.backoffice.webhook;

import io.visavis.backoffice.outbound.CheckedHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A host's receiver as the client sees it; answers what it is told to, then 200. */
final class Receiver implements CheckedHttp {
  /** What arrived. */
  record Call(URI address, Map<String, String> headers, String body) {}

  final List<Call> calls = new ArrayList<>();
  private final Deque<Object> answers = new ArrayDeque<>();

  /** Statuses or exceptions, for the next calls in turn. */
  Receiver answers(Object... next) {
    answers.addAll(List.of(next));
    return this;
  }

  @Override
  public void check(URI address) {
    // Every address is fine here.
  }

  @Override
  public Answer get(URI address, Map<String, String> headers, int most) {
    throw new UnsupportedOperationException("webhooks are posted");
  }

  @Override
  public Answer post(URI address, Map<String, String> headers, byte[] body, int most)
      throws IOException {
    calls.add(new Call(address, headers, new String(body, StandardCharsets.UTF_8)));
    var next = answers.isEmpty() ? Integer.valueOf(200) : answers.poll();
    if (next instanceof IOException broken) {
      throw broken;
    }
    var text = "answer\0 of\tthe receiver".getBytes(StandardCharsets.UTF_8);
    return new Answer((Integer) next, "text/plain", text, true);
  }
}
