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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Two people whose names, addresses, numbers and texts about themselves contain a mark are erased;
 * then the mark is nowhere in the store (edge case 99).
 */
@ResourceLock("mongod")
@WithMongod
class ErasureIT {
  private static final String MARK = "7f3a9c";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  /** What a store holds, as text: each table or collection by its name. */
  @FunctionalInterface
  private interface Content {
    Map<String, String> read() throws Exception;
  }

  private static List<String> marked(Map<String, String> content) {
    List<String> found = new ArrayList<>();
    content.forEach(
        (name, text) -> {
          if (text.contains(MARK)) {
            found.add(name);
          }
        });
    return found;
  }

  @Test
  void case99LeavesNothingInTheFile() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Path file = jar.data().resolve("health-connect.db");
    try (ServerProcess server = jar.start(RunnableJar.withoutRates())) {
      play(
          server.base(),
          () -> tables(file),
          List.of(
              "account",
              "account_search_word",
              "doctor",
              "doctor_search_word",
              "emergency_contact",
              "evidence",
              "patient"));
      assertEquals(0, server.terminate(RunnableJar.START));
    }
    assertTrue(Files.exists(file));
    String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertFalse(raw.contains(MARK), "a free page holds what was deleted");
    assertFalse(Files.readString(folder.resolve("server.log")).contains(MARK));
  }

  @Test
  void case99LeavesNothingInTheDatabase(TestDatabase database) throws Exception {
    database.raw().drop();
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("MONGODB_URI", database.uri());
    settings.put("JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA");
    try (ServerProcess server = RunnableJar.in(folder).start(settings)) {
      play(server.base(), () -> collections(database), List.of("accounts", "doctors", "patients"));
    }
    assertFalse(Files.readString(folder.resolve("server.log")).contains(MARK));
  }

  private static void play(URI base, Content content, List<String> held) throws Exception {
    Api api = new Api(base);
    Pair pair = Pair.create(api, MARK);
    Person doctor = pair.doctor();
    Person patient = pair.patient();
    describe(api, pair);
    pair.sendFromPatient(api, "This stays", "client-1").expect(201);
    String image = image(api, pair);
    Map<String, String> before = content.read();
    assertTrue(marked(before).containsAll(held), () -> "found in " + marked(before));
    try (SocketIoClient caller = SocketIoClient.connect(base, patient.token());
        SocketIoClient callee = SocketIoClient.connect(base, doctor.token())) {
      Map<String, String> offer = Map.of("type", "offer", "sdp", Descriptions.sdp("x"));
      caller.emit("call-user", Map.of("to", doctor.id(), "offer", offer));
      callee.next("call-made");
      assertEquals(204, erase(base, patient));
      assertTrue(callee.next("call-end").toString().contains("cancelled"));
    }
    api.get("/api/auth/me", patient.token()).expect(401);
    JsonNode thread = api.get("/api/messages/" + patient.id(), doctor.token()).expect(200).body();
    assertEquals("This stays", thread.at("/messages/0/text").asText());
    assertEquals(404, Photos.get(base.resolve(image), doctor.token()).statusCode());
    assertEquals(
        "Former user",
        api.get("/api/messages", doctor.token())
            .expect(200)
            .body()
            .at("/conversations/0/user/name")
            .asText());
    assertEquals(204, erase(base, doctor));
    Map<String, String> after = content.read();
    assertEquals(List.of(), marked(after));
    assertEquals(before.keySet(), after.keySet());
    assertTrue(String.join("", after.values()).contains("This stays"));
    assertEquals("", after.getOrDefault("image", ""));
    assertEquals("", after.getOrDefault("images.chunks", ""));
  }

  private static void describe(Api api, Pair pair) throws Exception {
    String mark = "mark " + MARK;
    String patient = pair.patient().token();
    Map<String, Object> record =
        Map.of(
            "gender",
            mark,
            "allergies",
            mark,
            "emergencyContacts",
            List.of(Map.of("name", mark, "relation", mark, "contactNumber", "+49 30 1")));
    api.put("/api/patients/me", patient, record).expect(200);
    Map<String, Object> practice = Map.of("qualification", mark, "about", mark);
    api.put("/api/doctors/me", pair.doctor().token(), practice).expect(200);
    Map<String, Object> evidence = Map.of("licenceNumber", mark, "image", Photos.dataUrl());
    api.put("/api/doctors/me/credentials", pair.doctor().token(), evidence).expect(200);
    for (Person person : List.of(pair.doctor(), pair.patient())) {
      api.put("/api/me/avatar", person.token(), Map.of("image", Photos.dataUrl())).expect(200);
    }
  }

  private static String image(Api api, Pair pair) throws Exception {
    return api.post(
            "/api/messages/" + pair.doctor().id(),
            pair.patient().token(),
            Map.of("image", Photos.dataUrl()))
        .expect(201)
        .body()
        .at("/message/image/url")
        .asText();
  }

  private static int erase(URI base, Person person) throws Exception {
    String password = "{\"password\":\"lantern-Orchid-47-tugboat\"}";
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/me"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + person.token())
            .method("DELETE", HttpRequest.BodyPublishers.ofString(password))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static Map<String, String> tables(Path file) throws Exception {
    Map<String, String> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> names = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        while (found.next()) {
          names.add(found.getString(1));
        }
      }
      for (String name : names) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + name + '"')) {
          tables.put(name, text(rows));
        }
      }
    }
    return tables;
  }

  private static String text(ResultSet rows) throws Exception {
    StringBuilder text = new StringBuilder();
    while (rows.next()) {
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        text.append(rows.getString(column)).append('\n');
      }
    }
    return text.toString();
  }

  private static Map<String, String> collections(TestDatabase database) {
    Map<String, String> collections = new TreeMap<>();
    for (String name : database.raw().listCollectionNames()) {
      StringBuilder text = new StringBuilder();
      for (Document document : database.raw().getCollection(name).find()) {
        text.append(document.toJson()).append('\n');
      }
      collections.put(name, text.toString());
    }
    return collections;
  }
}
