package io.healthconnect.signaling.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.PollingClient;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Upgrades at random moments while both sides send: nothing is lost, doubled or reordered. */
class UpgradePropertyTest {
  private static final int EVENTS = 60;
  private static final int OFF = 1_000_000;
  private static final SystemTimers TIMERS = new SystemTimers();
  private static final TestServer SERVER =
      new TestServer(
          SignalingLimits.defaults()
              .withEvents(
                  new SignalingLimits.Events(
                      OFF, Duration.ofSeconds(10), 3, Duration.ofSeconds(60))),
          TIMERS);

  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final AtomicBoolean paused = new AtomicBoolean();

  @AfterAll
  static void stop() {
    SERVER.close();
    TIMERS.close();
  }

  @RepeatedTest(40)
  void nothingIsLostDoubledOrReordered(RepetitionInfo run) throws Exception {
    SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
    String account = "user" + run.getCurrentRepetition();
    PollingClient client = PollingClient.connected(SERVER.port(), account);
    Await.until("registered", () -> !SERVER.registry.ofAccount(account).isEmpty());
    Thread poller = new Thread(() -> poll(client));
    Thread sender = new Thread(() -> emit(account));
    poller.start();
    sender.start();
    int probeAt = random.nextInt(EVENTS);
    int upgradeAt = random.nextInt(probeAt, EVENTS);
    for (int i = 0; i < probeAt; i++) {
      client.post(echo(i));
    }
    try (RawClient socket = new RawClient(SERVER.port())) {
      socket.status(
          RawClient.UPGRADE.replace(
              "transport=websocket", "transport=websocket&sid=" + client.sid()));
      socket.text("2probe");
      for (int i = probeAt; i < upgradeAt; i++) {
        client.post(echo(i));
      }
      assertEquals("3probe", socket.read().text());
      // As a stock client pauses: the open poll ends before the upgrade.
      paused.set(true);
      poller.join();
      socket.text("5");
      for (int i = upgradeAt; i < EVENTS; i++) {
        socket.text(echo(i));
      }
      while (of("42[\"").size() < 2 * EVENTS) {
        received.add(socket.read().text());
      }
    }
    sender.join();
    assertEquals(numbers(), of("42[\"echo\""));
    assertEquals(numbers(), of("42[\"server\""));
  }

  private static String echo(int number) {
    return "42[\"echo\"," + number + "]";
  }

  private void poll(PollingClient client) {
    while (!paused.get()) {
      received.addAll(client.packets());
    }
  }

  private static void emit(String account) {
    for (int i = 0; i < EVENTS; i++) {
      int number = i;
      SERVER
          .registry
          .ofAccount(account)
          .forEach(socket -> socket.emit("server", JsonNodeFactory.instance.numberNode(number)));
      Thread.yield();
    }
  }

  private List<Integer> of(String beginning) {
    synchronized (received) {
      return received.stream()
          .filter(packet -> packet.startsWith(beginning))
          .map(packet -> Integer.valueOf(packet.substring(2).replaceAll("[^0-9]", "")))
          .toList();
    }
  }

  private static List<Integer> numbers() {
    return IntStream.range(0, EVENTS).boxed().toList();
  }
}
