package io.visavis.signaling.endpoint;

import io.visavis.signaling.broker.BrokerEvents;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.connection.Connection;
import io.visavis.signaling.connection.ConnectionLimits;
import io.visavis.signaling.connection.Transport;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.protocol.SignalingCodec;
import io.visavis.signaling.token.RandomIds;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** All connections of this node: opens them, keeps their time, and closes them at the end. */
public final class Gateway {
  static final int VERSION = 1;
  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());
  private static final int MAILBOX = 64;

  private final SessionBroker broker;
  private final Admission admission;
  private final Policies policies;
  private final EndpointSettings settings;
  private final Executor workers;
  private final Clock clock;
  private final BrokerEvents events;
  private final Dispatch dispatch;
  private final SignalingCodec codec = new SignalingCodec();
  private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
  private final Queue<Conversation> departing = new ConcurrentLinkedQueue<>();
  private final Headcount headcount = new Headcount();
  private final Greeting greeting = new Greeting(this);

  /** A gateway to that broker; {@code workers} may block on the database. */
  public Gateway(
      SessionBroker broker,
      Admission admission,
      Policies policies,
      EndpointSettings settings,
      Executor workers,
      Clock clock,
      BrokerEvents events) {
    this.broker = broker;
    this.admission = admission;
    this.policies = policies;
    this.settings = settings;
    this.workers = workers;
    this.clock = clock;
    this.events = events;
    this.dispatch = new Dispatch(broker, policies, settings.ice());
  }

  /** A socket opened; the server speaks first. */
  Conversation open(Transport transport, Optional<String> origin) {
    var connection = new Connection(RandomIds.id(), transport, settings.limits(), System::nanoTime);
    var conversation = new Conversation(connection, origin, this, new Mailbox(workers, MAILBOX));
    conversations.add(conversation);
    conversation.send(
        new ServerMessage.ServerReady(
            List.of(VERSION), settings.limits().helloDeadline().toMillis()));
    return conversation;
  }

  /** The conversation's socket is closed. */
  void closed(Conversation conversation, int code) {
    conversations.remove(conversation);
    conversation.gone(code);
    if (!conversation.depart()) {
      departing.add(conversation);
    }
  }

  /**
   * Counts a conversation for its person.
   *
   * @throws Refused {@code limit-reached} when that person has too many
   */
  void admitted(Conversation conversation) {
    var person = Admission.subject(conversation.principal());
    if (!headcount.enter(conversation, person, settings.limits().socketsPerSubject())) {
      throw new Refused(ErrorCode.LIMIT_REACHED, "too many connections of this person");
    }
  }

  /** The conversation is over in every respect. */
  void left(Conversation conversation) {
    headcount.leave(conversation);
  }

  /** Pings, deadlines and slow readers; called about once a second. Never throws. */
  public void tick() {
    var now = clock.instant();
    conversations.forEach(conversation -> guarded(() -> conversation.tick(now)));
    departing.removeIf(Conversation::depart);
  }

  /**
   * Closes the connections whose token's key was revoked since, and ends the shares that they take
   * part in; called every few seconds, asks the database once for each key. A connection that
   * renewed meanwhile stays.
   */
  public void closeRevoked() {
    var connected = conversations.stream().flatMap(conversation -> conversation.key().stream());
    // Whoever holds a leaked key could leave in time and go on watching for the grace.
    var awaited = broker.timekeeper().agents().flatMap(agent -> Admission.key(agent).stream());
    Stream.concat(connected, awaited)
        .distinct()
        .filter(admission::isRevoked)
        .forEach(this::endAllOf);
  }

  private void endAllOf(Admission.SigningKey key) {
    // Before the sockets close: a panel that comes back in between would keep the pictures going.
    guarded(
        () ->
            broker
                .timekeeper()
                .endOf(agent -> Admission.key(agent).filter(key::equals).isPresent()));
    conversations.stream()
        .filter(conversation -> conversation.key().filter(key::equals).isPresent())
        .forEach(conversation -> guarded(() -> conversation.close(CloseCode.KEY_REVOKED)));
  }

  /** Closes every connection, as when this node stops. Never throws. */
  public void closeAll(CloseCode code) {
    conversations.forEach(conversation -> guarded(() -> conversation.close(code)));
  }

  /** One broken socket must not keep the others from their turn. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a connection failed", e);
    }
  }

  /** How many connections are open now. */
  public int connections() {
    return conversations.size();
  }

  SessionBroker broker() {
    return broker;
  }

  Admission admission() {
    return admission;
  }

  Policies policies() {
    return policies;
  }

  Greeting greeting() {
    return greeting;
  }

  /** People who have a connection to this node. */
  int people() {
    return headcount.people();
  }

  Dispatch dispatch() {
    return dispatch;
  }

  SignalingCodec codec() {
    return codec;
  }

  EndpointSettings settings() {
    return settings;
  }

  ConnectionLimits limits() {
    return settings.limits();
  }

  Clock clock() {
    return clock;
  }

  BrokerEvents events() {
    return events;
  }
}
