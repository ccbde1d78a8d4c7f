package io.healthconnect.testkit.push;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.push.PushSubscriptionId;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemorySessionRepository;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Subscriptions in memory; those of sessions that have ended are as good as removed. */
public final class InMemoryPushSubscriptions implements PushSubscriptionRepository {
  private static final Comparator<PushSubscription> OLDEST_FIRST =
      Comparator.comparing(PushSubscription::createdAt)
          .thenComparing(subscription -> subscription.id().value());

  private final StoreLock lock;
  private final InMemorySessionRepository sessions;
  private final Map<PushSubscriptionId, PushSubscription> subscriptions = new HashMap<>();

  public InMemoryPushSubscriptions(StoreLock lock, InMemorySessionRepository sessions) {
    this.lock = lock;
    this.sessions = sessions;
  }

  @Override
  public boolean save(PushSubscription subscription) {
    return lock.step(
        () -> {
          if (!isLive(subscription)) {
            return false;
          }
          subscriptions.values().removeIf(each -> each.session().equals(subscription.session()));
          subscriptions.remove(subscription.id());
          List<PushSubscription> others = list(subscription.account());
          others.stream()
              .limit(Math.max(0, others.size() - PushSubscription.MOST + 1))
              .forEach(oldest -> subscriptions.remove(oldest.id()));
          subscriptions.put(subscription.id(), subscription);
          return true;
        });
  }

  private boolean isLive(PushSubscription subscription) {
    return sessions
        .find(subscription.session())
        .map(Session::accountId)
        .filter(subscription.account()::equals)
        .isPresent();
  }

  @Override
  public Optional<PushSubscription> find(PushSubscriptionId id) {
    return lock.step(() -> Optional.ofNullable(subscriptions.get(id)).filter(this::isLive));
  }

  @Override
  public List<PushSubscription> list(AccountId account) {
    return lock.step(
        () ->
            subscriptions.values().stream()
                .filter(each -> each.account().equals(account) && isLive(each))
                .sorted(OLDEST_FIRST)
                .toList());
  }

  @Override
  public boolean remove(PushSubscriptionId id) {
    return lock.step(() -> subscriptions.remove(id) != null);
  }
}
