package io.healthconnect.signaling.endpoint;

/** Where the frames of one socket go. No method blocks; after a close nothing is sent. */
public interface Outbound {
  /** Queues a frame; a queue over its limit closes the socket with {@link CloseCode#OVERLOAD}. */
  void send(OutgoingText text);

  /** Sends the close frame after what is queued, and ends the connection. */
  void close(CloseCode code);

  /** Lets so many binary messages pass that would close the socket otherwise. */
  void expectBinary(int messages);
}
