package io.visavis.backoffice.reference;

import java.util.Optional;

/** The whole chat over transports that only record. */
final class Chat {
  static final String SERVICE = "http://localhost:8080";
  static final String SHOP = "http://shop.localhost:8080";

  final SettableClock clock = new SettableClock();
  final DemoSettings settings =
      new DemoSettings(
          true,
          Optional.of(SERVICE),
          Optional.of("demo"),
          Optional.of("a-key-for-tests-of-at-least-32-characters"));
  final SignIns signIns = new SignIns(settings, clock);
  final ChatHall hall = new ChatHall();
  private final InMemoryConversations conversations = new InMemoryConversations();
  private final VisitorList visitors = new VisitorList(conversations, hall, clock);
  private final ChatNews news = new ChatNews(hall, visitors);
  final ChatDesk desk = new ChatDesk(hall, news, conversations, visitors, settings, clock);
  final ChatHousekeeping housekeeping =
      new ChatHousekeeping(hall, desk, news, conversations, signIns, clock);

  /** One client's end. */
  static final class Client {
    final RecordingWire wire = new RecordingWire();
    final ChatConnection connection;
    private final ChatDesk desk;

    private Client(ChatHandshakeFacts facts, Chat chat) {
      this.desk = chat.desk;
      this.connection = new ChatConnection(facts, wire, chat.clock);
      desk.opened(connection);
    }

    /** Sends JSON written with single quotes. */
    Client send(String json) {
      connection.heard();
      desk.received(connection, json.replace('\'', '"'));
      return this;
    }

    void leave() {
      desk.closed(connection);
    }
  }

  Client connect(String origin, Optional<SignedIn> signedIn) {
    return new Client(new ChatHandshakeFacts(origin, "Firefox/128.0", signedIn), this);
  }

  Optional<SignedIn> signIn(String login) {
    return signIns.read(signIns.open(DemoDirectory.user(login).orElseThrow()));
  }

  Client agent(String login) {
    return connect(SERVICE, signIn(login)).send("{'type':'hello','role':'agent'}");
  }

  Client visitor(String visitorId) {
    return connect(SHOP, Optional.empty())
        .send(
            "{'type':'hello','role':'visitor','siteKey':'pk_demo_lumen','visitorId':'"
                + visitorId
                + "','page':{'title':'Lampes','url':'"
                + SHOP
                + "/lampes'},'language':'fr'}");
  }
}
