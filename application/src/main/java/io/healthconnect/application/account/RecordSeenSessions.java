package io.healthconnect.application.account;

/** Stores when sessions were last used, which requests only remember. */
@FunctionalInterface
public interface RecordSeenSessions {
  /**
   * @return of how many sessions
   */
  int recordSeenSessions();
}
