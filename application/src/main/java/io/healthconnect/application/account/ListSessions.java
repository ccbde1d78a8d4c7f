package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Session;
import java.util.List;

/** Lists where a person is logged in. */
public interface ListSessions {
  /** The valid sessions of the actor's account, newest first; the actor's own is among them. */
  List<Session> listSessions(Actor actor);
}
