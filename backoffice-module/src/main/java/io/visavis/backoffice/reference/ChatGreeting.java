package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.Arrival;
import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.Conversations;
import io.visavis.persistence.reference.KnownVisitor;
import java.time.Clock;
import java.util.regex.Pattern;

/** Decides on the first message of a socket, and answers it with all the client needs to start. */
final class ChatGreeting {
  private static final int HISTORY = 50;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

  private final ChatHall hall;
  private final ChatNews news;
  private final Conversations conversations;
  private final VisitorList visitors;
  private final DemoSettings settings;
  private final Clock clock;

  ChatGreeting(
      ChatHall hall,
      ChatNews news,
      Conversations conversations,
      VisitorList visitors,
      DemoSettings settings,
      Clock clock) {
    this.hall = hall;
    this.news = news;
    this.conversations = conversations;
    this.visitors = visitors;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Lets someone in.
   *
   * @throws BadInput when the hello is not complete; who may not come in is also cut off
   */
  void greet(ChatInput.Hello hello, ChatConnection from) {
    if ("visitor".equals(hello.role())) {
      greetVisitor(hello, from);
    } else if ("agent".equals(hello.role())) {
      greetAgent(from);
    } else {
      throw BadInput.badMessage("role must be visitor or agent");
    }
  }

  private void greetVisitor(ChatInput.Hello hello, ChatConnection from) {
    DemoAccount account =
        DemoDirectory.accountOfSite(hello.siteKey())
            .filter(found -> settings.shopOrigin(found).equals(from.facts().origin()))
            .orElseThrow(
                () -> refused(from, ChatClose.REFUSED, "this site key is not of this site"));
    if (!VisitorIds.isValid(hello.visitorId())) {
      throw BadInput.badMessage("visitorId must be 8 to 128 of A-Z a-z 0-9 . _ : -");
    }
    ConversationKey key = new ConversationKey(account.siteKey(), hello.visitorId());
    KnownVisitor visitor = conversations.arrive(arrival(hello, key, from));
    enter(from, ChatParty.visitor(key, visitor.name()));
    from.welcome(
        ChatOutput.welcomeVisitor(
            key.visitorId(),
            visitor.name(),
            conversations.messages(key, Long.MAX_VALUE, HISTORY).items(),
            news.agents(account)));
    news.visitor(visitor);
  }

  private Arrival arrival(ChatInput.Hello hello, ConversationKey key, ChatConnection from) {
    String claimed = hello.language() == null ? "" : hello.language();
    String language = LANGUAGE.matcher(claimed).matches() ? claimed : "";
    String userAgent = from.facts().userAgent();
    return new Arrival(
        key,
        VisitorIds.nickname(key, language),
        UserAgents.device(userAgent),
        UserAgents.browser(userAgent),
        language,
        PageAddress.of(hello.page(), from.facts().origin()),
        clock.instant());
  }

  private void greetAgent(ChatConnection from) {
    if (!settings.serviceOrigin().equals(from.facts().origin())) {
      throw refused(from, ChatClose.REFUSED, "agents connect from the backoffice");
    }
    DemoUser user =
        from.facts()
            .signedIn()
            .map(SignedIn::user)
            .orElseThrow(() -> refused(from, ChatClose.SIGNED_OUT, "sign in first"));
    boolean arrives = enter(from, ChatParty.agent(user));
    from.welcome(ChatOutput.welcomeAgent(visitors.of(user.account())));
    if (arrives) {
      news.presence(user.account());
    }
  }

  private boolean enter(ChatConnection from, ChatParty party) {
    from.hold();
    from.introduce(party);
    return hall.enter(from, party);
  }

  /** Says why, then hangs up: trying again would not help. */
  private static BadInput refused(ChatConnection from, ChatClose why, String detail) {
    from.send(ChatOutput.error("refused", detail));
    from.close(why);
    return new BadInput("refused", detail);
  }
}
