package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.protocol.SocketCodec;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What all sockets share.
 *
 * @param executor runs what may block; each socket has at most one task in it at a time, so its
 *     queue is bounded by the number of sockets. When it refuses, the caller's thread runs the task
 * @param ids makes unguessable ids that need no escaping
 */
public record SignalingCore(
    SignalingLimits limits,
    SocketCodec codec,
    SocketListener listener,
    SocketRegistry registry,
    Executor executor,
    Timers timers,
    Supplier<String> ids) {

  public SignalingCore(
      SignalingLimits limits,
      SocketListener listener,
      SocketRegistry registry,
      Executor executor,
      Timers timers,
      Supplier<String> ids) {
    this(limits, new SocketCodec(limits), listener, registry, executor, timers, ids);
  }
}
