package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.signaling.product.ProductSockets;

/** What is kept, where, and how news of it reach this server. */
interface Storage extends AutoCloseable {
  Ports.Stores stores();

  /** What joins the sockets of this server to what is stored. */
  ProductSockets.News news();

  /** Whether the store answers now. */
  boolean isReady();

  /** What an operator is told about the place. */
  String place();

  @Override
  void close();
}
