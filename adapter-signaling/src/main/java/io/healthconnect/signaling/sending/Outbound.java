package io.healthconnect.signaling.sending;

import io.healthconnect.signaling.protocol.OutgoingPacket;
import java.util.List;

/** Sends the packets of one session. No method blocks. After a close nothing is sent. */
public interface Outbound {
  /**
   * Queues a packet. A queue over its limit closes the session with {@link CloseCode#OVERLOAD}; an
   * empty queue accepts a packet of any size.
   */
  void send(OutgoingPacket packet);

  /** Queues packets in their order, all or none, beyond the limits of the queue. */
  void sendAll(List<OutgoingPacket> packets);

  /** Sends the close frame after what is queued, and ends the connection. */
  void close(CloseCode code);

  /** Admits this many binary messages, each of which would otherwise close the socket. */
  void expectBinary(int messages);
}
