package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;

/** Ends one of the actor's own sessions: the present one, or that of another device. */
public interface EndSession {
  Result<Session, Refusal> endSession(Command command);

  record Command(Actor actor, SessionId sessionId) {}

  /** Why nothing ended. */
  enum Refusal {
    /** There is no such session, or it is somebody else's. */
    NOT_FOUND
  }
}
