package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on MongoDB: with one node, and with two of which each has one of the people. */
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
    needNginx();
    RunnableJar a = node("a");
    RunnableJar b = node("b");
    int port = ServerProcess.freePort();
    try (ServerProcess one = a.start(settings(database, port));
        ServerProcess two = b.start(settings(database, port));
        Nginx nginx = Nginx.start(folder, port, a.port(), b.port())) {
      Journey journey = Journey.make(new Journey.Sites(nginx.base(), one.base(), two.base()));
      journey.everythingIsThere(new Api(nginx.base()));
      // And through the proxy, wherever it leads each of them.
      Journey.call(journey.pair(), Journey.Sites.all(nginx.base()));
    }
  }

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
        "PUBLIC_URL",
        "http://127.0.0.1:" + publicPort,
        "TRUSTED_PROXIES",
        "127.0.0.1");
  }

  private static void needNginx() {
    boolean there = Nginx.program().isPresent();
    assertTrue(there || !"true".equals(System.getenv("CI")), "no nginx: install Debian's package");
    assumeTrue(there, "no nginx: install it to run the test with two nodes behind it");
  }
}
