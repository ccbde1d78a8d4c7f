package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * F-05: a doctor and two patients do random things at two nodes, and nodes are killed while a
 * message is under way. After each step the answers are those of a model with an appointment that
 * is booked or not, and a list of messages, for each of the two. {@code -Dsequences=10000
 * -Dsequences.seed=1} runs more, or others; {@code -Dsequences.minutes=10} ends with the sequence
 * that is under way by then.
 */
@ResourceLock("mongod")
@WithMongod
class RandomSequencesIT {
  private static final long SEED = Long.getLong("sequences.seed", 20_261_130);
  private static final int SEQUENCES = Integer.getInteger("sequences", 40);
  private static final Duration AT_MOST =
      Duration.ofMinutes(Long.getLong("sequences.minutes", 10_000));

  /** Then others take over, because each check reads all that was ever said. */
  private static final int OF_ONE_CAST = 40;

  private static final int STEPS = 12;

  /** After every tenth sequence, but not many more than 200 times: a start takes long. */
  private static final int KILL_EVERY = Math.max(10, SEQUENCES / 200);

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
  private final List<RunnableJar> jars = new ArrayList<>();
  private final List<ServerProcess> nodes = new ArrayList<>();
  private final List<String> trail = new ArrayList<>();
  private int number;

  /** One of the two conversations, as it must be. */
  private static final class Model {
    private final Pair pair;
    private final List<String> texts = new ArrayList<>();
    private String appointment;

    private Model(Pair pair, String appointment) {
      this.pair = pair;
      this.appointment = appointment;
    }

    private boolean inContact() {
      return !appointment.isEmpty();
    }
  }

  @Test
  void f05TheAnswersOfTwoNodesAreThoseOfTheModelOverKills(TestDatabase database) throws Exception {
    database.raw().drop();
    settings.put("MONGODB_URI", database.uri());
    settings.put("JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      for (String name : List.of("a", "b")) {
        RunnableJar jar = RunnableJar.in(Files.createDirectories(folder.resolve(name)));
        jars.add(jar);
        nodes.add(jar.start(settings));
      }
      List<Model> models = List.of();
      long start = System.nanoTime();
      int sequence = 1;
      for (; sequence <= SEQUENCES && System.nanoTime() - start < AT_MOST.toNanos(); sequence++) {
        if (sequence % OF_ONE_CAST == 1) {
          models = models(sequence);
        }
        trail.clear();
        for (int step = 0; step < STEPS; step++) {
          step(models.get(random.nextInt(models.size())));
        }
        if (sequence % KILL_EVERY == 0) {
          kill(models.get(random.nextInt(models.size())), threads);
        }
        for (Model model : models) {
          check(model, 0);
          check(model, 1);
        }
      }
      System.out.printf("F-05: %d sequences, seed %d%n", sequence - 1, SEED);
    } catch (AssertionError | Exception e) {
      throw new AssertionError("seed " + SEED + ", steps " + trail, e);
    } finally {
      threads.shutdownNow();
      nodes.forEach(ServerProcess::close);
    }
  }

  private List<Model> models(int sequence) throws Exception {
    Api api = api(0);
    Pair first = Pair.create(api, "first" + sequence);
    Pair second = new Pair(first.doctor(), Person.patient(api, "second" + sequence));
    return List.of(new Model(first, openOf(first)), new Model(second, ""));
  }

  private String openOf(Pair pair) throws Exception {
    return api(0)
        .get("/api/appointments", pair.patient().token())
        .expect(200)
        .body()
        .at("/appointments/0/id")
        .asText();
  }

  private Api api(int node) {
    return new Api(nodes.get(node).base());
  }

  private void step(Model model) throws Exception {
    int node = random.nextInt(2);
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        boolean byPatient = random.nextBoolean();
        String text = "Text " + number++;
        trail.add(text + (byPatient ? " of the patient" : " of the doctor") + " at " + node);
        int status = send(api(node), model.pair, byPatient, text);
        assertEquals(expected(model), status, text);
        if (status == 201) {
          model.texts.add(text);
        }
      }
      case 2 -> {
        if (!model.inContact()) {
          trail.add("book at " + node);
          Pair.Slot slot = model.pair.freeSlots(api(node), 20).get(random.nextInt(20));
          Api.Reply booked = model.pair.book(api(node), slot, "key-" + number++).expect(201);
          model.appointment = booked.body().at("/appointment/id").asText();
        }
      }
      case 3 -> {
        if (model.inContact()) {
          trail.add("cancel at " + node);
          String path = "/api/appointments/" + model.appointment + "/cancel";
          api(node)
              .post(path, model.pair.patient().token(), Map.of("reason", "better"))
              .expect(200);
          model.appointment = "";
        }
      }
      case 4 -> {
        trail.add("call at " + node);
        call(model, node);
      }
      default -> check(model, node);
    }
  }

  /** Nothing that was never said is known to strangers. */
  private static int expected(Model model) {
    return model.inContact() ? 201 : model.texts.isEmpty() ? 404 : 403;
  }

  private static int send(Api api, Pair pair, boolean byPatient, String text) throws Exception {
    String id = text.replace(' ', '-');
    return (byPatient ? pair.sendFromPatient(api, text, id) : pair.sendFromDoctor(api, text, id))
        .status();
  }

  /** The doctor rings from one node, and the patient is at the other. */
  private void call(Model model, int node) throws Exception {
    String to = model.pair.patient().id();
    try (SocketIoClient patient =
            SocketIoClient.connect(nodes.get(1 - node).base(), model.pair.patient().token());
        SocketIoClient doctor =
            SocketIoClient.connect(nodes.get(node).base(), model.pair.doctor().token())) {
      JsonNode ack = doctor.emit("call-user", Map.of("to", to, "offer", Descriptions.of("offer")));
      assertEquals(model.inContact(), ack.path("ok").asBoolean(), ack::toString);
      if (model.inContact()) {
        patient.next("call-made");
        JsonNode ended = doctor.emit("call-end", Map.of("to", to));
        assertTrue(ended.path("ok").asBoolean(), ended::toString);
        patient.next("call-end");
      }
    }
  }

  /** A node is killed while a message is under way, which is then sent again at the other. */
  private void kill(Model model, ExecutorService threads) throws Exception {
    int node = random.nextInt(2);
    String text = "Text " + number++;
    trail.add("kill " + node + " during " + text);
    Future<Integer> first = threads.submit(() -> send(api(node), model.pair, true, text));
    nodes.get(node).kill();
    int status;
    try {
      status = first.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      assertTrue(e.getCause() instanceof IOException, () -> "" + e.getCause());
      status = send(api(1 - node), model.pair, true, text);
    }
    assertEquals(expected(model), status, text);
    if (status == 201) {
      model.texts.add(text);
    }
    nodes.set(node, jars.get(node).start(settings));
  }

  private void check(Model model, int node) throws Exception {
    String path = "/api/messages/" + model.pair.doctor().id();
    List<String> texts = new ArrayList<>();
    long last = 0;
    boolean more = true;
    while (more) {
      Api.Reply page =
          api(node).get(path + "?limit=100&after=" + last, model.pair.patient().token());
      if (page.status() == 404) {
        assertTrue(!model.inContact() && model.texts.isEmpty(), "no conversation at " + node);
        return;
      }
      JsonNode messages = page.expect(200).body().path("messages");
      for (JsonNode message : messages) {
        assertEquals(last + 1, message.path("seq").asLong());
        last = message.path("seq").asLong();
        texts.add(message.path("text").asText());
      }
      more = messages.size() == 100;
    }
    assertEquals(model.texts, texts, "at node " + node);
  }
}
