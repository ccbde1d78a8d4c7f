package io.healthconnect.domain.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * The notices that wait to be sent by one channel: a store has an outbox of mails, and one of Web
 * Push. No method adds an entry: a store adds them in the step that stores a notice, one for the
 * mail and one for each subscribed device of the person, and they go when the notice goes. A store
 * can be opened for a host that sends no mail, and then adds none. An entry waits until it is
 * removed, or has failed for good; a failed one is kept for a while, so that it can be seen.
 *
 * <p>Whoever sends an entry takes it. Until the given time nobody else gets it, on any node; then
 * it is due again, so that an entry survives a sender that was killed. All methods that end a try
 * do nothing, and return false, once another try of the entry has begun.
 */
public interface Outbox {

  /**
   * Takes the entry that has been due for the longest time. Of several that ask at once, each gets
   * another entry.
   *
   * @param until when the entry is due again if nothing else happens to it
   * @return empty if none is due
   */
  Optional<OutboxEntry> take(Instant now, Instant until);

  /** Ends the entry: it was sent, or is not wanted. */
  boolean remove(OutboxEntry taken);

  /** Ends the try; the entry is due again at {@code dueAt}. */
  boolean postpone(OutboxEntry taken, Instant dueAt);

  /** Ends the try, and there will be no other. */
  boolean fail(OutboxEntry taken, Instant at);

  /** How many entries wait and have failed. */
  OutboxState state();

  /**
   * Removes the entries of notices from before {@code before}, whether they wait or have failed.
   *
   * @return how many
   */
  int purge(Instant before);
}
