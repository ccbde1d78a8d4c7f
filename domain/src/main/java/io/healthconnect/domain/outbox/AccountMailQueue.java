package io.healthconnect.domain.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * The wishes for mails about access to accounts. Asking is the same work whether or not anybody has
 * the address, so that it tells nothing: who the mail is for is found out by the sender.
 *
 * <p>As in the {@link Outbox}, whoever sends a mail takes the wish; until the given time nobody
 * else gets it, on any node. All methods that end a try do nothing, and return false, once another
 * try has begun, or the mail was asked for again. A store can be opened for a host that sends
 * nothing, and then keeps no wishes.
 */
public interface AccountMailQueue {

  /** Whether wishes are kept, because somebody sends mails. */
  boolean isServed();

  /**
   * Adds a wish, which is due at once. While a wish for the same mail stands for this one ({@link
   * AccountMail#standsForOneAt}), sent or not, nothing changes.
   */
  void ask(AccountMail mail);

  /**
   * Takes the wish that has been due for the longest time. Of several that ask at once, each gets
   * another one.
   *
   * @param until when it is due again if nothing else happens to it
   * @return empty if none is due
   */
  Optional<QueuedAccountMail> take(Instant now, Instant until);

  /** Ends the wish: its mail was sent, or there is none to send. Until it expires, it is kept. */
  boolean end(QueuedAccountMail taken);

  /** Ends the try; the wish is due again at {@code dueAt}. */
  boolean postpone(QueuedAccountMail taken, Instant dueAt);

  /** How many wishes wait, and since when; none counts as failed. */
  OutboxState state();

  /**
   * Removes the wishes that expired before {@code now}, ended or not.
   *
   * @return how many
   */
  int purge(Instant now);
}
