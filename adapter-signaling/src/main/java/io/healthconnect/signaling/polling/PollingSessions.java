package io.healthconnect.signaling.polling;

import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of this node that began with long-polling, by sid. */
public final class PollingSessions {
  private final SignalingCore core;
  private final Map<String, PollingSession> sessions = new ConcurrentHashMap<>();

  public PollingSessions(SignalingCore core) {
    this.core = core;
  }

  /**
   * Opens a session; its open packet waits for the first poll.
   *
   * @param onEnd runs once, when the session is over
   */
  public PollingSession open(Handshake handshake, Runnable onEnd) {
    PollingSession session =
        new PollingSession(
            core,
            handshake,
            over -> {
              sessions.remove(over.id());
              onEnd.run();
            });
    sessions.put(session.id(), session);
    session.open();
    return session;
  }

  /** The session of this sid, for requests that carry the cookies of its first request. */
  public Optional<PollingSession> find(String sid) {
    return Optional.ofNullable(sessions.get(sid));
  }
}
