package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ViewedPage;

/** What a chat client may say. Absent properties are null; the receiver decides what it needs. */
sealed interface ChatInput {
  /** Hands this to the method that is meant for it. */
  void deliverTo(Receiver receiver, ChatConnection from);

  /** Takes each kind of input; refuses with a {@link BadInput}. */
  interface Receiver {
    void hello(Hello hello, ChatConnection from);

    void say(Say say, ChatConnection from);

    void typing(Typing typing, ChatConnection from);

    void look(Look look, ChatConnection from);

    void read(Read read, ChatConnection from);
  }

  /** First of all: which role, and for a visitor which site and who. */
  record Hello(String role, String siteKey, String visitorId, ViewedPage page, String language)
      implements ChatInput {
    @Override
    public void deliverTo(Receiver receiver, ChatConnection from) {
      receiver.hello(this, from);
    }
  }

  /** A message; an agent names the visitor it is for. */
  record Say(String visitorId, String clientMsgId, String text) implements ChatInput {
    @Override
    public void deliverTo(Receiver receiver, ChatConnection from) {
      receiver.say(this, from);
    }
  }

  /** Someone starts or stops writing. */
  record Typing(String visitorId, Boolean typing) implements ChatInput {
    @Override
    public void deliverTo(Receiver receiver, ChatConnection from) {
      receiver.typing(this, from);
    }
  }

  /** A visitor looks at another page without a new socket. */
  record Look(ViewedPage page) implements ChatInput {
    @Override
    public void deliverTo(Receiver receiver, ChatConnection from) {
      receiver.look(this, from);
    }
  }

  /** An agent has read what a visitor wrote. */
  record Read(String visitorId) implements ChatInput {
    @Override
    public void deliverTo(Receiver receiver, ChatConnection from) {
      receiver.read(this, from);
    }
  }

  /** A sign of life that asks for one. */
  record Ping() implements ChatInput {
    @Override
    public void deliverTo(Receiver receiver, ChatConnection from) {
      from.send(ChatOutput.pong());
    }
  }

  /** A sign of life; hearing it was all. */
  record Pong() implements ChatInput {
    @Override
    public void deliverTo(Receiver receiver, ChatConnection from) {
      // The connection noted when it was last heard before this was even read.
    }
  }
}
