package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.presence.InMemoryPresence;
import io.healthconnect.testkit.wire.RawClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceNotifierTest {
  private static final int USERS = 100;
  private static final AccountId WATCHER = new AccountId("watcher");

  private final ManualTimers timers = new ManualTimers();
  private final TestServer server = new TestServer(SignalingLimits.defaults(), timers);
  private final InMemoryChangeFeed feed = new InMemoryChangeFeed();
  private final InMemoryPresence presence = new InMemoryPresence(feed);
  private final RawClient watcher = RawClient.connected(server.port(), WATCHER.value());
  private final InMemoryStore store = new InMemoryStore();
  private final AtomicInteger reads = new AtomicInteger();
  private PresenceNotifier notifier;
  private int syncs;

  @BeforeEach
  void watch() {
    for (int i = 0; i < USERS; i++) {
      People.add(store.stores(), WATCHER.value(), user(i).value());
      Appointments.value(
          store
              .appointments()
              .book(
                  Appointments.pending("appointment" + i, WATCHER.value(), user(i).value(), 30 * i),
                  Optional.empty(),
                  Appointments.UNLIMITED));
    }
    ContactPolicy contacts =
        new ContactPolicy(
            counted(AccountRepository.class, store.accounts()),
            counted(AppointmentRepository.class, store.appointments()),
            counted(DoctorRepository.class, store.doctors()));
    notifier =
        new PresenceNotifier(
            contacts,
            presence,
            server.registry,
            timers,
            new ChangeQueue(Runnable::run, timers, () -> {}));
    feed.subscribe(
        change -> {
          if (change instanceof Change.PresenceChanged changed) {
            notifier.changed(changed.account(), changed.online());
          }
        });
    server.registry.ofAccount(WATCHER.value()).forEach(notifier::sendOnlineUsers);
    sync();
    presence.arrive(WATCHER, tab(WATCHER));
  }

  private <T> T counted(Class<T> port, T target) {
    InvocationHandler counting =
        (proxy, method, arguments) -> {
          reads.incrementAndGet();
          return method.invoke(target, arguments);
        };
    return port.cast(
        Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, counting));
  }

  @AfterEach
  void stop() {
    watcher.close();
    server.close();
  }

  /** C-10. */
  @Test
  void c10TellsOfAHundredFlappingUsersAtMostOnceASecondEach() {
    SplittableRandom random = new SplittableRandom(10);
    for (int second = 0; second < 12; second++) {
      for (int toggle = 0; toggle < 10; toggle++) {
        int online = random.nextInt(10, 90);
        each(user -> presence.arrive(user, tab(user)));
        timers.advance(Duration.ofMillis(online));
        each(user -> presence.leave(user, tab(user)));
        timers.advance(Duration.ofMillis(100 - online));
      }
      Map<String, Integer> told = new TreeMap<>();
      sync().forEach(packet -> told.merge(packet.replaceAll("^.*\\{", ""), 1, Integer::sum));
      assertEquals(second == 0 ? USERS : 0, told.size(), "second " + second);
      assertTrue(told.values().stream().allMatch(count -> count == 1), told::toString);
    }
    timers.advance(PresenceNotifier.GRACE);
    assertEquals(USERS, sync().stream().filter(p -> p.contains("user-offline")).count());
  }

  @Test
  void countsTheGraceFromTheLastTimeThatSomebodyLeft() {
    presence.arrive(user(0), tab(user(0)));
    presence.leave(user(0), tab(user(0)));
    timers.advance(Duration.ofMillis(4_900));
    presence.arrive(user(0), tab(user(0)));
    presence.leave(user(0), tab(user(0)));
    sync();
    timers.advance(Duration.ofMillis(4_999));
    assertEquals(List.of(), sync());
    timers.advance(Duration.ofMillis(1));
    assertEquals(List.of("42[\"user-offline\",{\"userId\":\"user0\"}]"), sync());
    presence.arrive(user(0), tab(user(0)));
    assertEquals(List.of("42[\"user-online\",{\"userId\":\"user0\"}]"), sync());
  }

  private void each(Consumer<AccountId> action) {
    IntStream.range(0, USERS).mapToObj(PresenceNotifierTest::user).forEach(action);
  }

  private static DeviceId tab(AccountId user) {
    return new DeviceId("tab-of-" + user.value());
  }

  private static AccountId user(int number) {
    return new AccountId("user" + number);
  }

  /** What the watcher has received since the last check. */
  private List<String> sync() {
    String id = Integer.toString(++syncs);
    watcher.text("42" + id + "[\"sync\"]");
    List<String> told = new ArrayList<>();
    String packet = watcher.read().text();
    while (!packet.startsWith("43" + id + "[")) {
      assertTrue(packet.startsWith("42"), packet);
      told.add(packet);
      packet = watcher.read().text();
    }
    return told;
  }

  @Test
  void namesNoMorePeopleAtOnceThanTheLimit() {
    Set<AccountId> online =
        IntStream.range(0, PresenceNotifier.MOST_SHOWN + 1)
            .mapToObj(i -> new AccountId("00000000-0000-4000-8000-%012d".formatted(i)))
            .collect(Collectors.toSet());
    ArrayNode ids = PresenceNotifier.ids(online);
    assertEquals(PresenceNotifier.MOST_SHOWN, ids.size());
    assertTrue(ids.toString().length() < 200_000, "characters: " + ids.toString().length());
  }

  @Test
  void readsNoStoreWhenPeopleComeAndGo() {
    int before = reads.get();
    each(user -> presence.arrive(user, tab(user)));
    each(user -> presence.leave(user, tab(user)));
    timers.advance(PresenceNotifier.GRACE);
    assertEquals(2 * USERS, sync().size());
    assertEquals(before, reads.get());
  }

  @Test
  void tellsOfSomebodyWhoHasBecomeAContactUntilTheyAreNoneAnyLonger() {
    AccountId stranger = new AccountId("stranger");
    People.add(store.stores(), WATCHER.value(), stranger.value());
    presence.arrive(stranger, tab(stranger));
    assertEquals(List.of(), sync());

    Appointment booked =
        Appointments.value(
            store
                .appointments()
                .book(
                    Appointments.pending("new", WATCHER.value(), stranger.value(), 100_000),
                    Optional.empty(),
                    Appointments.UNLIMITED));
    notifier.appointmentChanged(booked);
    presence.leave(stranger, tab(stranger));
    timers.advance(PresenceNotifier.GRACE);
    assertEquals(List.of("42[\"user-offline\",{\"userId\":\"stranger\"}]"), sync());

    Appointment declined =
        store
            .appointments()
            .save(Appointments.value(booked.decline(Optional.empty(), Appointments.BOOKED)));
    notifier.appointmentChanged(declined);
    presence.arrive(stranger, tab(stranger));
    assertEquals(List.of(), sync());
  }
}
