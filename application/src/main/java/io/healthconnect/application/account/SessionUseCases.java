package io.healthconnect.application.account;

import java.time.Clock;
import java.util.Optional;

/** The use cases of an account's sessions. */
public record SessionUseCases(
    ListSessions list, EndSession end, EndOtherSessions endOthers, RecordSeenSessions recordSeen) {

  static SessionUseCases create(AccountUseCases.Ports ports, SeenSessions seen, Clock clock) {
    return new SessionUseCases(
        new ListSessionsHandler(ports, clock),
        new EndSessionHandler(ports.sessions()),
        actor -> ports.sessions().revokeAll(actor.id(), Optional.of(actor.sessionId())),
        seen);
  }
}
