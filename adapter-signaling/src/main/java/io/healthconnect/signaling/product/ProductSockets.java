package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bucket4j.TimeMeter;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.Presence;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.signaling.endpoint.Ack;
import io.healthconnect.signaling.endpoint.Admission;
import io.healthconnect.signaling.endpoint.ClientSocket;
import io.healthconnect.signaling.endpoint.CloseCode;
import io.healthconnect.signaling.endpoint.Handshake;
import io.healthconnect.signaling.endpoint.SocketListener;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.endpoint.Timers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The product's side of the sockets: who may connect, and what their events do. */
public final class ProductSockets implements SocketListener {
  private static final String CANDIDATE = "ice-candidate";

  /** Answers one event. */
  private interface Action {
    JsonNode answer(Connection connection, Payload payload);
  }

  /** What is known of a connected socket. */
  private record Connection(AccountId account, ClientSocket socket, RefusalLog refusals) {}

  /**
   * @param callsPerMinute calls a caller may start a minute
   * @param callsPerCalleeMinute of those, calls to one callee
   * @param sdpBytes the longest session description, at most 32 KiB
   * @param candidateBytes the longest ICE candidate, at most 1 KiB
   */
  public record Limits(
      int callsPerMinute, int callsPerCalleeMinute, int sdpBytes, int candidateBytes) {}

  /**
   * What joins the sockets of this process to those of others.
   *
   * @param callsBlock whether a step of a call waits for the store
   */
  public record News(
      Presence presence, ChangeFeed feed, TypingNotices typing, boolean callsBlock) {}

  private final HealthConnect product;
  private final News news;
  private final Timers timers;
  private final TypingPace typing;
  private final PresenceNews presence;
  private final Map<String, Action> actions;
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();

  private ProductSockets(
      HealthConnect product, News news, Timers timers, CallEvents calls, PresenceNews presence) {
    this.product = product;
    this.news = news;
    this.timers = timers;
    this.typing = new TypingPace(timers);
    this.presence = presence;
    this.actions =
        Map.of(
            CANDIDATE,
            (from, payload) -> calls.candidate(from.socket(), payload),
            "call-user",
            (from, payload) -> calls.callUser(from.socket(), payload),
            "answer-call",
            (from, payload) -> calls.answerCall(from.socket(), payload),
            "call-description",
            (from, payload) -> calls.description(from.socket(), payload),
            "call-rejected",
            (from, payload) -> calls.rejected(from.socket(), payload),
            "call-end",
            (from, payload) -> calls.end(from.socket(), payload),
            "call-resume",
            (from, payload) -> calls.resume(from.socket(), payload),
            "typing",
            (from, payload) -> typing(from, payload.to()));
  }

  /** The names of all events that clients may send. */
  public Set<String> events() {
    return actions.keySet();
  }

  /**
   * Joins the product to the sockets, in both directions.
   *
   * @param serial runs one task after the other; may block
   */
  public static ProductSockets create(
      HealthConnect product,
      News news,
      SocketRegistry sockets,
      Timers timers,
      Executor serial,
      Limits limits) {
    PresenceNews presence =
        new PresenceNews(product.contacts(), news.presence(), sockets, timers, serial);
    SignalShapes signals = new SignalShapes(product.accounts().findAccount());
    news.feed().subscribe(new ChangeBroadcast(sockets, product.views(), signals, presence, serial));
    CallRate rate =
        new CallRate(
            limits.callsPerMinute(), limits.callsPerCalleeMinute(), new TimersMeter(timers));
    return new ProductSockets(
        product, news, timers, new CallEvents(product.calls(), rate, limits), presence);
  }

  @Override
  public Admission authenticate(Handshake handshake, @Nullable String authToken) {
    Optional<String> token =
        authToken != null
            ? Optional.of(authToken)
            : handshake.cookie("__Host-token").or(() -> handshake.cookie("token"));
    try {
      return token
          .flatMap(product.accounts().authenticate()::handle)
          .<Admission>map(
              found -> new Admission.Admitted(found.id().value(), found.sessionId().value()))
          .orElseGet(Admission.Refused::new);
    } catch (StoreUnavailableException away) {
      return new Admission.Unknown();
    }
  }

  @Override
  public void connected(ClientSocket socket) {
    try {
      enter(socket);
    } catch (StoreUnavailableException away) {
      socket.close(CloseCode.OVERLOAD);
    }
  }

  private void enter(ClientSocket socket) {
    if (!isSignedIn(socket)) {
      // The session ended between its check and the socket's entry into the registry.
      socket.close(CloseCode.SESSION_ENDED);
      return;
    }
    AccountId account = new AccountId(socket.accountId());
    connections.put(socket.id(), new Connection(account, socket, new RefusalLog(socket, timers)));
    product.calls().deviceArrived().handle(account, new DeviceId(socket.id()));
    presence.greet(socket);
  }

  @Override
  public void disconnected(ClientSocket socket) {
    if (connections.remove(socket.id()) != null) {
      product
          .calls()
          .deviceLeft()
          .handle(new AccountId(socket.accountId()), new DeviceId(socket.id()));
    }
  }

  @Override
  public boolean mayBlock(String eventName) {
    return news.callsBlock() || !eventName.equals(CANDIDATE);
  }

  @Override
  public void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    ack.reply(answer(socket, name, args));
  }

  /** Closes sockets whose session has expired; to be run about every minute. */
  public void closeExpired() {
    for (Connection connection : connections.values()) {
      if (!isSignedIn(connection.socket())) {
        connection.socket().close(CloseCode.SESSION_ENDED);
      }
    }
  }

  private boolean isSignedIn(ClientSocket socket) {
    return product
        .accounts()
        .authenticate()
        .again(new AccountId(socket.accountId()), new SessionId(socket.sessionId()))
        .isPresent();
  }

  private JsonNode answer(ClientSocket socket, String name, List<JsonNode> args) {
    Connection connection = connections.get(socket.id());
    if (connection == null) {
      return Answers.error("unauthenticated", "The session has ended.");
    }
    try {
      return dispatch(connection, name, args);
    } catch (InvalidValueException e) {
      return Answers.error("invalid_request", e.field() + " " + e.problem() + ".");
    } catch (StoreUnavailableException e) {
      return switch (e.reason()) {
        case UNAVAILABLE -> Answers.error("unavailable", "Try again in a moment.");
        case STORAGE_FULL -> Answers.error("storage_full", "The server has no space left.");
      };
    }
  }

  private JsonNode dispatch(Connection connection, String name, List<JsonNode> args) {
    Action action = actions.get(name);
    if (action == null) {
      return Answers.error("invalid_request", "There is no such event.");
    }
    JsonNode answer = action.answer(connection, Payload.of(args));
    connection.refusals().answered(name, answer);
    return answer;
  }

  private JsonNode typing(Connection connection, AccountId to) {
    AccountId from = connection.account();
    if (!product.contacts().mayTalk(from, to)) {
      return Answers.error("forbidden", "You may not talk to this person.");
    }
    if (typing.allows(from, to)) {
      news.typing().typing(from, to);
    }
    return Answers.ok();
  }

  /** The timers' clock, as the rate limiter wants it. */
  private record TimersMeter(Timers timers) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return timers.nanoTime();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
