package io.healthconnect.application.notice;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import java.time.Clock;

final class SubscribeDeviceHandler implements SubscribeDevice {
  private final PushSubscriptionRepository subscriptions;
  private final Clock clock;

  SubscribeDeviceHandler(PushSubscriptionRepository subscriptions, Clock clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @Override
  public Result<PushSubscription, Refusal> subscribeDevice(Command command) {
    PushSubscription subscription =
        new PushSubscription(
            command.actor().id(),
            command.actor().sessionId(),
            command.endpoint(),
            command.keys(),
            clock.instant());
    return subscriptions.save(subscription)
        ? Result.success(subscription)
        : Result.failure(Refusal.SESSION_ENDED);
  }
}
