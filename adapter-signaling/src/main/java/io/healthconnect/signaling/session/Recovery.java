package io.healthconnect.signaling.session;

import io.healthconnect.signaling.sending.Offset;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.session.Admission.Admitted;
import java.util.List;
import java.util.Optional;

/**
 * What an application offers for clients to recover lost connections: it keeps the recent events of
 * each account. An account's events are added and sent in one step, in the order of their
 * positions.
 */
public interface Recovery {

  /** A past event. */
  record Missed(Stamp stamp, OutgoingEvent event) {}

  /** The secret with which this client, and nobody else, can recover the socket. */
  String pid(Admitted owner, String socketId);

  /** The socket that a pid names; empty if it is not a pid of this client. */
  Optional<String> socketOf(Admitted owner, String pid);

  /** The position up to which the account's events have been added. Does not block. */
  Offset now(String accountId);

  /**
   * The events that the socket has to get after {@code from}, up to {@code upTo}. May block.
   *
   * @return empty if the socket has been gone for too long, is gone for good, or if not all of its
   *     events are there
   */
  Optional<List<Missed>> missed(ClientSocket socket, Offset from, Offset upTo);

  /**
   * A socket that can be recovered is about to leave the registry. Does not block.
   *
   * @param forGood whether the client has disconnected of its own will
   */
  void left(ClientSocket socket, boolean forGood);
}
