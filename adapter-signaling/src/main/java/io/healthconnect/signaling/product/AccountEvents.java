package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.sending.Offset;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.sending.Stamp.Lane;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.SocketRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends changes to the sockets of an account, and keeps them for clients that come back. A position
 * is taken, kept and sent in one step for each account. Thread-safe.
 */
final class AccountEvents {
  private static final int LOCKS = 64;

  private final ChangeFeed feed;
  private final SocketRegistry sockets;
  private final EventLog log;
  private final DepartedDevices departures;

  /** Whether clients of other nodes may come here to recover. */
  private final boolean shared;

  private final Object[] locks = new Object[LOCKS];
  private final Object lookUps = new Object();

  AccountEvents(
      ChangeFeed feed,
      SocketRegistry sockets,
      EventLog log,
      DepartedDevices departures,
      boolean shared) {
    this.feed = feed;
    this.sockets = sockets;
    this.log = log;
    this.departures = departures;
    this.shared = shared;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /** To all of the account's sockets here. */
  void send(AccountId account, Change change, Supplier<OutgoingEvent> event) {
    synchronized (lock(account)) {
      List<ClientSocket> all = sockets.ofAccount(account.value());
      Stamp stamp = keep(account, change, all);
      if (!all.isEmpty()) {
        OutgoingEvent encoded = event.get();
        all.forEach(socket -> socket.emit(stamp, encoded));
      }
    }
  }

  /** To those of the account's sockets here that the signal names. */
  void send(Change.CallSignalled change) {
    AccountId account = change.signal().to();
    synchronized (lock(account)) {
      List<ClientSocket> all = sockets.ofAccount(account.value());
      Stamp stamp = keep(account, change, all);
      if (all.isEmpty()) {
        return;
      }
      OutgoingEvent event = SignalEvents.event(change.signal().event());
      for (ClientSocket socket : all) {
        if (change.signal().devices().includes(new DeviceId(socket.id()))) {
          socket.emit(stamp, event);
        }
      }
    }
  }

  /** To one of the account's sockets, if it is here. */
  void send(AccountId account, DeviceId device, Change change, Supplier<OutgoingEvent> event) {
    synchronized (lock(account)) {
      List<ClientSocket> all = sockets.ofAccount(account.value());
      Stamp stamp = keep(account, change, all);
      all.stream()
          .filter(socket -> socket.id().equals(device.value()))
          .forEach(socket -> socket.emit(stamp, event.get()));
    }
  }

  private Stamp keep(AccountId account, Change change, List<ClientSocket> sockets) {
    Stamp stamp = new Stamp(Lane.DIRECT, feed.position());
    if (isKept(account, sockets)) {
      log.add(account, stamp, change);
    }
    return stamp;
  }

  /**
   * Keeps a change that is sent after a look-up, and queues the look-up.
   *
   * @param queue adds the look-up behind those before
   */
  void sendLater(List<AccountId> accounts, Change change, Consumer<Stamp> queue) {
    synchronized (lookUps) {
      Stamp stamp = new Stamp(Lane.LOOKED_UP, feed.position());
      // Clients that connect during the look-up are told later, and must not be ahead of the log.
      log.pass(stamp);
      for (AccountId account : accounts) {
        if (isKept(account, sockets.ofAccount(account.value()))) {
          log.add(account, stamp, change);
        }
      }
      queue.accept(stamp);
    }
  }

  private boolean isKept(AccountId account, List<ClientSocket> sockets) {
    if (shared || departures.has(account)) {
      return true;
    }
    for (ClientSocket socket : sockets) {
      if (socket.isRecoverable()) {
        return true;
      }
    }
    return false;
  }

  /** What was kept for the account until now; what comes later is sent to sockets that are here. */
  Offset now(AccountId account) {
    synchronized (lock(account)) {
      synchronized (lookUps) {
        return log.now(account, feed.settled());
      }
    }
  }

  Optional<List<EventLog.Entry>> after(AccountId account, Offset from, Offset upTo, long received) {
    return log.after(account, from, upTo, received);
  }

  /** Changes were missed. */
  void clear() {
    log.clear(feed.settled());
  }

  private Object lock(AccountId account) {
    return locks[Math.floorMod(account.value().hashCode(), LOCKS)];
  }
}
