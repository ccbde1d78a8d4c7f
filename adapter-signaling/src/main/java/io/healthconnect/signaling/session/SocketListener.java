package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application on top of the sockets of a namespace. The calls for one socket run one after the
 * other in the order authenticate, connected, event…, disconnected; calls for different sockets run
 * concurrently. {@code connected}, or {@code recovered}, is followed by exactly one {@code
 * disconnected}. An exception closes the socket with 1011.
 */
public interface SocketListener {
  /** May block. Called again when a refused client retries. */
  Admission authenticate(Handshake handshake, @Nullable String authToken);

  /**
   * May block. The socket is already in the registry, so a session that has ended since {@code
   * authenticate} is either closed through the registry or can be looked up again here.
   */
  void connected(ClientSocket socket);

  /**
   * May block.
   *
   * @param ack receives the answer, whether or not the client has asked for one
   */
  void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack);

  /**
   * May block; takes the place of {@code connected} for a client that has recovered its connection.
   * The client has been sent what it missed.
   */
  void recovered(ClientSocket socket);

  /**
   * May block. The socket has left the registry.
   *
   * @param forGood whether it could have been recovered, but the client has disconnected of its own
   *     will
   */
  void disconnected(ClientSocket socket, boolean forGood);

  /**
   * Whether the arguments of events hold their binary attachments, as {@link
   * com.fasterxml.jackson.databind.node.BinaryNode}s. Otherwise attachments are dropped as they
   * arrive, and a placeholder is in the place of each.
   */
  default boolean takesAttachments() {
    return false;
  }

  /** False for events that {@link #tryEvent} may handle; asked for every event. */
  boolean mayBlock(String eventName);

  /**
   * Handles an event like {@link #event}, on the thread that read it; must not block.
   *
   * @return false if it would have to block, in which case nothing has happened and {@code event}
   *     follows
   */
  boolean tryEvent(ClientSocket socket, String name, List<JsonNode> args, Ack ack);
}
