package io.healthconnect.application.account;

import io.healthconnect.domain.account.SessionRepository;
import java.util.Optional;

final class LogOutHandler implements LogOut {
  private final SessionRepository sessions;

  LogOutHandler(SessionRepository sessions) {
    this.sessions = sessions;
  }

  @Override
  public void logOut(Command command) {
    if (command.everywhere()) {
      sessions.revokeAll(command.actor().id(), Optional.empty());
    } else {
      sessions.revoke(command.actor().sessionId());
    }
  }
}
