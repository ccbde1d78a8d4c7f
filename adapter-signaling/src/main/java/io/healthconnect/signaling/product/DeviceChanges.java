package io.healthconnect.signaling.product;

import io.healthconnect.domain.change.Change;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.SocketRegistry;

/** Hears where the devices of all nodes are. */
record DeviceChanges(DepartedDevices departures, SocketRegistry sockets, Timers timers) {

  /** The client may come here next. */
  void left(Change.DeviceLeft left) {
    departures.add(left.device(), left.account(), left.forGood(), timers.nanoTime());
  }

  /** The client has recovered its connection at another node. */
  void moved(Change.DeviceMoved moved) {
    sockets.ofAccount(moved.account().value()).stream()
        .filter(socket -> socket.id().equals(moved.device().value()))
        .forEach(socket -> socket.close(CloseCode.REPLACED));
  }
}
