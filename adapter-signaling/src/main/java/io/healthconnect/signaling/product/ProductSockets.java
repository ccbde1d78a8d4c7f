package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.application.account.HeldSession;
import io.healthconnect.application.call.CallUseCases;
import io.healthconnect.application.call.DeviceLeft.Departure;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.Ack;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SocketListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The life of the product's sockets, from CONNECT to the end of the session. */
final class ProductSockets implements SocketListener {
  private final SocketAuthenticator authenticator;
  private final CallUseCases calls;
  private final PresenceNotifier presence;
  private final WaitingEvents waiting;
  private final EventDispatcher events;
  private final ClientFactory factory;
  private final Duration reach;
  private final Map<String, ConnectedClient> clients = new ConcurrentHashMap<>();

  /**
   * @param reach how long ago something was sent that a client which recovers may have missed
   */
  ProductSockets(
      SocketAuthenticator authenticator,
      CallUseCases calls,
      PresenceNotifier presence,
      WaitingEvents waiting,
      EventDispatcher events,
      ClientFactory factory,
      Duration reach) {
    this.authenticator = authenticator;
    this.calls = calls;
    this.presence = presence;
    this.waiting = waiting;
    this.events = events;
    this.factory = factory;
    this.reach = reach;
  }

  @Override
  public Admission authenticate(Handshake handshake, @Nullable String authToken) {
    return authenticator.admit(handshake, authToken);
  }

  @Override
  public void connected(ClientSocket socket) {
    register(socket, calls.deviceArrived()::deviceArrived);
  }

  @Override
  public void recovered(ClientSocket socket) {
    register(
        socket,
        (account, device) -> {
          boolean followed = false;
          try {
            followed = calls.deviceReturned().deviceReturned(account, device, reach);
          } finally {
            if (!followed) {
              socket.close(CloseCode.RESYNC);
            }
          }
        });
  }

  private void register(ClientSocket socket, BiConsumer<AccountId, DeviceId> arrival) {
    try {
      check(socket, arrival);
    } catch (StoreUnavailableException unavailable) {
      socket.close(CloseCode.OVERLOAD);
    }
  }

  private void check(ClientSocket socket, BiConsumer<AccountId, DeviceId> arrival) {
    Optional<HeldSession> session = authenticator.session(socket);
    if (session.isEmpty()) {
      // It ended between its check and the socket's entry into the registry.
      socket.close(CloseCode.SESSION_ENDED);
      return;
    }
    ConnectedClient client = factory.create(socket, session.get());
    clients.put(socket.id(), client);
    arrival.accept(client.account(), new DeviceId(socket.id()));
    presence.sendOnlineUsers(socket);
    waiting.greet(socket);
  }

  @Override
  public void disconnected(ClientSocket socket, boolean forGood) {
    if (clients.remove(socket.id()) != null) {
      presence.forget(new AccountId(socket.accountId()));
      calls
          .deviceLeft()
          .deviceLeft(
              new AccountId(socket.accountId()),
              new DeviceId(socket.id()),
              forGood ? Departure.FINAL : Departure.LOST);
    }
  }

  @Override
  public boolean mayBlock(String eventName) {
    return events.mayBlock(eventName);
  }

  @Override
  public void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    ConnectedClient client = clients.get(socket.id());
    ack.reply(
        client == null
            ? Acks.error("unauthenticated", "The session has ended.")
            : events.dispatch(client, name, args));
  }

  @Override
  public boolean tryEvent(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    ConnectedClient client = clients.get(socket.id());
    Optional<JsonNode> answer =
        client == null ? Optional.empty() : events.tryDispatch(client, name, args);
    answer.ifPresent(ack::reply);
    return answer.isPresent();
  }

  /** Closes the sockets whose session has expired. Reads no store. */
  void closeExpired() {
    for (ConnectedClient client : clients.values()) {
      if (!client.session().use()) {
        client.socket().close(CloseCode.SESSION_ENDED);
      }
    }
  }
}
