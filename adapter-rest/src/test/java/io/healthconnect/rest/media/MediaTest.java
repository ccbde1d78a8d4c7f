package io.healthconnect.rest.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images from upload to removal. The testkit's cleaner takes words for images. */
class MediaTest {
  private static final String PDF = "%PDF-1.7\n%%EOF\n";

  private TestServer server;
  private Client doctor;
  private Client patient;
  private Client stranger;
  private String chat;

  @BeforeEach
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
    stranger = server.patient("pia");
    patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
    chat = "/api/messages/" + doctor.id();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String chatOf(Client other) {
    return "/api/messages/" + other.id();
  }

  private static String part(String name, String content) {
    return "--xyz\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"; filename=\"../../etc/passwd\"\r\nContent-Type: text/html\r\n\r\n"
        + content
        + "\r\n";
  }

  private static Client.Answer form(Client client, String method, String path, String parts) {
    HttpRequest.Builder request =
        client
            .builder(path)
            .header("Content-Type", "multipart/form-data; boundary=xyz")
            .method(method, HttpRequest.BodyPublishers.ofString(parts + "--xyz--\r\n"));
    if (!client.token().isEmpty()) {
      request.header("Authorization", "Bearer " + client.token());
    }
    return client.send(request);
  }

  private static String json(String image, String clientId) {
    String data = Base64.getEncoder().encodeToString(image.getBytes(StandardCharsets.UTF_8));
    return "{\"image\":\"data:image/png;base64,%s\",\"clientId\":\"%s\"}".formatted(data, clientId);
  }

  private String sent(String image) {
    return form(patient, "POST", chat, part("image", image) + part("text", "Look"))
        .expect(201)
        .json()
        .at("/message/image/url")
        .asText();
  }

  @Test
  void theTwoSeeAnImageAndNobodyElse() {
    String url = sent("jpeg of a rash");
    for (Client one : new Client[] {patient, doctor}) {
      Client.Answer image = one.get(url).expect(200);
      assertEquals("jpeg of a rash", image.text());
      assertEquals("image/jpeg", image.header("Content-Type"));
      assertEquals("private, no-store", image.header("Cache-Control"));
      assertEquals("nosniff", image.header("X-Content-Type-Options"));
      assertEquals("inline; filename=\"image.jpg\"", image.header("Content-Disposition"));
      assertEquals("default-src 'none'; sandbox", image.header("Content-Security-Policy"));
      assertEquals("same-origin", image.header("Cross-Origin-Resource-Policy"));
      assertEquals("", image.header("ETag"));
    }
    stranger.get(url).expect(404, "not_found");
    server.client().get(url).expect(401, "unauthenticated");
    patient.post("/api/auth/logout", null).expect(204);
    patient.get(url).expect(401, "unauthenticated");
  }

  @Test
  void aResendKeepsNoSecondImage() {
    JsonNode first = patient.post(chat, json("png one", "c1")).expect(201).json();
    assertEquals(first, patient.post(chat, json("png one", "c1")).expect(201).json());
    patient.post(chat, json("png two", "c1")).expect(422, "key_reuse");
    assertEquals(1, server.images.kept().size());
    assertEquals(1, patient.get(chat).json().path("messages").size());
    assertTrue(first.at("/message/text").isNull());
    assertEquals(4, first.at("/message/image/width").asInt());
  }

  @Test
  void theTwoSaveADocumentAndNobodyElse() {
    String name = "Blood test \u2013 M\u00e4rz.pdf";
    JsonNode sent =
        form(patient, "POST", chat, part("document", PDF) + part("documentName", name))
            .expect(201)
            .json()
            .path("message");
    assertTrue(sent.path("image").isNull());
    assertTrue(sent.path("text").isNull());
    assertEquals(name, sent.at("/document/name").asText());
    assertEquals(PDF.length(), sent.at("/document/bytes").asInt());
    assertEquals(sent, doctor.get(chatOf(patient)).json().at("/messages/0"));
    String url = sent.at("/document/url").asText();
    for (Client one : new Client[] {patient, doctor}) {
      Client.Answer document = one.get(url).expect(200);
      assertEquals(PDF, document.text());
      assertEquals("application/pdf", document.header("Content-Type"));
      assertEquals("private, no-store", document.header("Cache-Control"));
      assertEquals("nosniff", document.header("X-Content-Type-Options"));
      assertEquals("attachment", document.header("Content-Disposition"));
      assertEquals("default-src 'none'; sandbox", document.header("Content-Security-Policy"));
    }
    stranger.get(url).expect(404, "not_found");
    server.client().get(url).expect(401, "unauthenticated");
  }

  @Test
  void aDocumentComesAsJsonToo() {
    String body = "{\"document\":\"data:application/pdf;base64,%s\",\"clientId\":\"c1\"%s}";
    String pdf = Base64.getEncoder().encodeToString(PDF.getBytes(StandardCharsets.UTF_8));
    JsonNode sent = patient.post(chat, body.formatted(pdf, "")).expect(201).json();
    assertEquals("document.pdf", sent.at("/message/document/name").asText());
    assertEquals(sent, patient.post(chat, body.formatted(pdf, "")).expect(201).json());
    patient.post(chat, body.formatted(pdf, ",\"documentName\":\"other\"")).expect(422, "key_reuse");
    assertEquals(1, server.images.kept().size());
  }

  /** U-03. */
  @Test
  void u03ADocumentIsAPdfAndTheOnlyFile() {
    for (String file : List.of("jpeg x", "%PDF-1.7 cut off", "<script>" + PDF)) {
      form(patient, "POST", chat, part("document", file)).expect(415, "unsupported_media_type");
    }
    String big = "%PDF-" + "x".repeat(5 * 1024 * 1024 - 10) + "%%EOF";
    form(patient, "POST", chat, part("document", big + " ")).expect(413, "too_large");
    for (String parts :
        List.of(
            part("document", PDF) + part("image", "png x"),
            part("text", "x") + part("documentName", "a.pdf"),
            part("document", PDF) + part("documentName", "a\u202efdp.exe"),
            part("document", PDF) + part("documentName", "x".repeat(121)))) {
      form(patient, "POST", chat, parts).expect(400, "invalid_request");
    }
    for (String url : List.of("data:text/html;base64,", "https://example.org/x.pdf?")) {
      patient.post(chat, "{\"document\":\"" + url + "cG5n\"}").expect(400, "invalid_request");
    }
    form(doctor, "PUT", "/api/me/avatar", part("document", PDF)).expect(400, "invalid_request");
    assertEquals(Set.of(), server.images.kept());
    form(patient, "POST", chat, part("document", big)).expect(201);
  }

  @Test
  void anAvatarIsForAnyoneAndReplacingItRemovesTheFormer() {
    Client.Answer changed =
        form(doctor, "PUT", "/api/me/avatar", part("image", "jpeg me")).expect(200);
    String first = changed.json().at("/user/avatar").asText();
    Client.Answer shown = server.client().get(first).expect(200);
    assertEquals("public, max-age=3600", shown.header("Cache-Control"));
    server.client().send("GET", first, null, "If-None-Match", shown.header("ETag")).expect(304);
    doctor.put("/api/me/avatar", "{\"image\":\"data:image/png;base64,cG5n\"}").expect(200);
    doctor.get(first).expect(404);
    assertEquals(1, server.images.kept().size());
    doctor.delete("/api/me/avatar").expect(204);
    doctor.delete("/api/me/avatar").expect(204);
    assertEquals(Set.of(), server.images.kept());
    assertTrue(doctor.get("/api/auth/me").json().at("/user/avatar").isNull());
  }

  @Test
  void eachRefusalHasItsCode() {
    refused("HEIC", 415, "unsupported_media_type");
    refused("SVG", 415, "unsupported_media_type");
    refused("<html>", 415, "unsupported_media_type");
    refused("DAMAGED", 422, "damaged_image");
    refused("TOO_MANY_PIXELS", 422, "too_many_pixels");
    refused("BUSY", 503, "overloaded");
    assertEquals(0, patient.get(chat).json().path("messages").size());
    assertEquals(Set.of(), server.images.kept());
  }

  private void refused(String image, int status, String code) {
    form(patient, "POST", chat, part("image", image)).expect(status, code);
  }

  /** U-07 and I-10. */
  @Test
  void takesNoAddressesAndNoOtherIdentifiers() {
    String mine = sent("jpeg mine").replace("/api/media/", "");
    for (String image :
        new String[] {
          "https://example.org/x.png",
          "//example.org/x.png",
          "/api/media/" + mine,
          mine,
          "data:text/html;base64,cG5n",
          "data:image/png,png",
          "data:image/png;base64,%%%"
        }) {
      patient
          .post(chat, "{\"text\":\"x\",\"image\":\"%s\"}".formatted(image))
          .expect(400, "invalid_request");
    }
    patient.post(chat, "{\"text\":\"x\",\"imageId\":\"" + mine + "\"}").expect(400);
  }

  @Test
  void formsAreBounded() {
    String big = "jpeg " + "x".repeat(5 * 1024 * 1024 - 5);
    form(patient, "POST", chat, part("image", big)).expect(201);
    form(patient, "POST", chat, part("image", big + "x")).expect(413, "too_large");
    patient.post(chat, json(big, "c1")).expect(201);
    patient.post(chat, json(big + "x", "c2")).expect(413, "too_large");
    String many = part("text", "x").repeat(20_000);
    form(patient, "POST", chat, many.substring(0, 1_000_000)).expect(400, "invalid_request");
    form(patient, "POST", chat, part("other", "x")).expect(400, "invalid_request");
    form(patient, "POST", chat, part("image", "png") + part("image", "png"))
        .expect(400, "invalid_request");
    form(patient, "POST", chat, "").expect(400, "invalid_request");
    HttpRequest.Builder noBoundary =
        patient
            .builder(chat)
            .header("Content-Type", "multipart/form-data")
            .header("Authorization", "Bearer " + patient.token())
            .POST(HttpRequest.BodyPublishers.ofString(part("text", "x")));
    patient.send(noBoundary).expect(400, "invalid_request");
  }

  @Test
  void takesImagesOfEveryLengthInJson() {
    for (int length : new int[] {12_000, 12_300, 20_000, 48_000, 49_200}) {
      patient.post(chat, json("jpeg " + "x".repeat(length), "c" + length)).expect(201);
    }
  }

  @Test
  void anUploadThatTakesTooLongIsToldSoAndLeavesNothing() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String head =
          ("POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nExpect: 100-continue\r\n"
                  + "Content-Type: multipart/form-data; boundary=xyz\r\nContent-Length: 99999\r\n\r\n")
              .formatted(chat, patient.token());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      // The server has asked for the body, so its deadline is running.
      assertEquals("HTTP/1.1 100 Continue", in.readLine());
      assertEquals("", in.readLine());
      server.clock.advance(Duration.ofMinutes(2).plusMillis(1));
      socket.getOutputStream().write("--xyz\r\n".getBytes(StandardCharsets.UTF_8));
      String answer = in.lines().collect(Collectors.joining("\n"));
      assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
      assertTrue(answer.contains("\"code\":\"request_timeout\""), answer);
    }
    assertEquals(0, patient.get(chat).json().path("messages").size());
    assertEquals(Set.of(), server.images.kept());
  }

  @Test
  void strangersMayNotSendImages() {
    Client.Answer refused = form(stranger, "POST", chat, part("image", "jpeg x"));
    refused.expect(404, "not_found");
    assertEquals(Set.of(), server.images.kept());
  }

  @Test
  void uploadsOfAPersonAreLimited() {
    for (int i = 0; i < 30; i++) {
      refused("DAMAGED", 422, "damaged_image");
      server.clock.advance(Duration.ofMillis(1));
    }
    Client.Answer limited = form(patient, "POST", chat, part("image", "jpeg x"));
    limited.expect(429, "rate_limited");
    assertFalse(limited.header("Retry-After").isEmpty());
    patient.post(chat, "{\"text\":\"still works\"}").expect(201);
  }

  @Test
  void theSweepRemovesWhatNothingShows() {
    String shown = sent("jpeg shown").replace("/api/media/", "");
    server.clock.advance(Duration.ofHours(2));
    assertEquals(0, server.useCases.media().sweep().sweepImages());
    assertEquals(Set.of(new MediaId(shown)), server.images.kept());
    var owner = server.store.media().find(new MediaId(shown)).orElseThrow().owner();
    assertEquals(1, server.useCases.media().removeImages().removeImages(owner));
    assertEquals(Set.of(), server.images.kept());
    patient.get("/api/media/" + shown).expect(404, "not_found");
  }
}
