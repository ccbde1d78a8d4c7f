package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MessageBufferTest {
  private static final int LIMIT = 64 * 1024;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final MessageBuffer buffer = new MessageBuffer(LIMIT);

  /** W-04. */
  @Test
  void w04TakesNoMoreRoomThanTheLargestMessageNeeds() {
    for (int i = 0; i < LIMIT; i += 4096) {
      append(4096);
      assertTrue(buffer.bytes().length <= Math.max(256, 2 * (i + 4106)), "grows with what came");
    }
    assertEquals(LIMIT + 10, buffer.bytes().length);
    assertEquals(LIMIT + 10, buffer.frame(1).remaining());
  }

  @Test
  void startsAnewSmallAfterABigMessage() {
    append(LIMIT);
    buffer.reset();
    append(1);
    assertEquals(256, buffer.bytes().length);
    assertEquals(3, buffer.frame(1).remaining());
  }

  private void append(int length) {
    buffer.append(ByteBuffer.allocate(length), length, MASK, 0);
  }
}
