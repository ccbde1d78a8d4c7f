package io.healthconnect.signaling.session;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.protocol.SocketCodec;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What all sessions share.
 *
 * @param executor runs what may block; each socket has at most one task in it at a time. A task
 *     that it refuses is offered again a little later
 * @param ids makes unguessable ids that need no escaping
 * @param node what the ids of sessions begin with, so that a proxy finds the node of a request;
 *     empty for a single node
 * @param recovery what clients need to recover connections, if the application offers it
 */
public record SignalingCore(
    SignalingLimits limits,
    SocketCodec codec,
    SocketListener listener,
    SocketRegistry registry,
    Executor executor,
    Timers timers,
    Supplier<String> ids,
    String node,
    Optional<Recovery> recovery) {

  /** The core of a single node, whose clients cannot recover connections. */
  public SignalingCore(
      SignalingLimits limits,
      SocketListener listener,
      SocketRegistry registry,
      Executor executor,
      Timers timers,
      Supplier<String> ids) {
    this(
        limits,
        new SocketCodec(limits),
        listener,
        registry,
        executor,
        timers,
        ids,
        "",
        Optional.empty());
  }

  /**
   * @param name letters and digits, a name of this node alone
   */
  public SignalingCore withNode(String name) {
    return new SignalingCore(
        limits, codec, listener, registry, executor, timers, ids, name + '.', recovery);
  }

  public SignalingCore withRecovery(Recovery offered) {
    return new SignalingCore(
        limits, codec, listener, registry, executor, timers, ids, node, Optional.of(offered));
  }
}
