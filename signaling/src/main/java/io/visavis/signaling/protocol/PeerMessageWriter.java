package io.visavis.signaling.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.visavis.signaling.protocol.ClientMessage.Peer;
import io.visavis.signaling.protocol.ClientMessage.PeerAnswer;
import io.visavis.signaling.protocol.ClientMessage.PeerIce;
import io.visavis.signaling.protocol.ClientMessage.PeerOffer;
import io.visavis.signaling.protocol.ClientMessage.PeerRenegotiate;
import java.io.IOException;

/** Writes what the other side said. The sender's request id is its own business and left out. */
final class PeerMessageWriter {
  private PeerMessageWriter() {}

  static void write(Peer message, JsonGenerator json) throws IOException {
    json.writeStringField("sessionId", message.sessionId());
    if (message instanceof PeerIce ice) {
      ice(ice, json);
    } else if (message instanceof PeerOffer offer) {
      json.writeStringField("sdp", offer.sdp());
    } else if (message instanceof PeerAnswer answer) {
      json.writeStringField("sdp", answer.sdp());
    } else if (message instanceof PeerRenegotiate again) {
      json.writeBooleanField("iceRestart", again.iceRestart());
    }
  }

  private static void ice(PeerIce ice, JsonGenerator json) throws IOException {
    json.writeStringField("candidate", ice.candidate());
    if (ice.sdpMid().isPresent()) {
      json.writeStringField("sdpMid", ice.sdpMid().get());
    }
    if (ice.sdpMLineIndex().isPresent()) {
      json.writeNumberField("sdpMLineIndex", ice.sdpMLineIndex().get());
    }
    if (ice.usernameFragment().isPresent()) {
      json.writeStringField("usernameFragment", ice.usernameFragment().get());
    }
  }
}
