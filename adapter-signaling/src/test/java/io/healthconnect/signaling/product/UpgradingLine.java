package io.healthconnect.signaling.product;

import io.healthconnect.signaling.rig.Await;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Begins with long-polling, and moves to a WebSocket at a random moment, or is cut before that. */
final class UpgradingLine implements ClientLine {
  private static final int MOST_PACKETS_BEFORE = 20;
  private static final int MOST_POSTS = 5;
  private static final int LOOKS_A_SECOND = 1_000;

  private final ProductServer server;
  private final Random random;
  private final PollingLine polling;
  private final Queue<String> polled = new ArrayDeque<>();
  private int packetsBefore;
  private int looks;
  private @Nullable RawClient socket;
  private boolean upgraded;

  UpgradingLine(ProductServer server, Random random) {
    this.server = server;
    this.random = random;
    this.polling = PollingLine.open(server);
    this.packetsBefore = 1 + random.nextInt(MOST_PACKETS_BEFORE);
  }

  @Override
  public void send(String packet) {
    if (upgraded) {
      webSocket().text(packet);
    } else {
      polling.send(packet);
    }
  }

  @Override
  public String read() {
    if (!upgraded && packetsBefore-- > 0) {
      return polling.read();
    }
    if (!upgraded) {
      probe();
      Await.until("the GET has a response", this::hasResponse);
      polled.addAll(polling.pause());
      // Meanwhile packets wait at the server, which the WebSocket has to take over.
      for (int posts = random.nextInt(MOST_POSTS); posts > 0; posts--) {
        polling.send("6");
      }
      upgrade();
    }
    String next = polled.poll();
    while (next == null || next.equals("6")) {
      next = polled.isEmpty() ? new WebSocket(webSocket()).read() : polled.remove();
    }
    return next;
  }

  /** A GET that reaches the server after the probe is answered at its deadline. */
  private boolean hasResponse() {
    if (++looks % LOOKS_A_SECOND == 0) {
      server.timers.advance(Duration.ofMillis(100));
    }
    return polling.hasResponse();
  }

  private RawClient webSocket() {
    if (socket == null) {
      throw new IllegalStateException("not probed");
    }
    return socket;
  }

  private void probe() {
    RawClient opened = new RawClient(server.port());
    socket = opened;
    String target = "transport=websocket&sid=" + polling.sid();
    int status = opened.status(RawClient.UPGRADE.replace("transport=websocket", target));
    if (status != 101) {
      throw new AssertionError("the WebSocket was refused with " + status);
    }
    opened.text("2probe");
    String answer = new WebSocket(opened).read();
    if (!answer.equals("3probe")) {
      throw new AssertionError(answer);
    }
  }

  private void upgrade() {
    webSocket().text("5");
    upgraded = true;
  }

  /** Half of the cables that are pulled before the upgrade are pulled in the middle of it. */
  @Override
  public void close() {
    if (!upgraded && random.nextBoolean()) {
      probe();
      if (random.nextBoolean()) {
        upgrade();
      }
    }
    polling.close();
    if (socket != null) {
      socket.close();
    }
  }
}
