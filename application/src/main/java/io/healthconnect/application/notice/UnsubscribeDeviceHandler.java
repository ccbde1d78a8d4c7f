package io.healthconnect.application.notice;

import io.healthconnect.domain.push.PushSubscriptionRepository;

final class UnsubscribeDeviceHandler implements UnsubscribeDevice {
  private final PushSubscriptionRepository subscriptions;

  UnsubscribeDeviceHandler(PushSubscriptionRepository subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public boolean unsubscribeDevice(Command command) {
    return subscriptions
        .find(command.endpoint().id())
        .filter(found -> found.account().equals(command.actor().id()))
        .filter(found -> subscriptions.remove(found.id()))
        .isPresent();
  }
}
