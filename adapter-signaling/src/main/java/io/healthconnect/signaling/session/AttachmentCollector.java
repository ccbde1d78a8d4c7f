package io.healthconnect.signaling.session;

import io.healthconnect.signaling.protocol.SocketPacket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A packet whose attachments arrive one after the other. */
final class AttachmentCollector {
  private final SocketPacket.Binary packet;
  private final boolean limited;
  private final boolean keeps;
  private final int maxBytes;
  private final List<byte[]> data = new ArrayList<>(0);
  private int missing;
  private int bytes;

  /**
   * @param limited whether the packet exceeds the rate, so that it is refused when it is complete
   * @param taken whether the recipient takes attachments; otherwise they are dropped
   * @param maxBytes how many bytes of attachments are kept for the recipient, if it takes any
   */
  AttachmentCollector(SocketPacket.Binary packet, boolean limited, boolean taken, int maxBytes) {
    this.packet = packet;
    this.limited = limited;
    this.keeps = taken && !limited;
    this.maxBytes = maxBytes;
    this.missing = packet.attachments();
  }

  /** Takes the next attachment; false over the limit. */
  boolean add(ByteBuffer attachment) {
    missing--;
    if (!keeps) {
      return true;
    }
    bytes += attachment.remaining();
    if (bytes > maxBytes) {
      return false;
    }
    byte[] copy = new byte[attachment.remaining()];
    attachment.get(copy);
    return data.add(copy);
  }

  boolean isComplete() {
    return missing == 0;
  }

  boolean isLimited() {
    return limited;
  }

  /** The complete packet; its placeholders stay if the attachments were dropped. */
  SocketPacket.WithArguments complete() {
    return keeps ? packet.packet().withAttachments(data) : packet.packet();
  }
}
