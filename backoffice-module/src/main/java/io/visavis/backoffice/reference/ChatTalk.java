package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.Conversations;
import io.visavis.persistence.reference.NewMessage;
import io.visavis.persistence.reference.Posting;
import io.visavis.persistence.reference.Sender;
import java.time.Clock;
import java.util.regex.Pattern;

/** Decides on every message of a chat socket. */
final class ChatTalk implements ChatInput.Receiver {
  private static final int MAX_TEXT = 4_000;
  private static final Pattern CLIENT_MESSAGE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final int LOCKS = 64;

  private final Object[] locks = new Object[LOCKS];
  private final ChatHall hall;
  private final ChatNews news;
  private final Conversations conversations;
  private final ChatGreeting greeting;
  private final Clock clock;

  ChatTalk(
      ChatHall hall,
      ChatNews news,
      Conversations conversations,
      ChatGreeting greeting,
      Clock clock) {
    this.hall = hall;
    this.news = news;
    this.conversations = conversations;
    this.greeting = greeting;
    this.clock = clock;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /** Storing and telling go together, so that everyone hears one conversation in one order. */
  private Object lock(ConversationKey key) {
    return locks[Math.floorMod(key.hashCode(), LOCKS)];
  }

  @Override
  public void hello(ChatInput.Hello hello, ChatConnection from) {
    if (from.party().isPresent()) {
      throw BadInput.badMessage("hello was said already");
    }
    if (VisitorIds.isValid(hello.visitorId()) && hello.siteKey() != null) {
      synchronized (lock(new ConversationKey(hello.siteKey(), hello.visitorId()))) {
        greeting.greet(hello, from);
      }
    } else {
      greeting.greet(hello, from);
    }
  }

  @Override
  public void say(ChatInput.Say say, ChatConnection from) {
    ChatParty party = party(from);
    ConversationKey key = conversation(party, say.visitorId());
    NewMessage message =
        new NewMessage(
            key, side(party), clientMsgId(say), party.name(), text(say), clock.instant());
    synchronized (lock(key)) {
      Posting posting =
          conversations
              .post(message)
              .orElseThrow(() -> new BadInput("unknown-visitor", "there is no such visitor"));
      if (posting.isNew()) {
        news.message(posting.message());
        news.visitor(posting.visitor());
      } else {
        from.send(ChatOutput.message(posting.message()));
      }
    }
  }

  private static String clientMsgId(ChatInput.Say say) {
    if (say.clientMsgId() == null || !CLIENT_MESSAGE_ID.matcher(say.clientMsgId()).matches()) {
      throw BadInput.badMessage("clientMsgId must be 1 to 64 of A-Z a-z 0-9 . _ : -");
    }
    return say.clientMsgId();
  }

  private static String text(ChatInput.Say say) {
    if (say.text() == null || say.text().length() > MAX_TEXT || say.text().indexOf('\0') >= 0) {
      throw BadInput.badMessage("text must have at most 4,000 characters, and no NUL");
    }
    String clean = PlainText.lines(say.text());
    if (clean.isEmpty() || clean.length() > MAX_TEXT) {
      throw BadInput.badMessage("text must have 1 to 4,000 visible characters");
    }
    return clean;
  }

  @Override
  public void typing(ChatInput.Typing typing, ChatConnection from) {
    ChatParty party = party(from);
    ConversationKey key = conversation(party, typing.visitorId());
    if (typing.typing() == null) {
      throw BadInput.badMessage("typing must be true or false");
    }
    from.typingTo(typing.typing() ? key.visitorId() : null);
    news.typing(party, key.visitorId(), typing.typing());
  }

  @Override
  public void look(ChatInput.Look look, ChatConnection from) {
    ConversationKey key =
        party(from).visitor().orElseThrow(() -> BadInput.badMessage("only visitors look at pages"));
    conversations
        .look(key, PageAddress.of(look.page(), from.facts().origin()), clock.instant())
        .ifPresent(news::visitor);
  }

  @Override
  public void read(ChatInput.Read read, ChatConnection from) {
    ChatParty party = party(from);
    if (party.agent().isEmpty()) {
      throw BadInput.badMessage("only agents mark messages as read");
    }
    ConversationKey key = conversation(party, read.visitorId());
    synchronized (lock(key)) {
      conversations.markRead(key).ifPresent(news::visitor);
    }
  }

  private static ChatParty party(ChatConnection from) {
    return from.party().orElseThrow(() -> new BadInput("hello-first", "say hello first"));
  }

  /** A visitor speaks in their own conversation, whatever they claim; an agent names one. */
  private static ConversationKey conversation(ChatParty party, String visitorId) {
    return party.visitor().orElseGet(() -> named(party.agent().orElseThrow(), visitorId));
  }

  private static ConversationKey named(DemoUser agent, String visitorId) {
    if (!VisitorIds.isValid(visitorId)) {
      throw BadInput.badMessage("visitorId must be 8 to 128 of A-Z a-z 0-9 . _ : -");
    }
    return new ConversationKey(agent.account().siteKey(), visitorId);
  }

  private static Sender side(ChatParty party) {
    return party.visitor().isPresent() ? Sender.VISITOR : Sender.AGENT;
  }
}
