package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.domain.change.LocalPresence;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceNewsTest {
  private static final int USERS = 100;
  private static final AccountId WATCHER = new AccountId("watcher");
  private static final DeviceId TAB = new DeviceId("tab");

  private final ManualTimers timers = new ManualTimers();
  private final TestServer server = new TestServer(SignalingLimits.defaults(), timers);
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private final LocalPresence presence = new LocalPresence(feed);
  private final RawClient watcher = RawClient.connected(server.port(), WATCHER.value());
  private int syncs;

  @BeforeEach
  void watch() {
    InMemoryStore store = new InMemoryStore();
    for (int i = 0; i < USERS; i++) {
      store
          .appointments()
          .book(
              Appointments.pending("visit" + i, WATCHER.value(), user(i).value(), 30 * i),
              Optional.empty());
    }
    ContactPolicy contacts = new ContactPolicy(store.accounts(), store.appointments());
    PresenceNews news =
        new PresenceNews(contacts, presence, server.registry, timers, Runnable::run);
    feed.subscribe(
        change -> {
          if (change instanceof Change.PresenceChanged changed) {
            news.changed(changed.account(), changed.online());
          }
        });
    sync();
    presence.arrive(WATCHER, TAB);
  }

  @AfterEach
  void stop() {
    watcher.close();
    server.close();
  }

  @Test
  void c10TellsOfAHundredFlappingUsersAtMostOnceASecondEach() {
    SplittableRandom random = new SplittableRandom(10);
    for (int second = 0; second < 12; second++) {
      for (int toggle = 0; toggle < 10; toggle++) {
        int online = random.nextInt(10, 90);
        each(user -> presence.arrive(user, TAB));
        timers.advance(Duration.ofMillis(online));
        each(user -> presence.leave(user, TAB));
        timers.advance(Duration.ofMillis(100 - online));
      }
      Map<String, Integer> told = new TreeMap<>();
      sync().forEach(packet -> told.merge(packet.replaceAll("^.*\\{", ""), 1, Integer::sum));
      assertEquals(second == 0 ? USERS : 0, told.size(), "second " + second);
      assertTrue(told.values().stream().allMatch(count -> count == 1), told::toString);
    }
    timers.advance(PresenceNews.GRACE);
    assertEquals(USERS, sync().stream().filter(p -> p.contains("user-offline")).count());
  }

  @Test
  void countsTheGraceFromTheLastTimeThatSomebodyLeft() {
    presence.arrive(user(0), TAB);
    presence.leave(user(0), TAB);
    timers.advance(Duration.ofMillis(4_900));
    presence.arrive(user(0), TAB);
    presence.leave(user(0), TAB);
    sync();
    timers.advance(Duration.ofMillis(4_999));
    assertEquals(List.of(), sync());
    timers.advance(Duration.ofMillis(1));
    assertEquals(List.of("42[\"user-offline\",{\"userId\":\"user0\"}]"), sync());
    presence.arrive(user(0), TAB);
    assertEquals(List.of("42[\"user-online\",{\"userId\":\"user0\"}]"), sync());
  }

  private void each(Consumer<AccountId> action) {
    IntStream.range(0, USERS).mapToObj(PresenceNewsTest::user).forEach(action);
  }

  private static AccountId user(int number) {
    return new AccountId("user" + number);
  }

  /** What the watcher has been told since the last look. */
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
}
