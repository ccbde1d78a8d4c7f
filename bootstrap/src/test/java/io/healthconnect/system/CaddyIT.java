package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ImageForm;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.images.Pictures;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample configuration of Caddy lets everything through that the server needs. */
class CaddyIT {
  private static final Path SAMPLE = Path.of("../docs/deploy/Caddyfile");
  private static final int SIDE = 1_000;

  @TempDir Path folder;

  @Test
  void photosSocketsAndAddressesPass() throws Exception {
    Programs.need("caddy", "caddy");
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("TRUSTED_PROXIES", "127.0.0.1");
    try (ServerProcess server = jar.start(settings);
        ServerProcess caddy = caddy(jar.port())) {
      caddy.awaitReady(RunnableJar.START);
      URI base = caddy.base();
      Api api = new Api(base);
      Pair pair = Pair.create(api, "caddy");
      api.put("/api/me/avatar", pair.patient().token(), new ImageForm(photo())).expect(200);
      try (SocketIoClient socket = SocketIoClient.connect(base, pair.doctor().token())) {
        pair.sendFromPatient(api, "through", "caddy-1").expect(201);
        assertEquals("through", socket.next("newMessage").at("/message/text").asText());
      }
      HttpRequest forged =
          HttpRequest.newBuilder(base.resolve("/api/doctors/specializations"))
              .header("X-Forwarded-For", "203.0.113.99")
              .build();
      assertEquals(
          200, HttpClient.newHttpClient().send(forged, BodyHandlers.ofString()).statusCode());
      assertTrue(server.ready());
    }
    String log = Files.readString(folder.resolve("server.log"));
    assertTrue(log.contains("GET /api/doctors/specializations 200 "), log);
    assertTrue(!log.contains("203.0.113.99"), "a client may not choose its address");
  }

  private ServerProcess caddy(int node) throws Exception {
    int port = ServerProcess.freePort();
    String sample = Files.readString(SAMPLE);
    String text =
        "{\n\tadmin off\n}\n"
            + sample
                .replace("clinic.example {", "http://127.0.0.1:" + port + " {")
                .replace("127.0.0.1:8080", "127.0.0.1:" + node);
    assertTrue(text.contains(":" + port) && text.contains(":" + node), text);
    Path file = Files.writeString(folder.resolve("Caddyfile"), text);
    return ServerProcess.start(
        List.of(Programs.find("caddy").orElseThrow(), "run", "--config", file.toString()),
        Map.of("HOME", folder.toString()),
        port,
        folder.resolve("caddy.log"));
  }

  /** A picture of 3 MB, more than some proxies take without being told to. */
  private static byte[] photo() throws Exception {
    BufferedImage noise = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(1);
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    byte[] photo = Pictures.encoded(noise, "png");
    assertTrue(photo.length > 2_000_000, () -> "only " + photo.length);
    return photo;
  }
}
