package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.KnownVisitor;
import io.visavis.persistence.reference.Sender;
import io.visavis.persistence.reference.StoredMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Who hears of what. */
@ApplicationScoped
class ChatNews {
  private ChatHall hall;
  private VisitorList visitors;

  /** For the container's proxy. */
  protected ChatNews() {}

  @Inject
  ChatNews(ChatHall hall, VisitorList visitors) {
    this.hall = hall;
    this.visitors = visitors;
  }

  /** A new message: every tab of both sides, the writer's own included. */
  void message(StoredMessage message) {
    String text = ChatOutput.message(message);
    hall.tellVisitor(message.key(), text);
    hall.tellAgents(message.key().siteKey(), text);
  }

  /** Something about a visitor changed: the agents. */
  void visitor(KnownVisitor visitor) {
    hall.tellAgents(visitor.key().siteKey(), ChatOutput.visitor(visitors.view(visitor)));
  }

  /** Someone starts or stops writing: the other side. */
  void typing(ChatParty writer, String visitorId, boolean typing) {
    writer
        .visitor()
        .ifPresent(
            key ->
                hall.tellAgents(
                    key.siteKey(), ChatOutput.typing(key, Sender.VISITOR, writer.name(), typing)));
    writer
        .agent()
        .map(agent -> new ConversationKey(agent.account().siteKey(), visitorId))
        .ifPresent(
            key ->
                hall.tellVisitor(key, ChatOutput.typing(key, Sender.AGENT, writer.name(), typing)));
  }

  /** Agents came or went: the visitors of their account. */
  void presence(DemoAccount account) {
    hall.tellVisitors(account, ChatOutput.presence(agents(account)));
  }

  List<ChatOutput.AgentPresence> agents(DemoAccount account) {
    return DemoDirectory.agentsOf(account).stream()
        .map(agent -> new ChatOutput.AgentPresence(agent.name(), hall.isOnline(agent)))
        .toList();
  }
}
