package io.healthconnect.domain.push;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.time.Instant;

/**
 * A device that a person has subscribed to notices.
 *
 * @param session the log-in on the device; the subscription ends with it
 */
public record PushSubscription(
    AccountId account, SessionId session, PushEndpoint endpoint, PushKeys keys, Instant createdAt) {
  /** How many subscriptions an account has at most; a new one takes the place of the oldest. */
  public static final int MOST = 10;

  public PushSubscriptionId id() {
    return endpoint.id();
  }
}
