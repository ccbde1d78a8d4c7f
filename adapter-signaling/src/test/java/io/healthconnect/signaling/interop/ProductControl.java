package io.healthconnect.signaling.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.healthconnect.application.Actor;
import io.healthconnect.application.account.ChangePassword;
import io.healthconnect.application.account.LogIn;
import io.healthconnect.application.account.LogOut;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.message.MarkRead;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.testkit.appointment.Appointments;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What a script can request from the test besides its sockets: people, appointments, messages, and
 * time. {@code POST /<verb>} with a JSON object; the answer is a JSON object.
 */
final class ProductControl implements AutoCloseable {
  private final Map<String, Function<JsonNode, JsonNode>> verbs =
      Map.ofEntries(
          Map.entry("sign-up", this::signUp),
          Map.entry("log-in", this::logIn),
          Map.entry("log-out", this::logOut),
          Map.entry("change-password", this::changePassword),
          Map.entry("book", this::book),
          Map.entry("cancel", this::cancel),
          Map.entry("begin", this::begin),
          Map.entry("send", this::send),
          Map.entry("read", this::read),
          Map.entry("calls", this::calls),
          Map.entry("pass", this::pass),
          Map.entry("advance", this::advance),
          Map.entry("interrupt", this::interrupt),
          Map.entry("settle", this::settle),
          Map.entry("sockets", this::sockets),
          Map.entry("knows", this::knows),
          Map.entry("restart", this::restart));

  static {
    // Otherwise each answer waits some 40 ms for the client to acknowledge its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Appointment> appointments = new ConcurrentHashMap<>();
  private final ProductWorld world;
  private final Scene scene;
  private final ExecutorService changes;
  private final HttpServer server;

  /** What the scripts act on besides the product. */
  interface Scene {
    SocketRegistry registry();

    /** Moves the timers of the sockets. */
    void advance(Duration by);

    /** Stops the server, and starts it again on its port. */
    void restart();
  }

  ProductControl(
      ProductWorld world, SocketRegistry registry, ManualTimers timers, ExecutorService changes)
      throws IOException {
    this(world, new FixedScene(registry, timers), changes);
  }

  ProductControl(ProductWorld world, Scene scene, ExecutorService changes) throws IOException {
    this.world = world;
    this.scene = scene;
    this.changes = changes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String verb = exchange.getRequestURI().getPath().substring(1);
      byte[] body;
      int status = 200;
      try {
        JsonNode asked = json.readTree(exchange.getRequestBody());
        body = json.writeValueAsBytes(verbs.get(verb).apply(asked));
      } catch (RuntimeException | AssertionError failure) {
        status = 500;
        body = (verb + ": " + failure).getBytes(StandardCharsets.UTF_8);
      }
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private JsonNode signUp(JsonNode asked) {
    return person(world.signUp(Role.parse(asked.get("role").textValue())));
  }

  private JsonNode logIn(JsonNode asked) {
    AccountId id = actor(asked).id();
    LogIn.Command command =
        new LogIn.Command(
            world.store.accounts().find(id).orElseThrow().email(),
            ProductWorld.PASSWORD,
            LogIn.Source.of("127.0.0.1"));
    return person(Appointments.value(world.health.accounts().logIn().logIn(command)));
  }

  private JsonNode person(OpenedSession loggedIn) {
    return object()
        .put("id", loggedIn.account().id().value())
        .put("name", loggedIn.account().name().value())
        .put("role", loggedIn.account().role().code())
        .put("token", loggedIn.token());
  }

  private JsonNode logOut(JsonNode asked) {
    boolean everywhere = asked.path("everywhere").booleanValue();
    world.health.accounts().logOut().logOut(new LogOut.Command(actor(asked), everywhere));
    return object();
  }

  private JsonNode changePassword(JsonNode asked) {
    Appointments.value(
        world
            .health
            .accounts()
            .changePassword()
            .changePassword(
                new ChangePassword.Command(
                    actor(asked), ProductWorld.PASSWORD, new Password("another horse"))));
    return object();
  }

  private JsonNode book(JsonNode asked) {
    Actor doctor = world.actor(asked.get("doctor").textValue());
    Appointment appointment = world.book(doctor, world.actor(asked.get("patient").textValue()));
    appointments.put(appointment.id().value(), appointment);
    return object().put("id", appointment.id().value());
  }

  private JsonNode cancel(JsonNode asked) {
    world.cancel(actor(asked), appointments.get(asked.get("visit").textValue()));
    return object();
  }

  /** The appointment has just begun, unless it began before. */
  private JsonNode begin(JsonNode asked) {
    Instant start = appointments.get(asked.get("visit").textValue()).time().slot().startsAt();
    if (world.clock.instant().isBefore(start)) {
      world.clock.set(start.plusMillis(1));
    }
    return object();
  }

  private JsonNode send(JsonNode asked) {
    SendMessage.Command command =
        new SendMessage.Command(
            actor(asked),
            new AccountId(asked.get("to").textValue()),
            asked.get("text").textValue(),
            Optional.empty());
    long seq = Appointments.value(world.health.messages().send().sendMessage(command)).seq();
    return object().put("seq", seq);
  }

  private JsonNode read(JsonNode asked) {
    MarkRead.Command command =
        new MarkRead.Command(
            actor(asked),
            new AccountId(asked.get("with").textValue()),
            asked.get("upTo").longValue());
    return object().put("done", world.health.messages().markRead().markRead(command));
  }

  /** The end reasons of calls, latest first. */
  private JsonNode calls(JsonNode asked) {
    ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
    for (CallRecord call :
        world.health.calls().listCalls().listCalls(actor(asked), PageRequest.first(20)).items()) {
      reasons.add(call.endReason().orElseThrow().code());
    }
    return object().set("reasons", reasons);
  }

  /** Moves the clock of the product: rings, leases, sessions. */
  private JsonNode pass(JsonNode asked) {
    world.clock.advance(Duration.ofSeconds(asked.get("seconds").longValue()));
    return object().put("ended", world.health.calls().expireCalls().expireCalls());
  }

  /** Moves the timers of the sockets: heartbeats, deadlines, rates. */
  private JsonNode advance(JsonNode asked) {
    scene.advance(Duration.ofMillis(asked.get("millis").longValue()));
    return object();
  }

  private JsonNode interrupt(JsonNode asked) {
    world.store.feed().publish(new Change.Interrupted());
    return object();
  }

  /** Waits until every change that is queued has been sent. */
  private JsonNode settle(JsonNode asked) {
    try {
      changes.submit(() -> {}).get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failure) {
      throw new IllegalStateException(failure);
    }
    return object();
  }

  private JsonNode sockets(JsonNode asked) {
    return object().put("open", scene.registry().ofAccount(actor(asked).id().value()).size());
  }

  private JsonNode knows(JsonNode asked) {
    return object().put("device", world.knows(new DeviceId(asked.get("id").textValue())));
  }

  private JsonNode restart(JsonNode asked) {
    scene.restart();
    return object();
  }

  private Actor actor(JsonNode asked) {
    return world.actor(asked.get("token").textValue());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A server that stays as it is. */
  private record FixedScene(SocketRegistry registry, ManualTimers timers) implements Scene {
    @Override
    public void advance(Duration by) {
      timers.advance(by);
    }

    @Override
    public void restart() {
      throw new UnsupportedOperationException();
    }
  }
}
