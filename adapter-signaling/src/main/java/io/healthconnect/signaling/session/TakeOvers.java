package io.healthconnect.signaling.session;

import io.healthconnect.signaling.sending.CloseCode;
import java.util.HashMap;
import java.util.Map;

/** Lets a client that comes back take over from its former socket, once that has ended. */
final class TakeOvers {
  private static final Runnable DONE = () -> {};

  // Guarded by itself, like the other.
  private final Map<String, ClientSocket> sockets = new HashMap<>();

  /** What is to run once the socket of this id has ended; there is at most one client for it. */
  private final Map<String, Runnable> waiting = new HashMap<>();

  void add(ClientSocket socket) {
    synchronized (sockets) {
      sockets.put(socket.id(), socket);
    }
  }

  /**
   * Ends the socket of this id if there is one; then runs the task, which must not block.
   *
   * @return false if another client is taking over already
   */
  boolean begin(String id, Runnable task) {
    ClientSocket former;
    synchronized (sockets) {
      former = sockets.get(id);
      if (waiting.putIfAbsent(id, former == null ? DONE : task) != null) {
        return false;
      }
    }
    if (former == null) {
      task.run();
    } else {
      former.close(CloseCode.REPLACED);
    }
    return true;
  }

  /** The client is in, or has given up. */
  void end(String id) {
    synchronized (sockets) {
      waiting.remove(id);
    }
  }

  /** A socket has ended, and the application knows. */
  void ended(ClientSocket socket) {
    Runnable task;
    synchronized (sockets) {
      sockets.remove(socket.id(), socket);
      task = waiting.replace(socket.id(), DONE);
    }
    if (task != null) {
      task.run();
    }
  }
}
