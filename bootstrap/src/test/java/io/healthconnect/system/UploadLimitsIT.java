package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ImageForm;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.images.Pictures;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.wire.RawClient;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits on work that takes long, set from outside: uploads of images, and hashing. */
class UploadLimitsIT {
  private static final byte[] PICTURE =
      Pictures.encoded(Pictures.drawing(40, 30, BufferedImage.TYPE_INT_RGB), "png");
  private static final byte[] MORE = " ".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void uploadsOfADayAMinuteAndAtOnce() throws Exception {
    Map<String, String> limits =
        Map.of(
            "LIMIT_IMAGE_BYTES_PER_DAY", "3000",
            "LIMIT_IMAGE_UPLOADS_PER_MINUTE", "3",
            "LIMIT_IMAGE_UPLOADS", "2",
            "LIMIT_IMAGE_UPLOADS_PER_USER", "1",
            "LIMIT_IMAGE_UPLOAD_SECONDS", "1",
            "LIMIT_MIN_BYTES_PER_SECOND", "1");
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      Api api = new Api(server.base());
      List<Integer> answers = new ArrayList<>();
      for (int size : List.of(2_999, 3_000, 3_001)) {
        Person person = Person.patient(api, "day" + size);
        answers.add(upload(api, person, Arrays.copyOf(PICTURE, size)));
      }
      Person often = Person.patient(api, "often");
      for (int i = 0; i < 4; i++) {
        answers.add(upload(api, often, MORE));
      }
      assertEquals(List.of(200, 200, 429, 415, 415, 415, 429), answers);
      atOnce(jar.port(), api);
    }
  }

  /** An upload is under way once the server has asked for its body. */
  private static void atOnce(int port, Api api) throws Exception {
    Person first = Person.patient(api, "first");
    try (RawClient one = new RawClient(port);
        RawClient other = new RawClient(port)) {
      assertEquals(100, one.status(begun(first)));
      assertEquals(429, upload(api, first, PICTURE));
      assertEquals(100, other.status(begun(Person.patient(api, "second"))));
      assertEquals(503, upload(api, Person.patient(api, "third"), PICTURE));
      // A second is over sooner or later, and the next byte is too late.
      for (int i = 0; i < 1_000 && !one.hasAnswer(); i++) {
        api.get("/health/live", "").expect(200);
        one.send(List.of(MORE));
      }
      assertEquals(408, one.status());
    }
  }

  private static String begun(Person person) {
    return "PUT /api/me/avatar HTTP/1.1\nHost: 127.0.0.1\nAuthorization: Bearer "
        + person.token()
        + "\nContent-Type: multipart/form-data; boundary=b\nExpect: 100-continue\n"
        + "Content-Length: 99999\n";
  }

  /** With the defaults of 4 and 8 that wait, and one under way, all would be done. */
  @Test
  void limitsTheQueueOfTheOneThread() throws Exception {
    byte[] large =
        Pictures.encoded(Pictures.drawing(3_000, 2_000, BufferedImage.TYPE_INT_RGB), "png");
    Map<String, String> limits =
        Map.of(
            "LIMIT_IMAGE_QUEUE", "1",
            "LIMIT_IMAGE_UPLOADS_PER_USER", "16",
            "LIMIT_HASH_QUEUE", "2",
            "BCRYPT_COST", "14");
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits)) {
      Api api = new Api(server.base());
      Person person = Person.patient(api, "queues");
      counts(503, 2, Race.of(5, i -> () -> upload(api, person, large)));
      counts(429, 3, Race.of(9, i -> () -> logIn(api, i)));
    }
  }

  /** 25 million pixels need 75 MB at least; the heap has 64. */
  @Test
  void refusesOnlyThePictureForWhichThereIsNoRoom() throws Exception {
    byte[] large =
        Pictures.encoded(Pictures.drawing(5_000, 5_000, BufferedImage.TYPE_INT_RGB), "png");
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m"))) {
      Api api = new Api(server.base());
      Person person = Person.patient(api, "room");
      Api.Reply refused = api.put("/api/me/avatar", person.token(), new ImageForm(large));
      assertEquals("overloaded", refused.expect(503).body().path("code").asText());
      assertEquals(200, upload(api, person, PICTURE));
    }
  }

  private static void counts(int refusal, int atLeast, List<Integer> answers) {
    long refused = answers.stream().filter(status -> status == refusal).count();
    assertTrue(refused > 0 && answers.size() - refused >= atLeast, answers::toString);
    assertTrue(answers.stream().allMatch(List.of(200, 401, refusal)::contains), answers::toString);
  }

  private static int logIn(Api api, int number) throws Exception {
    String email = "nobody" + number + "@example.org";
    return api.post("/api/auth/login", "", Map.of("email", email, "password", "wrong horse"))
        .status();
  }

  private static int upload(Api api, Person person, byte[] file) throws Exception {
    return api.put("/api/me/avatar", person.token(), new ImageForm(file)).status();
  }
}
