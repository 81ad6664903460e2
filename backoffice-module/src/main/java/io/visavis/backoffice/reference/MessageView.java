package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.StoredMessage;

/** A chat message as both sides show it. The time is RFC 3339 in UTC. */
record MessageView(
    String id,
    String clientMsgId,
    String visitorId,
    String from,
    String authorName,
    String text,
    String at) {

  static MessageView of(StoredMessage message) {
    return new MessageView(
        Long.toString(message.id()),
        message.clientMsgId(),
        message.key().visitorId(),
        message.sender().word(),
        message.authorName(),
        message.text(),
        message.at().toString());
  }
}
