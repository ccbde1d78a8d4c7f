package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.SocketRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells people which of their contacts are online. A contact is reported offline only after a grace
 * time, so that a page reload does not flicker and a flapping connection causes at most one pair of
 * events per grace time.
 */
final class PresenceNotifier {
  static final Duration GRACE = Duration.ofSeconds(5);

  /** People in one {@code online-users}, which then stays below 200 KB. */
  static final int MOST_SHOWN = 5_000;

  private final ContactPolicy contacts;
  private final Presence presence;
  private final SocketRegistry sockets;
  private final Timers timers;
  private final ChangeQueue changes;
  private final Watchers watchers = new Watchers();

  /** Accounts whose contacts were last told that they are online. */
  private final Set<AccountId> announced = ConcurrentHashMap.newKeySet();

  /** The grace times in progress, at most one per account. */
  private final Map<AccountId, Cancellation> leaving = new ConcurrentHashMap<>();

  PresenceNotifier(
      ContactPolicy contacts,
      Presence presence,
      SocketRegistry sockets,
      Timers timers,
      ChangeQueue changes) {
    this.contacts = contacts;
    this.presence = presence;
    this.sockets = sockets;
    this.timers = timers;
    this.changes = changes;
  }

  /**
   * Tells a socket which contacts of its person are online, in order with the other events, so that
   * an older state never follows a newer one.
   */
  void sendOnlineUsers(ClientSocket socket) {
    changes.add(() -> tellOnline(socket));
  }

  private void tellOnline(ClientSocket socket) {
    AccountId person = new AccountId(socket.accountId());
    Set<AccountId> known = contacts.contactsOf(person);
    watchers.watch(person, known);
    // The socket may have gone during the look-up.
    forget(person);
    Set<AccountId> online = new HashSet<>(presence.online(known));
    // They may have come online before this node subscribed; their contacts must hear when they go.
    announced.addAll(online);
    for (AccountId contact : known) {
      if (announced.contains(contact) && online.add(contact)) {
        // Still shown as online. If this node missed that it left, the grace time starts now.
        leaving.computeIfAbsent(contact, this::startGrace);
      }
    }
    socket.emit("online-users", ids(online));
  }

  /** At most {@link #MOST_SHOWN} of them. */
  static ArrayNode ids(Set<AccountId> online) {
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    online.stream().limit(MOST_SHOWN).forEach(id -> ids.add(id.value()));
    return ids;
  }

  /** To be called when a socket of the person is gone; without effect while there are others. */
  void forget(AccountId person) {
    watchers.forget(person, () -> isHere(person));
  }

  /**
   * An appointment of the two has changed, so that they may have become contacts, or are contacts
   * no longer. Does not block: what reads the store goes through the queue.
   */
  void appointmentChanged(Appointment appointment) {
    AccountId doctor = appointment.doctorId().account();
    AccountId patient = appointment.patientId().account();
    if (!isHere(doctor) && !isHere(patient)) {
      return;
    }
    changes.add(
        () -> {
          if (appointment.status().occupies() || contacts.mayTalk(doctor, patient)) {
            watchers.begin(doctor, patient);
          } else {
            watchers.end(doctor, patient);
          }
        });
  }

  private boolean isHere(AccountId person) {
    return !sockets.ofAccount(person.value()).isEmpty();
  }

  /** Does not block and reads no store, so that the nodes together do not multiply the work. */
  void changed(AccountId account, boolean online) {
    if (online) {
      grace(account, null);
      if (announced.add(account)) {
        changes.add(() -> tell(account, "user-online"));
      }
    } else {
      grace(account, startGrace(account));
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

  /** The presence may be a look-up, for which the thread of the timers must not wait. */
  private Cancellation startGrace(AccountId account) {
    return timers.schedule(GRACE, () -> changes.add(() -> announceOffline(account)));
  }

  private void announceOffline(AccountId account) {
    leaving.remove(account);
    if (!isOnline(account) && announced.remove(account)) {
      changes.add(() -> tell(account, "user-offline"));
      if (isOnline(account)) {
        // It came back between the check and the removal.
        changed(account, true);
      }
    }
  }

  private void tell(AccountId account, String name) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("userId", account.value());
    OutgoingEvent event = OutgoingEvent.of(name, payload);
    watchers.of(account).forEach(person -> sockets.broadcast(person.value(), event));
  }

  /** As far as this node has heard; whoever comes online unheard of is announced when it hears. */
  private boolean isOnline(AccountId account) {
    return !presence.online(Set.of(account)).isEmpty();
  }
}
