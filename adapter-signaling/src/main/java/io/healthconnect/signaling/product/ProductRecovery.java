package io.healthconnect.signaling.product;

import io.healthconnect.application.call.DeviceReturned;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.product.DepartedDevices.Departure;
import io.healthconnect.signaling.sending.Offset;
import io.healthconnect.signaling.session.Admission.Admitted;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.Recovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which lost connections can be recovered, and finds what was missed on them. */
final class ProductRecovery implements Recovery {
  private final RecoveryOptions options;
  private final Pids pids;
  private final AccountEvents log;
  private final ChangeEvents events;
  private final DepartedDevices departures;
  private final Presence presence;
  private final DeviceReturned calls;
  private final Timers timers;

  ProductRecovery(
      RecoveryOptions options,
      AccountEvents log,
      ChangeEvents events,
      DepartedDevices departures,
      Presence presence,
      DeviceReturned calls,
      Timers timers) {
    this.options = options;
    this.pids = new Pids(options.secret());
    this.log = log;
    this.events = events;
    this.departures = departures;
    this.presence = presence;
    this.calls = calls;
    this.timers = timers;
  }

  @Override
  public String pid(Admitted owner, String socketId) {
    return pids.pid(owner, socketId);
  }

  @Override
  public Optional<String> socketOf(Admitted owner, String pid) {
    return pids.socketOf(owner, pid);
  }

  @Override
  public Offset now(String accountId) {
    return log.now(new AccountId(accountId));
  }

  @Override
  public Optional<List<Missed>> missed(ClientSocket socket, Offset from, Offset upTo) {
    AccountId account = new AccountId(socket.accountId());
    DeviceId device = new DeviceId(socket.id());
    try {
      return lostAt(device)
          .filter(lost -> !calls.mayMiss(account, device, options.reach()))
          .flatMap(lost -> log.after(account, from, upTo, lost - options.detection().toNanos()))
          .flatMap(entries -> encode(entries, account, device));
    } catch (StoreUnavailableException unavailable) {
      return Optional.empty();
    }
  }

  /** When the device was last seen; empty if that is too long ago, or if it left for good. */
  private Optional<Long> lostAt(DeviceId device) {
    long now = timers.nanoTime();
    if (presence.isConnected(device)) {
      return departures.of(device, now).filter(Departure::forGood).isPresent()
          ? Optional.empty()
          : Optional.of(now);
    }
    return departures.of(device, now).filter(found -> !found.forGood()).map(Departure::at);
  }

  private Optional<List<Missed>> encode(
      List<EventLog.Entry> entries, AccountId account, DeviceId device) {
    List<Missed> missed = new ArrayList<>();
    long bytes = 0;
    for (EventLog.Entry entry : entries) {
      Missed next =
          events
              .missed(entry.change(), account, device)
              .map(event -> new Missed(entry.stamp(), event))
              .orElse(null);
      if (next != null) {
        missed.add(next);
        bytes += next.event().bytes();
      }
      if (missed.size() > options.events() || bytes > options.bytes()) {
        return Optional.empty();
      }
    }
    return Optional.of(missed);
  }

  @Override
  public void left(ClientSocket socket, boolean forGood) {
    departures.add(
        new DeviceId(socket.id()), new AccountId(socket.accountId()), forGood, timers.nanoTime());
  }
}
