package io.healthconnect.signaling.product;

import io.healthconnect.testkit.wire.RawClient;

/** How a client reaches the server. Closing it is like pulling the cable. */
interface ClientLine extends AutoCloseable {
  void send(String packet);

  /** The next packet; the end of the line is an {@link AssertionError}. */
  String read();

  @Override
  void close();

  /** A WebSocket from the beginning on. */
  record WebSocket(RawClient socket) implements ClientLine {
    static WebSocket open(ProductServer server) {
      return new WebSocket(RawClient.open(server.port()));
    }

    @Override
    public void send(String packet) {
      socket.text(packet);
    }

    @Override
    public String read() {
      RawClient.Frame frame = socket.read();
      if (frame.opcode() != 1) {
        throw new AssertionError("closed with " + frame.closeStatus());
      }
      return frame.text();
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
