package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.Presence;
import io.healthconnect.signaling.endpoint.ClientSocket;
import io.healthconnect.signaling.endpoint.OutgoingEvent;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.endpoint.Timers;
import io.healthconnect.signaling.endpoint.Timers.Cancellation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Tells people which of their contacts are online. Going offline is told only after a grace time
 * without a return, so that a reload does not flicker and flapping is at most one pair of events
 * per grace time.
 */
final class PresenceNews {
  static final Duration GRACE = Duration.ofSeconds(5);

  private final ContactPolicy contacts;
  private final Presence presence;
  private final SocketRegistry sockets;
  private final Timers timers;
  private final Executor executor;

  /** Accounts that their contacts believe to be online. */
  private final Set<AccountId> toldOnline = ConcurrentHashMap.newKeySet();

  /** The running grace times, one for each account at most. */
  private final Map<AccountId, Cancellation> leaving = new ConcurrentHashMap<>();

  PresenceNews(
      ContactPolicy contacts,
      Presence presence,
      SocketRegistry sockets,
      Timers timers,
      Executor executor) {
    this.contacts = contacts;
    this.presence = presence;
    this.sockets = sockets;
    this.timers = timers;
    this.executor = executor;
  }

  /**
   * Tells a socket which of its person's contacts are online. In line with the other news, so that
   * no older state is told after a newer one.
   */
  void greet(ClientSocket socket) {
    executor.execute(() -> tellOnline(socket));
  }

  private void tellOnline(ClientSocket socket) {
    Set<AccountId> known = contacts.contactsOf(new AccountId(socket.accountId()));
    Set<AccountId> online = new HashSet<>(presence.online(known));
    // They may have come online before this server listened; when they go, it must be told.
    toldOnline.addAll(online);
    for (AccountId contact : known) {
      if (toldOnline.contains(contact) && online.add(contact)) {
        // Still online to the others. If this server has missed how it left, the time starts now.
        leaving.computeIfAbsent(contact, id -> timers.schedule(GRACE, () -> settle(id)));
      }
    }
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    online.forEach(id -> ids.add(id.value()));
    socket.emit("online-users", ids);
  }

  /** Quick: what needs the store happens on the executor. */
  void changed(AccountId account, boolean online) {
    if (online) {
      grace(account, null);
      if (toldOnline.add(account)) {
        executor.execute(() -> tell(account, "user-online"));
      }
    } else {
      grace(account, timers.schedule(GRACE, () -> settle(account)));
    }
  }

  private void grace(AccountId account, @Nullable Cancellation started) {
    leaving.compute(
        account,
        (id, running) -> {
          if (running != null) {
            running.cancel();
          }
          return started;
        });
  }

  private void settle(AccountId account) {
    leaving.remove(account);
    if (!presence.isOnline(account) && toldOnline.remove(account)) {
      executor.execute(() -> tell(account, "user-offline"));
      if (presence.isOnline(account)) {
        // Back between the look and the removal.
        changed(account, true);
      }
    }
  }

  private void tell(AccountId account, String event) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("userId", account.value());
    OutgoingEvent news = OutgoingEvent.of(event, payload);
    presence
        .online(contacts.contactsOf(account))
        .forEach(contact -> sockets.broadcast(contact.value(), news));
  }
}
