package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;

/**
 * What the broker reports to whoever counts and logs. Implementations return quickly and never
 * throw.
 */
public interface BrokerEvents {

  /** A session was requested, or moved by {@code trigger} from {@code before}. */
  void moved(ShareSession before, ShareSession after, Trigger trigger);

  /** A new request was stored. */
  void requested(ShareSession session);

  /** Something was refused to its sender. */
  void refused(ErrorCode code);

  /** A side of a session reaches no relay, for the first time in it. */
  default void relayFailed(ShareSession session, Side side, RelayReach reach) {}

  /** Nobody listens. */
  BrokerEvents NONE =
      new BrokerEvents() {
        @Override
        public void moved(ShareSession before, ShareSession after, Trigger trigger) {}

        @Override
        public void requested(ShareSession session) {}

        @Override
        public void refused(ErrorCode code) {}
      };
}
