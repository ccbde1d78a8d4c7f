package io.healthconnect.signaling;

import java.time.Duration;

/** All limits of a socket in one immutable value. */
public record SignalingLimits(
    Timeouts timeouts, Frames frames, Json json, Queues queues, Sockets sockets, Events events) {

  /**
   * Deadlines of one socket.
   *
   * @param handshake from the first byte of the upgrade request to the open connection
   * @param connect from the open transport to a Socket.IO CONNECT that was admitted
   * @param close from our close frame until the connection is cut
   */
  public record Timeouts(
      Duration pingInterval,
      Duration pingTimeout,
      Duration connect,
      Duration handshake,
      Duration close) {}

  /** Limits on what one peer may send, in bytes, frames per message, and frames per second. */
  public record Frames(
      int maxMessageBytes,
      int maxFragments,
      int controlPerSecond,
      int controlBurst,
      int maxAttachments) {}

  /** Limits on the JSON in a packet; properties are the members of one object. */
  public record Json(int depth, int numberLength, int properties) {}

  /** Limits on what is queued for one socket: frames and bytes to it, events from it. */
  public record Queues(int outgoingMessages, int outgoingBytes, int pendingEvents) {}

  /** The number of sockets: in total, per address, per account. */
  public record Sockets(int total, int perAddress, int perAccount) {}

  /**
   * The rate of packets of one socket, and what closes it.
   *
   * @param sustained how long the rate may be exceeded before the socket is closed
   * @param forbidden the number of forbidden events within {@code forbiddenWindow} that close the
   *     socket
   */
  public record Events(
      int perSecond, Duration sustained, int forbidden, Duration forbiddenWindow) {}

  /** The defaults of the product. */
  public static SignalingLimits defaults() {
    return new SignalingLimits(
        new Timeouts(
            Duration.ofSeconds(25),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2)),
        new Frames(64 * 1024, 64, 10, 20, 10),
        new Json(32, 40, 256),
        new Queues(256, 1024 * 1024, 1024),
        new Sockets(20_000, 200, 8),
        new Events(100, Duration.ofSeconds(10), 3, Duration.ofSeconds(60)));
  }

  public SignalingLimits withTimeouts(Timeouts changed) {
    return new SignalingLimits(changed, frames, json, queues, sockets, events);
  }

  public SignalingLimits withFrames(Frames changed) {
    return new SignalingLimits(timeouts, changed, json, queues, sockets, events);
  }

  public SignalingLimits withJson(Json changed) {
    return new SignalingLimits(timeouts, frames, changed, queues, sockets, events);
  }

  public SignalingLimits withQueues(Queues changed) {
    return new SignalingLimits(timeouts, frames, json, changed, sockets, events);
  }

  public SignalingLimits withSockets(Sockets changed) {
    return new SignalingLimits(timeouts, frames, json, queues, changed, events);
  }

  public SignalingLimits withEvents(Events changed) {
    return new SignalingLimits(timeouts, frames, json, queues, sockets, changed);
  }
}
