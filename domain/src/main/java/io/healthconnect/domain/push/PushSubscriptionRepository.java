package io.healthconnect.domain.push;

import io.healthconnect.domain.account.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * The subscribed devices. A session has one subscription at most, which is removed in the step that
 * ends the session, whatever ends it. The step that stores a notice adds an entry to the outbox of
 * Web Push for each subscription of the person.
 */
public interface PushSubscriptionRepository {

  /**
   * Stores a subscription. In the same step it takes the place of the one with the same endpoint,
   * whosever that was, and of the one that the session had; and of more than {@link
   * PushSubscription#MOST} of the account, the oldest are removed.
   *
   * @return false, with nothing stored, when the session of the account has ended
   */
  boolean save(PushSubscription subscription);

  Optional<PushSubscription> find(PushSubscriptionId id);

  /** The subscriptions of an account, the oldest first. */
  List<PushSubscription> list(AccountId account);

  /**
   * @return false if there is no such subscription
   */
  boolean remove(PushSubscriptionId id);
}
