package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as proxies and older clients write them, and as RFC 9110 allows. */
class TolerantRequestsTest {
  private static final String PNG = "data:image/png;base64,cG5n";

  private TestServer server;
  private Client doctor;
  private Client patient;

  @BeforeEach
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String booked() {
    return patient
        .post("/api/appointments", TestServer.booking(doctor, "09:00"))
        .expect(201)
        .json()
        .at("/appointment/id")
        .asText();
  }

  private Client.Answer send(String method, String path, String type, BodyPublisher body) {
    var request =
        patient
            .builder(path)
            .header("Authorization", "Bearer " + patient.token())
            .header("Content-Type", type);
    return patient.send(request.method(method, body));
  }

  private static BodyPublisher chunked(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "1"                   | 200
          W/"1"                 | 200
          "1-gzip"              | 200
          W/"1;br"              | 200
          "7", "1"              | 200
          W/"7" , W/"1"         | 200
          "1",                  | 200
          , "7",, "1" ,         | 200
          *                     | 200
          "2"                   | 412
          "7", "8"              | 412
          1                     | 412
          W/1                   | 412
          "1" "2"               | 412
          ,                     | 412
          "", "x"               | 412
          """)
  void aVersionIsNamedInEachFormOfIfMatch(String tags, int status) {
    String path = "/api/appointments/" + booked() + "/confirm";
    doctor.send("POST", path, null, "If-Match", tags).expect(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "%s"                  | 304
          W/"%s"                | 304
          "x", "%s"             | 304
          "%s-gzip"             | 304
          *                     | 304
          "x"                   | 200
          """)
  void aKnownImageIsNotSentAgain(String tags, int status) {
    String url =
        patient
            .put("/api/me/avatar", "{\"image\":\"" + PNG + "\"}")
            .expect(200)
            .json()
            .at("/user/avatar")
            .asText();
    String id = url.substring(url.lastIndexOf('/') + 1);
    Client.Answer answer =
        server.client().send("GET", url, null, "If-None-Match", tags.formatted(id));
    assertEquals(status, answer.status());
  }

  @Test
  void anImageInJsonMayComeInChunks() {
    booked();
    byte[] file = ("jpeg " + "x".repeat(49_200)).getBytes(StandardCharsets.UTF_8);
    String large = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(file);
    for (String image : new String[] {PNG, large}) {
      send(
              "POST",
              "/api/messages/" + doctor.id(),
              "application/json",
              chunked("{\"image\":\"" + image + "\"}"))
          .expect(201);
    }
    send("POST", "/api/messages/" + doctor.id(), "application/json", chunked("{\"text\":\"hi\"}"))
        .expect(201);
  }

  @Test
  void anEmptyChunkedBodyIsNoBody() {
    String path = "/api/appointments/" + booked();
    var request =
        doctor.builder(path + "/confirm").header("Authorization", "Bearer " + doctor.token());
    doctor.send(request.POST(chunked(""))).expect(200);
    send("POST", "/api/auth/logout", "text/plain", chunked("")).expect(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf8", "Application/JSON;charset=\"UTF8\"",
        "application/json;charset=utf-8;", "application/json ; charset=UTF-8"
      })
  void utf8HasMoreNamesThanOne(String type) {
    send("PUT", "/api/patients/me", type, BodyPublishers.ofString("{}")).expect(200);
  }

  /** H-05: no content coding is decoded, so nothing can expand. */
  @Test
  void contentThatIsNotEncodedMaySaySo() {
    patient.send("PUT", "/api/patients/me", "{}", "Content-Encoding", "identity").expect(200);
    patient
        .send("PUT", "/api/patients/me", "{}", "Content-Encoding", "identity, gzip")
        .expect(415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:image/PNG;base64,cG5n",
        "DATA:image/JPEG;BASE64,cG5n",
        "data:image/png;base64,cG\\r\\n5n",
        "data:image/png;base64,cG5n\\n"
      })
  void aDataUrlMayBeWrittenLikeThis(String url) {
    patient.put("/api/me/avatar", "{\"image\":\"" + url + "\"}").expect(200);
  }

  @Test
  void anEmptyFilePartIsNoImage() {
    booked();
    String form =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"text\"",
            "",
            "hello",
            "--b",
            "Content-Disposition: form-data; name=\"image\"; filename=\"\"",
            "Content-Type: application/octet-stream",
            "",
            "",
            "--b--",
            "");
    Client.Answer sent =
        send(
                "POST",
                "/api/messages/" + doctor.id(),
                "multipart/form-data; boundary=b",
                BodyPublishers.ofString(form))
            .expect(201);
    assertEquals("hello", sent.json().at("/message/text").asText());
    assertEquals(true, sent.json().at("/message/image").isNull());
  }
}
