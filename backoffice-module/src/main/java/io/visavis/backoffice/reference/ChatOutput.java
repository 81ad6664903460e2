package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.Sender;
import io.visavis.persistence.reference.StoredMessage;
import java.util.List;

/** What the chat tells its clients, written as JSON. */
final class ChatOutput {
  private record VisitorWelcome(
      String type,
      String role,
      String visitorId,
      String name,
      List<MessageView> messages,
      List<AgentPresence> agents) {}

  private record AgentWelcome(String type, String role, List<VisitorView> visitors) {}

  private record Message(String type, MessageView message) {}

  private record Typing(String type, String visitorId, String from, String name, boolean typing) {}

  private record Visitor(String type, VisitorView visitor) {}

  private record Presence(String type, List<AgentPresence> agents) {}

  private record Failure(String type, String code, String detail) {}

  private record Plain(String type) {}

  /** Whether an agent is there. */
  record AgentPresence(String name, boolean online) {}

  private static final String PING = StrictJson.write(new Plain("ping"));
  private static final String PONG = StrictJson.write(new Plain("pong"));

  private ChatOutput() {}

  static String welcomeVisitor(
      String visitorId, String name, List<StoredMessage> messages, List<AgentPresence> agents) {
    List<MessageView> views = messages.stream().map(MessageView::of).toList();
    return StrictJson.write(
        new VisitorWelcome("welcome", "visitor", visitorId, name, views, agents));
  }

  static String welcomeAgent(List<VisitorView> visitors) {
    return StrictJson.write(new AgentWelcome("welcome", "agent", visitors));
  }

  static String message(StoredMessage message) {
    return StrictJson.write(new Message("message", MessageView.of(message)));
  }

  static String typing(ConversationKey visitor, Sender from, String name, boolean typing) {
    return StrictJson.write(new Typing("typing", visitor.visitorId(), from.word(), name, typing));
  }

  static String visitor(VisitorView visitor) {
    return StrictJson.write(new Visitor("visitor", visitor));
  }

  static String presence(List<AgentPresence> agents) {
    return StrictJson.write(new Presence("presence", agents));
  }

  static String error(String code, String detail) {
    return StrictJson.write(new Failure("error", code, detail));
  }

  static String ping() {
    return PING;
  }

  static String pong() {
    return PONG;
  }
}
