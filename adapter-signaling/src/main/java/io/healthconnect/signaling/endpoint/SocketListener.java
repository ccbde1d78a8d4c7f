package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the product does with sockets. The calls for one socket run one after the other in the order
 * authenticate, connected, event…, disconnected; calls for different sockets run at the same time.
 * {@code connected} is followed by exactly one {@code disconnected}. An exception closes the socket
 * with 1011.
 */
public interface SocketListener {
  /** May block. Called again when a refused client tries again. */
  Admission authenticate(Handshake handshake, @Nullable String authToken);

  /**
   * May block. The socket is in the registry already, so a session that ended since {@code
   * authenticate} is either closed through the registry or can be looked up again here.
   */
  void connected(ClientSocket socket);

  /**
   * May block only when {@link #mayBlock} says so.
   *
   * @param ack takes the answer, whether the client has asked for one or not
   */
  void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack);

  /** May block. The socket has left the registry. */
  void disconnected(ClientSocket socket);

  /** False for events that may run on the thread that read them; asked for every event. */
  boolean mayBlock(String eventName);
}
