package io.healthconnect.signaling.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without the frame guard, the endpoint itself joins fragments. */
class FragmentsOnTheStockContainerTest {
  private static final int LIMIT = SignalingLimits.defaults().frames().maxMessageBytes();
  private static final int TEXT = 0x01;
  private static final int MORE = 0x00;
  private static final int LAST = 0x80;

  private StockContainer container;

  @BeforeEach
  void start() throws Exception {
    container = new StockContainer(SignalingLimits.defaults());
  }

  @AfterEach
  void stop() {
    container.close();
  }

  private static byte[] frame(int first, String text) {
    return Frames.frame(first, text.getBytes(UTF_8));
  }

  @Test
  void areOneMessage() {
    try (RawClient client = RawClient.connected(container.port(), "ann")) {
      for (int i = 0; i < 3; i++) {
        client.send(frame(TEXT, "42" + i + "[\"echo-inl"));
        client.send(frame(MORE, "ine\",\"é"));
        client.send(frame(LAST, "\"]"));
        assertEquals("43" + i + "[{\"ok\":true,\"args\":[\"é\"]}]", client.read().text());
        assertEquals("42[\"echo-inline\",{\"ok\":true,\"args\":[\"é\"]}]", client.read().text());
      }
    }
  }

  @Test
  void closesFragmentsThatAreTooBigTogether() {
    try (RawClient client = RawClient.connected(container.port(), "ann")) {
      client.send(frame(TEXT, "6" + "x".repeat(LIMIT / 2)));
      client.send(frame(LAST, "x".repeat(LIMIT / 2 - 1)));
      client.text("420[\"echo-inline\"]");
      assertEquals("430[{\"ok\":true,\"args\":[]}]", client.read().text());
      client.send(frame(TEXT, "6" + "x".repeat(LIMIT / 2)));
      client.send(frame(LAST, "x".repeat(LIMIT / 2)));
      assertEquals(1009, client.closeStatus());
    }
  }

  @Test
  void closesAMessageThatIsTooBig() {
    try (RawClient client = RawClient.connected(container.port(), "ann")) {
      client.text("6" + "x".repeat(LIMIT));
      assertEquals(1009, client.closeStatus());
    }
  }
}
