package io.visavis.signaling.broker;

import io.visavis.signaling.website.HelpCall;
import io.visavis.signaling.website.WebsiteStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Calls for help in memory. */
public final class MemoryWebsite implements WebsiteStore {
  public final List<HelpCall> calls = new ArrayList<>();

  /** Happens once, between the next look-up and what is made of it. */
  Runnable meanwhile = () -> {};

  /** Happens once, between a call that is kept and what is made of it. */
  Runnable afterAdding = () -> {};

  @Override
  public boolean add(HelpCall call, int perMinute) {
    if (calls.size() >= perMinute) {
      return false;
    }
    calls.add(call);
    var now = afterAdding;
    afterAdding = () -> {};
    now.run();
    return true;
  }

  @Override
  public Optional<HelpCall> unanswered(String accountId, String visitorId, Instant since) {
    var found =
        calls.stream()
            .filter(
                call -> call.accountId().equals(accountId) && call.visitorId().equals(visitorId))
            .filter(call -> call.answeredAt() == null && !call.askedAt().isBefore(since))
            .max(Comparator.comparing(HelpCall::askedAt));
    var now = meanwhile;
    meanwhile = () -> {};
    now.run();
    return found;
  }

  @Override
  public int answer(String accountId, String visitorId, Instant at) {
    var open = calls.stream().filter(call -> call.answeredAt() == null).toList();
    calls.removeAll(open);
    open.forEach(
        call ->
            calls.add(
                new HelpCall(
                    call.id(),
                    call.accountId(),
                    call.visitorId(),
                    call.conversationId(),
                    call.askedAt(),
                    at)));
    return open.size();
  }

  @Override
  public List<HelpCall> calls(String accountId, String visitorId, String before, int limit) {
    return List.copyOf(calls);
  }
}
