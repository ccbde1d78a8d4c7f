package io.healthconnect.application.notice;

import io.healthconnect.application.Actor;

/** Marks the actor's own notices as read, up to a number. */
public interface MarkNoticesRead {
  void markNoticesRead(Command command);

  record Command(Actor actor, long upTo) {}
}
