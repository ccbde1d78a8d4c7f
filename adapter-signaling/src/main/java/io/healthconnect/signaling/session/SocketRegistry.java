package io.healthconnect.signaling.session;

import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sockets of this node, by account and by session. Thread-safe. */
public final class SocketRegistry {
  private final int perAccount;
  private final Set<EngineSession> transports = ConcurrentHashMap.newKeySet();

  // The lists are immutable, oldest first, so that reading them takes no lock.
  private final Map<String, List<ClientSocket>> byAccount = new ConcurrentHashMap<>();
  private final Map<String, List<ClientSocket>> bySession = new ConcurrentHashMap<>();
  private final TakeOvers takeOvers = new TakeOvers();
  private volatile @Nullable CloseCode closed;

  public SocketRegistry(int perAccount) {
    this.perAccount = perAccount;
  }

  /** The sockets of an account, oldest first, as they are now. */
  public List<ClientSocket> ofAccount(String accountId) {
    return byAccount.getOrDefault(accountId, List.of());
  }

  public List<ClientSocket> ofSession(String sessionId) {
    return bySession.getOrDefault(sessionId, List.of());
  }

  /** The accounts that have a socket here now. */
  public Set<String> accounts() {
    return Set.copyOf(byAccount.keySet());
  }

  /** The number of open sessions, admitted or not. */
  public int transports() {
    return transports.size();
  }

  /** Sends an event to all sockets of an account. */
  public void broadcast(String accountId, OutgoingEvent event) {
    ofAccount(accountId).forEach(socket -> socket.emit(event));
  }

  /** Sends an event that the application keeps for clients that recover their connection. */
  public void broadcast(String accountId, Stamp stamp, OutgoingEvent event) {
    ofAccount(accountId).forEach(socket -> socket.emit(stamp, event));
  }

  /** Sends an event that may be lost to all sockets of an account. */
  public void broadcastVolatile(String accountId, OutgoingEvent event) {
    ofAccount(accountId).forEach(socket -> socket.emitVolatile(event));
  }

  /** Sends an event to the account's sockets other than this one. */
  public void broadcastExcept(ClientSocket except, OutgoingEvent event) {
    for (ClientSocket socket : ofAccount(except.accountId())) {
      if (!socket.id().equals(except.id())) {
        socket.emit(event);
      }
    }
  }

  /** Closes all sockets of these sessions with {@link CloseCode#SESSION_ENDED}. */
  public void closeSessions(Collection<String> sessionIds) {
    for (String sessionId : sessionIds) {
      ofSession(sessionId).forEach(socket -> socket.close(CloseCode.SESSION_ENDED));
    }
  }

  /** Closes every transport that is open now. */
  public void closeNow(CloseCode code) {
    transports.forEach(transport -> transport.close(code));
  }

  /** Closes every transport, and from now on each new one as it opens. */
  public void closeAll(CloseCode code) {
    closed = code;
    closeNow(code);
  }

  TakeOvers takeOvers() {
    return takeOvers;
  }

  /** Registers a transport. Returns empty, or the code with which it must be closed at once. */
  Optional<CloseCode> opened(EngineSession transport) {
    transports.add(transport);
    return Optional.ofNullable(closed);
  }

  void gone(EngineSession transport) {
    transports.remove(transport);
  }

  /** Adds a socket, and closes the oldest of the account over its limit. */
  void add(ClientSocket socket) {
    if (socket.isRecoverable()) {
      takeOvers.add(socket);
    }
    List<ClientSocket> replaced = new ArrayList<>();
    bySession.compute(socket.sessionId(), (id, sockets) -> with(sockets, socket));
    byAccount.compute(
        socket.accountId(),
        (id, sockets) -> {
          List<ClientSocket> all = with(sockets, socket);
          int tooMany = Math.max(0, all.size() - perAccount);
          replaced.addAll(all.subList(0, tooMany));
          return List.copyOf(all.subList(tooMany, all.size()));
        });
    replaced.forEach(oldest -> oldest.close(CloseCode.REPLACED));
  }

  void remove(ClientSocket socket) {
    byAccount.computeIfPresent(socket.accountId(), (id, sockets) -> without(sockets, socket));
    bySession.computeIfPresent(socket.sessionId(), (id, sockets) -> without(sockets, socket));
  }

  private static List<ClientSocket> with(
      @Nullable List<ClientSocket> sockets, ClientSocket socket) {
    return sockets == null
        ? List.of(socket)
        : Stream.concat(sockets.stream(), Stream.of(socket)).toList();
  }

  private static @Nullable List<ClientSocket> without(
      List<ClientSocket> sockets, ClientSocket socket) {
    List<ClientSocket> rest = sockets.stream().filter(each -> each != socket).toList();
    return rest.isEmpty() ? null : rest;
  }
}
