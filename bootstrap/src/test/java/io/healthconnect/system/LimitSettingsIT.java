package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.ImageForm;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.images.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that are set from outside apply at exactly their number: below, at, and above it. */
class LimitSettingsIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final byte[] PICTURE = picture(40, 30);

  @TempDir Path folder;

  /** The weekly schedule of the test doctors is five levels deep and has 29 members. */
  @Test
  void limitsBodiesAndAddresses() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_JSON_BODY_BYTES", "3000",
            "LIMIT_JSON_STRING_BYTES", "100",
            "LIMIT_JSON_DEPTH", "5",
            "LIMIT_JSON_PROPERTIES", "29",
            "LIMIT_JSON_NUMBER_DIGITS", "2",
            "LIMIT_URI_BYTES", "200");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Pair pair = Pair.create(new Api(server.base()), "bodies");
      String token = pair.patient().token();
      String open = "{\"allergies\":\"\"}";
      for (int size : new int[] {2_999, 3_000}) {
        assertEquals(200, record(server, token, open + " ".repeat(size - open.length())));
      }
      assertEquals(413, record(server, token, open + " ".repeat(3_001 - open.length())));
      assertEquals(200, record(server, token, allergies(99)));
      assertEquals(200, record(server, token, allergies(100)));
      assertEquals(400, record(server, token, allergies(101)));
      String query = "/api/doctors?q=";
      assertEquals(200, get(server, query + "a".repeat(199 - query.length())));
      assertEquals(200, get(server, query + "a".repeat(200 - query.length())));
      assertEquals(414, get(server, query + "a".repeat(201 - query.length())));
    }
  }

  @Test
  void depthMembersAndDigits() throws Exception {
    for (String less : List.of("LIMIT_JSON_DEPTH=4", "LIMIT_JSON_PROPERTIES=28")) {
      String[] setting = less.split("=");
      try (ServerProcess server =
          RunnableJar.in(Files.createDirectories(folder.resolve(setting[0])))
              .start(Map.of(setting[0], setting[1]))) {
        Api api = new Api(server.base());
        Person patient = Person.patient(api, "anyone");
        api.get("/api/auth/me", patient.token()).expect(200);
        // The sign-up goes through; the week that follows does not.
        String refused = "";
        try {
          Person.doctor(api, "deep");
        } catch (IOException e) {
          refused = e.getMessage();
        }
        assertEquals("expected 200 but got 400", refused.replaceFirst(":.*", ""), less);
      }
    }
  }

  @Test
  void signUpsLogInsAndCredentials() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_SIGNUPS_PER_MINUTE", "3",
            "LIMIT_LOGINS_PER_MINUTE", "6",
            "LIMIT_LOGIN_FAILURES", "2",
            "LIMIT_TURN_PER_HOUR", "3",
            "LIMIT_CALENDAR_READS_PER_MINUTE", "2",
            "LIMIT_RECOVERIES_PER_HOUR", "2",
            "TURN_URLS", "turn:127.0.0.1:9",
            "TURN_SECRET", "hT4kW9zQ2mX7vB5nC8rL1pD6");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Api api = new Api(server.base());
      Person one = Person.patient(api, "one");
      Person two = Person.patient(api, "two");
      Person.patient(api, "three");
      assertEquals("rate_limited", code(api.post("/api/auth/signup", "", signUp("four")), 429));
      for (int i = 0; i < 3; i++) {
        api.get("/api/ice-servers", one.token()).expect(200);
      }
      assertEquals("rate_limited", code(api.get("/api/ice-servers", one.token()), 429));
      String feed =
          api.post("/api/me/calendar-link", one.token(), Map.of())
              .expect(201)
              .body()
              .at("/calendarLink/url")
              .asText();
      for (int i = 0; i < 2; i++) {
        assertEquals(200, get(server, feed));
      }
      assertEquals("rate_limited", code(api.get(feed, ""), 429));
      Map<String, String> forgot = Map.of("email", one.email());
      for (int i = 0; i < 2; i++) {
        assertEquals("mail_off", code(api.post("/api/auth/forgot", "", forgot), 409));
      }
      assertEquals("rate_limited", code(api.post("/api/auth/forgot", "", forgot), 429));
      Map<String, String> wrong = Map.of("email", one.email(), "password", "wrong-password-1");
      List<Integer> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        answers.add(api.post("/api/auth/login", "", wrong).status());
      }
      // Only failures count against an address.
      for (int i = 0; i < 4; i++) {
        answers.add(two.logIn(api).status());
      }
      assertEquals(List.of(401, 401, 429, 200, 200, 200, 200), answers);
      for (int i = 0; i < 4; i++) {
        Map<String, String> stranger =
            Map.of("email", "stranger" + i + "@mail.example", "password", "wrong-password-1");
        answers.add(api.post("/api/auth/login", "", stranger).status());
      }
      assertEquals(List.of(401, 401, 401, 429), answers.subList(7, 11));
    }
  }

  @Test
  void wrongPasswordsFromUnknownDevices() throws Exception {
    try (ServerProcess server =
        RunnableJar.in(folder).start(Map.of("LIMIT_LOGIN_STRANGERS_FAILURES", "2"))) {
      Api api = new Api(server.base());
      Person one = Person.patient(api, "one");
      Map<String, String> wrong = Map.of("email", one.email(), "password", "wrong-password-1");
      List<Integer> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        answers.add(api.post("/api/auth/login", "", wrong).status());
      }
      assertEquals(List.of(401, 401, 429), answers);
    }
  }

  @Test
  void images() throws Exception {
    byte[] padded = Arrays.copyOf(PICTURE, 3_000);
    Map<String, String> limits =
        Map.of(
            "LIMIT_IMAGE_BYTES", "3000",
            "LIMIT_IMAGE_PIXELS", "1200",
            "LIMIT_IMAGE_SIDE", "50",
            "LIMIT_IMAGE_FILES_PER_DAY", "4");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Person patient = Person.patient(new Api(server.base()), "images");
      assertEquals(200, avatar(server, patient, Arrays.copyOf(PICTURE, 2_999)));
      assertEquals(200, avatar(server, patient, padded));
      assertEquals(413, avatar(server, patient, Arrays.copyOf(PICTURE, 3_001)));
      assertEquals(422, avatar(server, patient, picture(40, 31)));
      assertEquals(200, avatar(server, patient, picture(50, 2)));
      assertEquals(422, avatar(server, patient, picture(51, 2)));
      assertEquals(200, avatar(server, patient, picture(39, 30)));
      assertEquals(429, avatar(server, patient, PICTURE));
    }
  }

  @Test
  void limitsSocketsAndTheirEvents() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_SOCKETS_PER_USER", "2",
            "LIMIT_SDP_BYTES", "400",
            "LIMIT_CALLS_PER_CALLEE_PER_MINUTE", "100");
    try (ServerProcess server = RunnableJar.in(folder).start(limits)) {
      Pair pair = Pair.create(new Api(server.base()), "sockets");
      String token = pair.doctor().token();
      try (SocketIoClient first = SocketIoClient.connect(server.base(), token);
          SocketIoClient second = SocketIoClient.connect(server.base(), token)) {
        for (int size : new int[] {399, 400}) {
          assertEquals("", error(second.emit("call-user", call(pair, size))));
          assertEquals("", error(second.emit("call-end", Map.of("to", pair.patient().id()))));
        }
        assertEquals("invalid_request", error(second.emit("call-user", call(pair, 401))));
        try (SocketIoClient third = SocketIoClient.connect(server.base(), token)) {
          assertEquals(4409, first.closeCode());
          assertEquals("", error(second.emit("call-user", call(pair, 400))));
          assertEquals("invalid_request", error(third.emit("call-user", call(pair, 401))));
        }
      }
    }
  }

  @Test
  void recoveredEvents() throws Exception {
    Map<String, String> limits = Map.of("LIMIT_RECOVERY_EVENTS", "2");
    try (ServerProcess server =
        RunnableJar.in(Files.createDirectories(folder.resolve("events"))).start(limits)) {
      Pair pair = Pair.create(new Api(server.base()), "recovered");
      assertTrue(recovers(server, pair, 2));
      assertFalse(recovers(server, pair, 3));
    }
    Map<String, String> bytes = Map.of("LIMIT_RECOVERY_BYTES", "1200");
    try (ServerProcess server =
        RunnableJar.in(Files.createDirectories(folder.resolve("bytes"))).start(bytes)) {
      Pair pair = Pair.create(new Api(server.base()), "recovered");
      assertTrue(recovers(server, pair, 2));
      assertFalse(recovers(server, pair, 3));
    }
  }

  /** Whether so many missed messages of a few bytes are recovered. */
  private static boolean recovers(ServerProcess server, Pair pair, int missed) throws Exception {
    String token = pair.patient().token();
    try (SocketIoClient lost = SocketIoClient.recoverable(server.base(), token)) {
      lost.close();
      for (int i = 0; i < missed; i++) {
        Map<String, String> message = Map.of("text", "m", "clientId", missed + "-" + i);
        new Api(server.base())
            .post("/api/messages/" + pair.patient().id(), pair.doctor().token(), message)
            .expect(201);
      }
      try (SocketIoClient back = lost.comeBack(server.base())) {
        return back.sid().equals(lost.sid());
      }
    }
  }

  private static Map<String, Object> call(Pair pair, int sdpBytes) {
    int fixed = Descriptions.sdp("").length();
    Map<String, String> offer = Descriptions.named("offer", "n".repeat(sdpBytes - fixed));
    return Map.of("to", pair.patient().id(), "offer", offer);
  }

  private static String error(JsonNode ack) {
    return ack.at("/error/code").asText();
  }

  private static Map<String, String> signUp(String name) {
    return Map.of(
        "role",
        "patient",
        "name",
        name,
        "email",
        name + "@example.org",
        "password",
        "lantern-Orchid-47-tugboat");
  }

  private static String code(Api.Reply reply, int status) throws Exception {
    return reply.expect(status).body().path("code").asText();
  }

  private static String allergies(int length) {
    return "{\"allergies\":\"" + "x".repeat(length) + "\"}";
  }

  private static int record(ServerProcess server, String token, String body) throws Exception {
    return status(
        request(server, "/api/patients/me", token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static int get(ServerProcess server, String path) throws Exception {
    return status(request(server, path, "").GET());
  }

  private static int avatar(ServerProcess server, Person person, byte[] file) throws Exception {
    return new Api(server.base())
        .put("/api/me/avatar", person.token(), new ImageForm(file))
        .status();
  }

  private static HttpRequest.Builder request(ServerProcess server, String path, String token) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server.base() + path));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static byte[] picture(int width, int height) {
    return Pictures.encoded(Pictures.drawing(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }
}
