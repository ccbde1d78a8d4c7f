package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionRepository;
import java.util.Optional;

final class EndSessionHandler implements EndSession {
  private final SessionRepository sessions;

  EndSessionHandler(SessionRepository sessions) {
    this.sessions = sessions;
  }

  @Override
  public Result<Session, Refusal> endSession(Command command) {
    Optional<Session> own =
        sessions
            .find(command.sessionId())
            .filter(session -> session.accountId().equals(command.actor().id()));
    own.ifPresent(session -> sessions.revoke(session.id()));
    return own.<Result<Session, Refusal>>map(Result::success)
        .orElseGet(() -> Result.failure(Refusal.NOT_FOUND));
  }
}
