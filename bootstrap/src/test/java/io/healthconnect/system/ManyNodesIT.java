package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The main user journey on MongoDB: with one node, and with two nodes that serve one person each.
 */
@ResourceLock("mongod")
@WithMongod
class ManyNodesIT {
  private static final String SECRET = "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA";

  @TempDir Path folder;

  @BeforeEach
  void empty(TestDatabase database) {
    database.raw().drop();
  }

  @Test
  void twoPeopleMeetOnOneNode(TestDatabase database) throws Exception {
    RunnableJar jar = node("one");
    Journey journey;
    try (ServerProcess server = jar.start(settings(database, jar.port()))) {
      journey = Journey.make(Journey.Sites.all(server.base()));
      server.kill();
    }
    try (ServerProcess server = jar.start(settings(database, jar.port()))) {
      journey.everythingIsThere(new Api(server.base()));
    }
    assertFalse(Files.exists(jar.data()), "nothing is kept on the node");
  }

  @Test
  void twoPeopleMeetOnTwoNodesBehindNginx(TestDatabase database) throws Exception {
    Nginx.need();
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    int port = ServerProcess.freePort();
    try (ServerProcess one = a.start(settings(database, port));
        ServerProcess two = b.start(settings(database, port));
        Nginx nginx = Nginx.start(folder, port, a.port(), b.port())) {
      Journey journey = Journey.make(new Journey.Sites(nginx.base(), one.base(), two.base()));
      journey.everythingIsThere(new Api(nginx.base()));
      // And through the proxy, whichever node it chooses.
      Journey.call(journey.pair(), Journey.Sites.all(nginx.base()));
    }
  }

  /** C-08. Sessions of long-polling keep to their node, without cookies that name it. */
  @Test
  void pollsGoToTheNodeOfTheirSession(TestDatabase database) throws Exception {
    Nginx.need();
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    int port = ServerProcess.freePort();
    try (ServerProcess one = a.start(named("node1", settings(database, port)));
        ServerProcess two = b.start(named("node2", settings(database, port)));
        Nginx nginx = Nginx.start(folder, port, a.port(), b.port())) {
      Pair pair = Pair.create(new Api(nginx.base()), "polling");
      Map<String, Poller> clients = new HashMap<>();
      for (int i = 0; i < 8 && clients.size() < 2; i++) {
        Poller client = Poller.connect(nginx.base(), pair.patient().token());
        clients.put(client.node(), client);
      }
      assertEquals(Set.of("node1", "node2"), clients.keySet());
      for (int i = 0; i < 10; i++) {
        for (Poller client : clients.values()) {
          client.send("42" + i + "[\"typing\",{\"to\":\"" + pair.doctor().id() + "\"}]");
          client.await("43" + i + "[{\"ok\":true}");
        }
      }
      for (Poller client : clients.values()) {
        assertEquals("3probe", client.probe());
      }
      one.kill();
      HttpResponse<String> lost = clients.get("node1").poll();
      assertEquals("{\"code\":1,\"message\":\"Session ID unknown\"}", lost.body());
      Poller again = Poller.connect(nginx.base(), pair.patient().token());
      assertEquals("node2", again.node());
    }
  }

  private static Map<String, String> named(String name, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("NODE_NAME", name);
    return all;
  }

  /** G-08. */
  @Test
  void aLogOutOnOneNodeEndsSocketsAndRequestsOnTheOther(TestDatabase database) throws Exception {
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    try (ServerProcess one = a.start(settings(database, a.port()));
        ServerProcess two = b.start(settings(database, b.port()))) {
      Api here = new Api(one.base());
      Pair pair = Pair.create(here, "log-out");
      String token = pair.patient().token();
      try (SocketIoClient socket = SocketIoClient.connect(two.base(), token)) {
        here.post("/api/auth/logout", token, Map.of()).expect(204);
        new Api(two.base()).get("/api/auth/me", token).expect(401);
        assertEquals(4401, socket.closeCode());
      }
    }
  }

  @Test
  void aPhotoSentOnOneNodeIsShownByTheOther(TestDatabase database) throws Exception {
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    try (ServerProcess one = a.start(settings(database, a.port()));
        ServerProcess two = b.start(settings(database, b.port()))) {
      Api here = new Api(one.base());
      Pair pair = Pair.create(here, "photo");
      Map<String, String> message = Map.of("image", Photos.dataUrl(), "clientId", "photo-1");
      String to = "/api/messages/" + pair.doctor().id();
      JsonNode sent = here.post(to, pair.patient().token(), message).expect(201).body();
      URI there = two.base().resolve(sent.at("/message/image/url").asText());

      HttpResponse<byte[]> shown = Photos.get(there, pair.doctor().token());
      assertEquals(200, shown.statusCode());
      assertEquals(40, ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth());
      Person stranger = Person.patient(here, "stranger");
      assertEquals(404, Photos.get(there, stranger.token()).statusCode());
      assertEquals(401, Photos.get(there, "").statusCode());
    }
  }

  /** */
  @Test
  void thePeopleOfAKilledNodeGoOfflineAndTheirCallIsLost(TestDatabase database) throws Exception {
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    try (ServerProcess one = a.start(settings(database, a.port()));
        ServerProcess two = b.start(settings(database, b.port()))) {
      Pair pair = Pair.create(new Api(one.base()), "killed");
      try (SocketIoClient patient = SocketIoClient.connect(two.base(), pair.patient().token());
          SocketIoClient doctor = SocketIoClient.connect(one.base(), pair.doctor().token())) {
        String to = pair.patient().id();
        Map<String, String> offer = Descriptions.of("offer");
        JsonNode started = doctor.emit("call-user", Map.of("to", to, "offer", offer));
        assertTrue(started.path("online").asBoolean(), started::toString);
        patient.next("call-made");
        Map<String, String> answer = Descriptions.of("answer");
        patient.emit("answer-call", Map.of("to", pair.doctor().id(), "answer", answer));
        doctor.next("call-answered");

        one.kill();

        assertEquals(pair.doctor().id(), patient.next("user-offline").path("userId").asText());
        assertEquals("lost", patient.next("call-end").path("reason").asText());
      }
    }
  }

  @Test
  void aClientOfAKilledNodeRecoversAtTheOtherWithItsCall(TestDatabase database) throws Exception {
    recoversAtTheOther(database, WebSocketLine::open);
  }

  @Test
  void soDoesAClientThatPolls(TestDatabase database) throws Exception {
    recoversAtTheOther(database, PollingLine::open);
  }

  private void recoversAtTheOther(TestDatabase database, PacketLine.Transport transport)
      throws Exception {
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    try (ServerProcess one = a.start(settings(database, a.port()));
        ServerProcess two = b.start(settings(database, b.port()))) {
      Pair pair = Pair.create(new Api(two.base()), "recovered");
      try (SocketIoClient doctor = SocketIoClient.connect(two.base(), pair.doctor().token());
          SocketIoClient patient =
              SocketIoClient.recoverable(one.base(), transport, pair.patient().token())) {
        Map<String, String> offer = Descriptions.of("offer");
        doctor.emit("call-user", Map.of("to", pair.patient().id(), "offer", offer));
        patient.next("call-made");
        Map<String, String> answer = Descriptions.of("answer");
        patient.emit("answer-call", Map.of("to", pair.doctor().id(), "answer", answer));
        doctor.next("call-answered");

        one.kill();
        Api api = new Api(two.base());
        for (int i = 1; i <= 20; i++) {
          Map<String, String> message = Map.of("text", "missed " + i, "clientId", "missed-" + i);
          api.post("/api/messages/" + pair.patient().id(), pair.doctor().token(), message)
              .expect(201);
        }
        candidate(doctor, pair, 1);

        try (SocketIoClient back = patient.comeBack(two.base())) {
          assertEquals(patient.sid(), back.sid());
          assertEquals(patient.pid(), back.pid());
          for (int i = 1; i <= 20; i++) {
            String text = back.next("newMessage").at("/message/text").asText();
            assertEquals("missed " + i, text);
          }
          assertEquals("candidate 1", candidateOf(back));
          candidate(doctor, pair, 2);
          assertEquals("candidate 2", candidateOf(back));
        }
      }
    }
  }

  @Test
  void aClientThatChangesNodesIsGoneFromTheOldOne(TestDatabase database) throws Exception {
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    try (ServerProcess one = a.start(settings(database, a.port()));
        ServerProcess two = b.start(settings(database, b.port()))) {
      Pair pair = Pair.create(new Api(one.base()), "moved");
      try (SocketIoClient client = SocketIoClient.recoverable(one.base(), pair.patient().token());
          SocketIoClient moved = client.comeBack(two.base())) {
        assertEquals(client.sid(), moved.sid());
        assertEquals(4409, client.closeCode());
        Map<String, String> message = Map.of("text", "hello", "clientId", "hello");
        new Api(one.base())
            .post("/api/messages/" + pair.patient().id(), pair.doctor().token(), message)
            .expect(201);
        assertEquals("hello", moved.next("newMessage").at("/message/text").asText());
      }
    }
  }

  private static void candidate(SocketIoClient from, Pair pair, int number) throws Exception {
    Map<String, String> candidate = Map.of("candidate", "candidate " + number);
    JsonNode ack =
        from.emit("ice-candidate", Map.of("to", pair.patient().id(), "candidate", candidate));
    assertTrue(ack.path("ok").asBoolean(), ack::toString);
  }

  private static String candidateOf(SocketIoClient client) throws Exception {
    return client.next("ice-candidate").at("/candidate/candidate").asText();
  }

  private RunnableJar node(String name) throws Exception {
    return RunnableJar.in(Files.createDirectories(folder.resolve(name)));
  }

  private static Map<String, String> settings(TestDatabase database, int publicPort) {
    return Map.of(
        "MONGODB_URI",
        database.uri(),
        "JWT_SECRET",
        SECRET,
        "CALL_LEASE_SECONDS",
        "5",
        "DOCTOR_APPROVAL",
        "off",
        "PUBLIC_URL",
        "http://127.0.0.1:" + publicPort,
        "TRUSTED_PROXIES",
        "127.0.0.1");
  }
}
