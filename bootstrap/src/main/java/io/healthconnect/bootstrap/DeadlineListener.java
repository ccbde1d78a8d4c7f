package io.healthconnect.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.session.Ack;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SocketListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sockets ask of the product, with one deadline of the store for each. */
final class DeadlineListener implements SocketListener {
  private final SocketListener product;
  private final RequestDeadline store;

  DeadlineListener(SocketListener product, RequestDeadline store) {
    this.product = product;
    this.store = store;
  }

  private void within(Runnable work) {
    Object unused =
        store.withinOneDeadline(
            () -> {
              work.run();
              return product;
            });
  }

  @Override
  public Admission authenticate(Handshake handshake, @Nullable String authToken) {
    return store.withinOneDeadline(() -> product.authenticate(handshake, authToken));
  }

  @Override
  public void connected(ClientSocket socket) {
    within(() -> product.connected(socket));
  }

  @Override
  public void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    within(() -> product.event(socket, name, args, ack));
  }

  @Override
  public void recovered(ClientSocket socket) {
    within(() -> product.recovered(socket));
  }

  /** Nobody waits for it, and what it does not do is left for a sweep. */
  @Override
  public void disconnected(ClientSocket socket, boolean forGood) {
    product.disconnected(socket, forGood);
  }

  @Override
  public boolean takesAttachments() {
    return product.takesAttachments();
  }

  @Override
  public boolean mayBlock(String eventName) {
    return product.mayBlock(eventName);
  }

  @Override
  public boolean tryEvent(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    return product.tryEvent(socket, name, args, ack);
  }
}
