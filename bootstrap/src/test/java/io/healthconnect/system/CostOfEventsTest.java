package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.bootstrap.StartedServer;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Counts in the profile of the database what events cost it. Each node serves one patient of the
 * same doctor, and each count ends when all of them have heard what they should.
 */
@ResourceLock("mongod")
@WithMongod
class CostOfEventsTest {
  private static final int CANDIDATES = 5;

  /**
   * What only periodic tasks look for, on one node. The last is the search for devices that were
   * lost, of all nodes at most one a second.
   */
  private static final List<String> PERIODIC =
      List.of(
          "\"deadline\"",
          "\"checkAt\"",
          "\"dueAt\"",
          "\"nextFreeDue\"",
          "\"occupying\"",
          "\"erasing\"",
          "\"status\": \"pending\"",
          "\"projection\": {\"devices\": 1}");

  @TempDir Path folder;

  @Test
  void anEventCostsTheDatabaseTheSameWithAnyNumberOfNodes(TestDatabase database) throws Exception {
    Map<String, Map<String, Integer>> two = costs(database, 2);
    assertEquals(two, costs(database, 4));
    assertEquals(two, costs(database, 8));
    System.out.println("commands for one event: " + two);
  }

  /** The commands for one event of each kind, by kind of event. */
  private Map<String, Map<String, Integer>> costs(TestDatabase database, int count)
      throws Exception {
    database.raw().drop();
    List<StartedServer> nodes = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        nodes.add(StartedServer.start(settings(database, i)));
      }
      return new Scene(database.raw(), nodes).costs();
    } finally {
      nodes.forEach(StartedServer::close);
    }
  }

  private Map<String, String> settings(TestDatabase database, int number) {
    return Map.of(
        "MONGODB_URI",
        database.uri(),
        "JWT_SECRET",
        "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA",
        "DATA_DIR",
        folder.resolve("node" + number).toString(),
        "BCRYPT_COST",
        "4",
        "LIMIT_SIGNUPS_PER_MINUTE",
        "1000");
  }

  /** What is done between the beginning and the end of a count. */
  private interface Step {
    void run() throws Exception;
  }

  private interface Counting {
    Map<String, Integer> count() throws Exception;
  }

  private static final class Scene {
    private final MongoDatabase database;
    private final List<StartedServer> nodes;
    private final Api api;
    private final Person doctor;
    private final List<Person> patients = new ArrayList<>();
    private final List<SocketIoClient> sockets = new ArrayList<>();

    private String appointment = "";
    private int written;

    private Scene(MongoDatabase database, List<StartedServer> nodes) throws Exception {
      this.database = database;
      this.nodes = nodes;
      this.api = new Api(nodes.get(0).base());
      Pair first = Pair.create(api, "cost");
      this.doctor = first.doctor();
      patients.add(first.patient());
      while (patients.size() < nodes.size()) {
        Pair more = new Pair(doctor, Person.patient(api, "cost" + patients.size()));
        appointment =
            more.book(api, more.freeSlots(api, 2).get(0))
                .expect(201)
                .body()
                .at("/appointment/id")
                .asText();
        patients.add(more.patient());
      }
    }

    private Map<String, Map<String, Integer>> costs() throws Exception {
      for (int i = 0; i < nodes.size(); i++) {
        // The doctor's node holds the last patient, so that the first has another one.
        int node = (i + 1) % nodes.size();
        SocketIoClient socket =
            SocketIoClient.connect(nodes.get(node).base(), patients.get(i).token());
        socket.next("online-users");
        sockets.add(socket);
      }
      Map<String, Map<String, Integer>> costs = new LinkedHashMap<>();
      try {
        costs.put("presence", count(this::comeAndGo));
        // From the second message on, the one before is no longer the latest.
        write();
        Map<String, Integer> messages = evenly(() -> count(this::write), nodes.size());
        costs.put("message", each(messages, nodes.size()));
        try (SocketIoClient phone = SocketIoClient.connect(nodes.get(0).base(), doctor.token())) {
          settle(phone);
          costs.put(
              "typing", each(evenly(() -> count(() -> type(phone)), nodes.size()), nodes.size()));
          Map<String, Integer> candidates =
              evenly(() -> minus(candidates(phone), messages), CANDIDATES);
          costs.put("candidate", each(candidates, CANDIDATES));
        }
      } finally {
        for (SocketIoClient socket : sockets) {
          socket.close();
        }
      }
      return costs;
    }

    /** Waits until the phone has been greeted: look-ups for it come one after the other. */
    private void settle(SocketIoClient phone) throws Exception {
      phone.next("online-users");
      everybodyHears("user-online");
      String path = "/api/appointments/" + appointment;
      api.post(path + "/confirm", doctor.token(), Map.of()).expect(200);
      phone.next("appointment-updated");
      sockets.get(sockets.size() - 1).next("appointment-updated");
    }

    private void comeAndGo() throws Exception {
      SocketIoClient phone = SocketIoClient.connect(nodes.get(0).base(), doctor.token());
      phone.next("online-users");
      everybodyHears("user-online");
      phone.close();
      everybodyHears("user-offline");
    }

    private void write() throws Exception {
      for (Person patient : patients) {
        new Pair(doctor, patient).sendFromDoctor(api, "Hello", "hello-" + ++written).expect(201);
      }
      everybodyHears("newMessage");
    }

    private void type(SocketIoClient phone) throws Exception {
      for (Person patient : patients) {
        phone.emit("typing", Map.of("to", patient.id()));
      }
      everybodyHears("typing");
    }

    /** Ends with messages, after which every node has seen all candidates. */
    private Map<String, Integer> candidates(SocketIoClient phone) throws Exception {
      String to = patients.get(0).id();
      SocketIoClient other = sockets.get(0);
      String call =
          phone
              .emit("call-user", Map.of("to", to, "offer", Descriptions.of("offer")))
              .path("callId")
              .asText();
      other.next("call-made");
      other.emit(
          "answer-call",
          Map.of("to", doctor.id(), "callId", call, "answer", Descriptions.of("answer")));
      phone.next("call-answered");
      // With its first candidate the store is asked where a device is.
      for (SocketIoClient sender : List.of(phone, other)) {
        boolean isPhone = sender == phone;
        sender.emit(
            "ice-candidate",
            Map.of("to", isPhone ? to : doctor.id(), "callId", call, "candidate", candidate(9)));
        (isPhone ? other : phone).next("ice-candidate");
      }
      Map<String, Integer> costs =
          count(
              () -> {
                for (int i = 0; i < CANDIDATES; i++) {
                  phone.emit(
                      "ice-candidate", Map.of("to", to, "callId", call, "candidate", candidate(i)));
                  other.next("ice-candidate");
                }
                write();
              });
      phone.emit("call-end", Map.of("to", to, "callId", call));
      return costs;
    }

    private static Map<String, Object> candidate(int number) {
      return Map.of(
          "candidate",
          "candidate:" + number + " 1 udp 2122260223 192.0.2.1 5000" + number + " typ host",
          "sdpMid",
          "0",
          "sdpMLineIndex",
          0);
    }

    private void everybodyHears(String event) throws Exception {
      for (SocketIoClient socket : sockets) {
        socket.next(event);
      }
    }

    /**
     * Counts once more if something else fell into the time: what is known of a session must be
     * read again every other second.
     */
    private static Map<String, Integer> evenly(Counting counting, int events) throws Exception {
      Map<String, Integer> counts = counting.count();
      return counts.values().stream().allMatch(count -> count % events == 0)
          ? counts
          : counting.count();
    }

    private Map<String, Integer> count(Step step) throws Exception {
      database.runCommand(new Document("profile", 2));
      step.run();
      database.runCommand(new Document("profile", 0));
      Map<String, Integer> counts = new TreeMap<>();
      for (Document entry :
          database.getCollection("system.profile").find(Filters.eq("appName", "health-connect"))) {
        String what = what(entry);
        if (!isPeriodic(entry, what)) {
          counts.merge(what, 1, Integer::sum);
        }
      }
      database.getCollection("system.profile").drop();
      return counts;
    }

    private static String what(Document entry) {
      String namespace = entry.getString("ns");
      return entry.getString("op") + " " + namespace.substring(namespace.indexOf('.') + 1);
    }

    private static boolean isPeriodic(Document entry, String what) {
      String command = entry.get("command", new Document()).toJson();
      return what.startsWith("getmore ")
          || what.endsWith(" nodes")
          || what.endsWith(" migrations")
          // Next free times are worked out for many at once.
          || (what.equals("query doctors") && command.contains("\"$in\""))
          || PERIODIC.stream().anyMatch(command::contains);
    }

    private static Map<String, Integer> each(Map<String, Integer> all, int events) {
      return all.entrySet().stream()
          .filter(entry -> entry.getValue() > 0)
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry -> {
                    assertEquals(0, entry.getValue() % events, entry::toString);
                    return entry.getValue() / events;
                  },
                  Integer::sum,
                  TreeMap::new));
    }

    private static Map<String, Integer> minus(
        Map<String, Integer> all, Map<String, Integer> known) {
      Map<String, Integer> rest = new TreeMap<>(all);
      known.forEach((what, count) -> rest.merge(what, -count, Integer::sum));
      return rest;
    }
  }
}
