package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Bytes that follow a valid handshake: random, valid with mutations, and spliced. {@code
 * -Dfuzz.sockets=20000} sends a million frames.
 */
class FrameFuzzTest {
  private static final int SOCKETS = Integer.getInteger("fuzz.sockets", 400);
  private static final int FRAMES = 50;
  private static final long SEED = 2;
  private static final SignalingLimits LIMITS =
      SignalingLimits.defaults()
          .withEvents(
              new SignalingLimits.Events(
                  Integer.MAX_VALUE, Duration.ofSeconds(10), 3, Duration.ofSeconds(60)));
  private static final List<String> VALID =
      List.of(
          "40{\"token\":\"token-eve\"}",
          "421[\"sync\",{\"a\":[1,2,{\"b\":null}]}]",
          "42[\"echo\",\"gr\u00fc\u00dfe\"]",
          "451-[\"sync\",{\"_placeholder\":true,\"num\":0}]",
          "41",
          "3",
          "6");

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** F-02. */
  @Test
  void f02RandomFramesBreakNothingForOthers() {
    AtomicInteger uncaught = new AtomicInteger();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.incrementAndGet());
    try (TestServer server = new TestServer(LIMITS, new ManualTimers());
        RawClient honest = RawClient.connected(server.port(), "ann")) {
      for (int i = 0; i < SOCKETS; i++) {
        attack(server.port());
        honest.text("421[\"sync\"]");
        assertTrue(honest.read().text().startsWith("431["), () -> "seed " + SEED);
      }
      Await.until("all attackers are gone", () -> server.handler.connections() == 1);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(0, uncaught.get(), () -> "seed " + SEED);
  }

  private void attack(int port) {
    try (RawClient client = RawClient.open(port)) {
      for (int i = 0; i < FRAMES; i++) {
        client.send(bytes());
      }
    } catch (UncheckedIOException closed) {
      // The server may end the connection at any byte.
    }
  }

  private byte[] bytes() {
    byte[] valid = Frames.text(VALID.get(random.nextInt(VALID.size())));
    return switch (random.nextInt(5)) {
      case 0 -> valid;
      case 1 -> randomBytes(random.nextInt(64));
      case 2 -> mutated(valid);
      case 3 -> Frames.frame(random.nextInt(256), randomBytes(random.nextInt(200)));
      default -> Frames.text(new String(mutated(valid), StandardCharsets.ISO_8859_1));
    };
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] mutated(byte[] valid) {
    byte[] bytes = valid.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
