package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.standin.CloudinaryStandIn;
import io.healthconnect.standin.CloudinaryStandIn.Behaviour;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Images of the runnable jar at a stand-in for Cloudinary: sending, showing, removing, and
 * failures.
 */
class CloudinaryIT {
  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final StringBuilder replies = new StringBuilder();

  @Test
  void uploadsAndServesPhotosWhileTextNeverWaits() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (CloudinaryStandIn cloudinary = new CloudinaryStandIn(Clock.systemUTC());
        ServerProcess server = jar.start(Map.of("CLOUDINARY_URL", cloudinary.url()))) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "photo");
      aPhotoIsForTheTwo(cloudinary, server, api, pair);
      anAvatarIsForAnyoneAndGoes(cloudinary, server, api, pair);
      failuresAreSaidAndLeaveNothing(cloudinary, server, api, pair);
    }
    String log = Files.readString(folder.resolve("server.log"));
    assertTrue(log.contains("Images         new ones at Cloudinary, cloud clinic-images"), log);
    assertFalse(log.contains(CloudinaryStandIn.SECRET), log);
    assertFalse(replies.toString().contains(CloudinaryStandIn.SECRET), replies::toString);
  }

  /**
   * A crash before or after the bytes are stored: the message does not exist, and its resend makes
   * one message.
   */
  @ParameterizedTest
  @EnumSource(names = {"HANGS", "KEEPS_AND_HANGS"})
  void aServerKilledDuringAnUploadLeavesNoPartialMessage(Behaviour crash) throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (CloudinaryStandIn cloudinary = new CloudinaryStandIn(Clock.systemUTC())) {
      Map<String, String> settings = Map.of("CLOUDINARY_URL", cloudinary.url());
      Pair pair;
      try (ServerProcess server = jar.start(settings)) {
        Api api = new Api(server.base());
        pair = Pair.create(api, "crash");
        pair.sendFromPatient(api, "before", "t-1").expect(201);
        cloudinary.behave(crash);
        CompletableFuture<?> lost = CompletableFuture.runAsync(() -> sendInVain(api, pair));
        cloudinary.awaitHanging();
        server.kill();
        lost.join();
      }
      cloudinary.behave(Behaviour.ANSWERS);
      try (ServerProcess server = jar.start(settings)) {
        Api api = new Api(server.base());
        assertEquals(List.of("before"), texts(api, pair));
        String url = send(api, pair, "p-1").expect(201).body().at("/message/image/url").asText();
        assertEquals(302, get(server.base().resolve(url), pair.doctor().token()).statusCode());
        assertEquals(List.of("before", "null"), texts(api, pair));
      }
    }
  }

  private void sendInVain(Api api, Pair pair) {
    assertThrows(IOException.class, () -> send(api, pair, "p-1"));
  }

  private static List<String> texts(Api api, Pair pair) throws Exception {
    String path = "/api/messages/" + pair.doctor().id();
    return api.get(path, pair.patient().token())
        .expect(200)
        .body()
        .path("messages")
        .findValuesAsText("text");
  }

  private void aPhotoIsForTheTwo(
      CloudinaryStandIn cloudinary, ServerProcess server, Api api, Pair pair) throws Exception {
    Api.Reply sent = send(api, pair, "p-1");
    String path = sent.expect(201).body().at("/message/image/url").asText();
    String id = path.replace("/api/media/", "");
    assertEquals(Set.of("health-connect/" + id), cloudinary.publicIds());

    HttpResponse<byte[]> elsewhere = get(server.base().resolve(path), pair.doctor().token());
    assertEquals(302, elsewhere.statusCode());
    assertEquals("private, no-store", header(elsewhere, "Cache-Control"));
    String sources = "img-src 'self' blob: " + cloudinary.base() + "/v1_1/clinic-images/image/";
    assertTrue(
        header(elsewhere, "Content-Security-Policy")
            .contains(sources + " https://res.cloudinary.com/clinic-images/;"));
    HttpResponse<byte[]> image = get(URI.create(header(elsewhere, "Location")), "");
    assertEquals(200, image.statusCode());
    assertEquals("image/jpeg", header(image, "Content-Type"));
    byte[] kept = cloudinary.received().get(0).file();
    assertArrayEquals(kept, image.body());

    Person stranger = Person.patient(api, "stranger");
    assertEquals(404, get(server.base().resolve(path), stranger.token()).statusCode());
    assertEquals(401, get(server.base().resolve(path), "").statusCode());
  }

  private void anAvatarIsForAnyoneAndGoes(
      CloudinaryStandIn cloudinary, ServerProcess server, Api api, Pair pair) throws Exception {
    int before = cloudinary.publicIds().size();
    String avatar =
        api.put("/api/me/avatar", pair.doctor().token(), Map.of("image", Photos.dataUrl()))
            .expect(200)
            .body()
            .at("/user/avatar")
            .asText();
    URI address = URI.create(header(get(server.base().resolve(avatar), ""), "Location"));
    assertEquals(200, get(address, "").statusCode());
    HttpRequest remove =
        HttpRequest.newBuilder(server.base().resolve("/api/me/avatar"))
            .header("Authorization", "Bearer " + pair.doctor().token())
            .DELETE()
            .build();
    assertEquals(
        204, keep(http.send(remove, HttpResponse.BodyHandlers.ofByteArray())).statusCode());
    assertEquals(before, cloudinary.publicIds().size());
    assertEquals(404, get(address, "").statusCode());
    assertEquals(401, get(server.base().resolve(avatar), "").statusCode());
  }

  private void failuresAreSaidAndLeaveNothing(
      CloudinaryStandIn cloudinary, ServerProcess server, Api api, Pair pair) throws Exception {
    for (Behaviour failure : new Behaviour[] {Behaviour.FAILS, Behaviour.BREAKS_OFF}) {
      cloudinary.behave(failure);
      Api.Reply refused = send(api, pair, "lost-" + failure).expect(503);
      assertEquals("images_unavailable", refused.body().path("code").asText());
      replies.append(refused.body());
      pair.sendFromPatient(api, "Text still works", "t-" + failure).expect(201);
    }
    cloudinary.behave(Behaviour.ANSWERS);
    // The resend makes one message, whatever the first attempt has left at Cloudinary.
    send(api, pair, "lost-FAILS").expect(201);
    String path = "/api/messages/" + pair.doctor().id();
    assertEquals(
        4, api.get(path, pair.patient().token()).expect(200).body().at("/messages").size());
  }

  private Api.Reply send(Api api, Pair pair, String clientId) throws Exception {
    return api.post(
        "/api/messages/" + pair.doctor().id(),
        pair.patient().token(),
        Map.of("image", Photos.dataUrl(), "clientId", clientId));
  }

  private HttpResponse<byte[]> get(URI url, String token) throws Exception {
    return keep(Photos.get(url, token));
  }

  private HttpResponse<byte[]> keep(HttpResponse<byte[]> reply) {
    replies.append(reply.headers().map());
    return reply;
  }

  private static String header(HttpResponse<?> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }
}
