package io.healthconnect.application.account;

import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which sessions were used, and stores that when it is told to, so that no request waits
 * for the write or fails with it. What is remembered is lost at a stop.
 */
final class SeenSessions implements RecordSeenSessions {
  private static final int MOST = 10_000;

  private final SessionRepository sessions;
  private final Map<SessionId, Instant> seen = new ConcurrentHashMap<>();

  SeenSessions(SessionRepository sessions) {
    this.sessions = sessions;
  }

  /** Remembers a use that is worth storing. When 10,000 wait, a later use has to do. */
  void note(Session session, Instant now) {
    if (session.isLongUnseen(now) && seen.size() < MOST) {
      seen.putIfAbsent(session.id(), now);
    }
  }

  @Override
  public int recordSeenSessions() {
    Map<SessionId, Instant> stored = Map.copyOf(seen);
    if (!stored.isEmpty()) {
      sessions.recordSeen(stored);
      stored.forEach(seen::remove);
    }
    return stored.size();
  }
}
