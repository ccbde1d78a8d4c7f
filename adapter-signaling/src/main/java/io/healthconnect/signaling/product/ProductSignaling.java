package io.healthconnect.signaling.product;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.edge.view.AppointmentResponses;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.Recovery;
import io.healthconnect.signaling.session.SocketListener;
import io.healthconnect.signaling.session.SocketRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;

/** The product on sockets: builds its parts and joins them to the change feed. */
public final class ProductSignaling {
  /** Before anything is told, nothing can have been missed. */
  private static final RecoveryOptions NO_RECOVERY =
      new RecoveryOptions(new byte[] {0}, 0, 0, 0, Duration.ZERO);

  private final ProductSockets sockets;
  private final EventDispatcher events;
  private final Recovery recovery;

  private ProductSignaling(ProductSockets sockets, EventDispatcher events, Recovery recovery) {
    this.sockets = sockets;
    this.events = events;
    this.recovery = recovery;
  }

  /** As below, without recovery of lost connections. */
  public static ProductSignaling create(
      HealthConnect product,
      Backplane backplane,
      SocketRegistry registry,
      Timers timers,
      Executor executor,
      ProductLimits limits) {
    return create(product, backplane, registry, timers, executor, limits, NO_RECOVERY);
  }

  /**
   * Joins the product to the sockets, in both directions.
   *
   * @param executor runs look-ups in the store; one at a time
   */
  public static ProductSignaling create(
      HealthConnect product,
      Backplane backplane,
      SocketRegistry registry,
      Timers timers,
      Executor executor,
      ProductLimits limits,
      RecoveryOptions options) {
    ChangeQueue changes =
        new ChangeQueue(executor, timers, () -> registry.closeNow(CloseCode.RESYNC));
    PresenceNotifier presence =
        new PresenceNotifier(product.contacts(), backplane.presence(), registry, timers, changes);
    ChangeEvents encoder = new ChangeEvents(AppointmentResponses.of(product));
    DepartedDevices departures = new DepartedDevices();
    AccountEvents accounts =
        new AccountEvents(
            backplane.feed(),
            registry,
            new EventLog(timers, options.logBytes(), options.reach(), backplane.feed().settled()),
            departures,
            backplane.shared());
    backplane
        .feed()
        .subscribe(
            new ChangeBroadcaster(
                registry,
                accounts,
                encoder,
                presence,
                changes,
                new DeviceChanges(departures, registry, timers)));
    // What was told before the subscription is not in the log.
    accounts.clear();
    CallRateLimiter callRate =
        new CallRateLimiter(
            limits.callsPerMinute(), limits.callsPerCalleeMinute(), new TimersMeter(timers));
    WaitingEvents waiting =
        new WaitingEvents(
            product.waiting(), new WaitingRateLimiter(limits.callsPerMinute(), timers), changes);
    EventDispatcher events =
        new EventDispatcher(
            new CallEvents(product.calls(), callRate, limits),
            backplane.shared(),
            new TypingEvents(backplane.typing(), new TypingRateLimiter(timers)),
            waiting);
    SocketAuthenticator authenticator = new SocketAuthenticator(product.accounts().authenticate());
    return new ProductSignaling(
        new ProductSockets(
            authenticator,
            product.calls(),
            presence,
            waiting,
            events,
            new ClientFactory(limits.eventsPerSecond(), timers),
            options.reach()),
        events,
        new ProductRecovery(
            options,
            accounts,
            encoder,
            departures,
            backplane.presence(),
            product.calls().deviceReturned(),
            timers));
  }

  /** What the sockets need for clients that recover lost connections. */
  public Recovery recovery() {
    return recovery;
  }

  /** What the sockets call. */
  public SocketListener listener() {
    return sockets;
  }

  /** The names of all events that clients may send. */
  public Set<String> events() {
    return events.names();
  }

  /** Closes the sockets whose session has expired. Must run about every minute. */
  public void closeExpired() {
    sockets.closeExpired();
  }
}
