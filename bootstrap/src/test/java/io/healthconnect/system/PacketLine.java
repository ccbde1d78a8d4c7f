package io.healthconnect.system;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Carries Engine.IO packets between a test and the server. */
interface PacketLine extends AutoCloseable {

  /** Gets the packets of a line one after the other, and learns of its end. */
  interface Receiver {
    void received(PacketLine line, String packet);

    void closed(int code);

    void failed(Throwable cause);
  }

  /** Opens lines to servers. */
  interface Transport {
    PacketLine open(URI base, Receiver receiver) throws Exception;
  }

  /** Packets are sent in the order of the calls. */
  CompletableFuture<?> send(String packet);

  @Override
  void close();
}
