package io.healthconnect.signaling.session;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.protocol.SocketCodec;
import java.util.HashMap;
import java.util.Map;
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
 * @param namespace the namespace of the listener, the main one unless this is one of the others
 * @param others the applications in other namespaces
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
    Optional<Recovery> recovery,
    String namespace,
    Map<String, SignalingCore> others) {
  public SignalingCore {
    others = Map.copyOf(others);
  }

  /** The core of a single node, with one namespace, whose clients cannot recover connections. */
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
        Optional.empty(),
        SocketCodec.ROOT,
        Map.of());
  }

  /**
   * @param name letters and digits, a name of this node alone
   */
  public SignalingCore withNode(String name) {
    return with(name + '.', recovery, others);
  }

  public SignalingCore withRecovery(Recovery offered) {
    return with(node, Optional.of(offered), others);
  }

  /**
   * Serves one more namespace, from whose sockets connections cannot be recovered. The end of any
   * socket but by its client is the end of its connection, and so of its sockets in all namespaces.
   *
   * @param name begins with a slash
   * @param registry another than that of any other namespace
   */
  public SignalingCore withNamespace(
      String name, SocketListener application, SocketRegistry registry) {
    SignalingCore other =
        new SignalingCore(
            limits,
            codec,
            application,
            registry,
            executor,
            timers,
            ids,
            node,
            Optional.empty(),
            name,
            Map.of());
    Map<String, SignalingCore> all = new HashMap<>(others);
    all.put(name, other);
    return with(node, recovery, all);
  }

  /** What serves a namespace, if anything does. */
  Optional<SignalingCore> in(String name) {
    return name.equals(namespace) ? Optional.of(this) : Optional.ofNullable(others.get(name));
  }

  private SignalingCore with(
      String prefix, Optional<Recovery> offered, Map<String, SignalingCore> all) {
    return new SignalingCore(
        limits, codec, listener, registry, executor, timers, ids, prefix, offered, namespace, all);
  }
}
