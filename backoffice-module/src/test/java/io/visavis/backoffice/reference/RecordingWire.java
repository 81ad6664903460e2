package io.visavis.backoffice.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A transport that keeps what it is given; it may be told to read no further. */
final class RecordingWire implements ChatWire {
  final List<String> sent = new ArrayList<>();
  final List<ChatClose> closed = new ArrayList<>();
  private Consumer<Throwable> unfinished;
  private boolean stuck;

  void stick() {
    stuck = true;
  }

  /** Reads on, at once and without end. */
  void flow() {
    stuck = false;
    finish(null);
  }

  void finish(Throwable failure) {
    Consumer<Throwable> done = unfinished;
    unfinished = null;
    done.accept(failure);
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    sent.add(text);
    if (stuck) {
      unfinished = done;
    } else {
      done.accept(null);
    }
  }

  @Override
  public void close(ChatClose why) {
    closed.add(why);
  }

  /** What was sent of one type, oldest first. */
  List<JsonNode> of(String type) {
    return sent.stream().map(RecordingWire::tree).filter(m -> is(m, type)).toList();
  }

  private static boolean is(JsonNode message, String type) {
    return message.get("type").textValue().equals(type);
  }

  JsonNode last() {
    return tree(sent.get(sent.size() - 1));
  }

  private static JsonNode tree(String json) {
    try {
      return StrictJson.tree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
