package io.healthconnect.signaling.session;

import io.healthconnect.signaling.protocol.OutgoingPacket;
import io.healthconnect.signaling.protocol.SocketCodec;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.Offset;
import io.healthconnect.signaling.sending.Outbound;
import io.healthconnect.signaling.session.Admission.Admitted;
import io.healthconnect.signaling.session.ConnectAuth.Former;
import io.healthconnect.signaling.session.Recovery.Missed;
import java.util.List;
import java.util.Optional;

/**
 * Lets a client in: checks its credentials, and makes it a new socket, or the socket that it was
 * before its connection was lost. A socket is in the registry before the client is answered, and
 * holds events back until then: what the client reads after the answer and what it is sent leave no
 * gap between them.
 */
final class SocketAdmission {
  private final SignalingCore core;
  private final Outbound outbound;
  private final Handshake handshake;
  private final SocketSession session;
  private final SerialQueue queue;

  SocketAdmission(
      SignalingCore core,
      Outbound outbound,
      Handshake handshake,
      SocketSession session,
      SerialQueue queue) {
    this.core = core;
    this.outbound = outbound;
    this.handshake = handshake;
    this.session = session;
    this.queue = queue;
  }

  /** Runs as a task of the queue, like all below. */
  void admit(ConnectAuth auth) {
    Runnable outcome =
        core.listener()
            .authenticate(handshake, auth.token().orElse(null))
            .fold(
                owner -> () -> admit(auth, owner),
                () -> session::refuse,
                () -> () -> session.close(CloseCode.OVERLOAD));
    outcome.run();
  }

  private void admit(ConnectAuth auth, Admitted owner) {
    Optional<Recovery> recovery = core.recovery().filter(offered -> auth.recovery());
    if (recovery.isEmpty()) {
      admit(owner);
    } else if (!takesOver(recovery.get(), owner, auth.former())) {
      admit(recovery.get(), owner);
    }
  }

  private void admit(Admitted owner) {
    ConnectedSocket socket = socket(owner, core.ids().get(), false);
    if (begins(socket)) {
      socket
          .events()
          .open(new OutgoingPacket(SocketCodec.connected(core.namespace(), socket.id())));
      core.listener().connected(socket);
    }
  }

  private void admit(Recovery recovery, Admitted owner) {
    ConnectedSocket socket = socket(owner, core.ids().get(), true);
    Offset now = recovery.now(owner.accountId());
    if (begins(socket)) {
      socket.events().open(answer(recovery, owner, socket), now, List.of(), now);
      core.listener().connected(socket);
    }
  }

  /** False if the client has nothing to take over. */
  private boolean takesOver(Recovery recovery, Admitted owner, Optional<Former> former) {
    Optional<String> id = former.flatMap(lost -> recovery.socketOf(owner, lost.pid()));
    return id.isPresent()
        && core.registry()
            .takeOvers()
            .begin(
                id.get(),
                () -> queue.add(() -> recover(recovery, owner, id.get(), former.get().offset())));
  }

  private void recover(Recovery recovery, Admitted owner, String id, Offset from) {
    ConnectedSocket socket = socket(owner, id, true);
    Offset upTo = recovery.now(owner.accountId());
    Optional<List<Missed>> missed = Optional.empty();
    boolean recovered = false;
    try {
      missed = recovery.missed(socket, from, upTo);
      recovered = missed.isPresent() && session.begin(socket);
    } finally {
      if (!recovered) {
        forget(socket);
      }
      // Before the answer: the client may lose this connection and come back right after it.
      core.registry().takeOvers().end(id);
    }
    if (recovered) {
      socket.events().open(answer(recovery, owner, socket), from, missed.orElseThrow(), upTo);
      core.listener().recovered(socket);
    } else if (session.isConnecting()) {
      admit(recovery, owner);
    }
  }

  /** False if the session has ended in between. */
  private boolean begins(ConnectedSocket socket) {
    boolean begun = session.begin(socket);
    if (!begun) {
      forget(socket);
    }
    return begun;
  }

  private void forget(ConnectedSocket socket) {
    socket.end();
    core.registry().remove(socket);
    core.registry().takeOvers().ended(socket);
  }

  /** A socket that is in the registry. */
  private ConnectedSocket socket(Admitted owner, String id, boolean recoverable) {
    ConnectedSocket socket =
        new ConnectedSocket(core, id, owner, recoverable, outbound, session::close);
    core.registry().add(socket);
    return socket;
  }

  private OutgoingPacket answer(Recovery recovery, Admitted owner, ConnectedSocket socket) {
    String pid = recovery.pid(owner, socket.id());
    return new OutgoingPacket(SocketCodec.connected(core.namespace(), socket.id(), pid));
  }
}
