package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** U-05 and H-06: forms that browsers do not send. The testkit's cleaner takes words for images. */
class UploadFormsTest {
  private static final String CANARY = "canary";
  private static final String IMAGE = part("name=\"image\"; filename=\"a.png\"", "png of a rash");

  private TestServer server;
  private Client person;

  @BeforeEach
  void start() {
    server = new TestServer();
    person = server.patient("paul");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Each of ten places, in each of ten spellings. */
  private static List<String> oddNames() {
    List<String> names = new ArrayList<>();
    for (String name :
        List.of(
            "../../../../tmp/%s.png",
            "..\\..\\windows\\%s.png",
            "/etc/%s",
            "C:\\%s:stream",
            "file:///%s",
            "%s.png.html",
            ".%s",
            "CON.%s",
            "%s?x=<script>",
            "${jndi:ldap://127.0.0.1/%s}")) {
      for (String spelling :
          List.of(
              CANARY,
              CANARY + "\0.png",
              "\u202e" + CANARY,
              "%2e%2e%2f" + CANARY,
              "; name=\\\"text\\\"; " + CANARY,
              CANARY.repeat(500),
              "\ud83d\udc69\u200d\u2695\ufe0f" + CANARY,
              "\u00ff\u00fe" + CANARY,
              " " + CANARY + " . . ",
              CANARY + "\u001b[31m\u0007")) {
        names.add(name.replace("%s", spelling));
      }
    }
    return names;
  }

  @Test
  void ignoresTheNameOfAFile() {
    assertEquals(100, oddNames().size());
    for (String name : oddNames()) {
      Client.Answer answer = send(part("name=\"image\"; filename=\"" + name + "\"", "png"));
      assertTrue(Set.of(200, 400).contains(answer.status()), () -> name + answer.text());
      assertFalse(answer.text().contains(CANARY), answer::text);
      if (answer.status() == 200) {
        String url = answer.json().at("/user/avatar").asText();
        assertTrue(url.matches("/api/media/[a-z0-9]{26}"), url);
        Client.Answer image = person.get(url).expect(200);
        assertEquals("inline; filename=\"image.png\"", image.header("Content-Disposition"));
      } else {
        assertEquals("invalid_request", answer.code());
      }
    }
    assertEquals(1, server.images.kept().size());
  }

  @Test
  void ignoresAnExtendedFileName() {
    send(part("name=\"image\"; filename*=UTF-8''..%2f" + CANARY + ".png", "png")).expect(200);
    send(part("name=\"image\"; filename=a; filename=b", "png")).expect(200);
    send(part("name=\"image\"", "png")).expect(200);
  }

  @Test
  void aFormWithinAFormIsNoImage() {
    String inner =
        "--in\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n\r\npng\r\n--in--";
    String nested =
        "--xyz\r\nContent-Disposition: form-data; name=\"image\"\r\n"
            + "Content-Type: multipart/mixed; boundary=in\r\n\r\n"
            + inner
            + "\r\n";
    send(nested).expect(415, "unsupported_media_type");
    assertEquals(Set.of(), server.images.kept());
  }

  @Test
  void refusesABodyThatIsNoForm() {
    refused(IMAGE);
    refused(IMAGE.substring(0, IMAGE.length() - 4));
    refused("");
    refused("--xyz--");
    refused("--xyz\r\n--xyz--\r\n");
    refused(
        IMAGE.replace("\r\n\r\n", "\r\nX-Long: " + "x".repeat(1_000_000) + "\r\n\r\n") + "--xyz--");
    refused(IMAGE.replace("name=\"image\"; ", "") + "--xyz--\r\n");
    refused(IMAGE.replace("xyz", "abc") + "--abc--\r\n");
    assertEquals(Set.of(), server.images.kept());
  }

  private static String part(String disposition, String content) {
    return "--xyz\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private void refused(String form) {
    put(form).expect(400, "invalid_request");
  }

  private Client.Answer send(String parts) {
    return put(parts + "--xyz--\r\n");
  }

  /** Another test covers the limit on uploads per minute. */
  private Client.Answer put(String form) {
    server.clock.advance(Duration.ofSeconds(10));
    return person.send(
        person
            .builder("/api/me/avatar")
            .header("Content-Type", "multipart/form-data; boundary=xyz")
            .header("Authorization", "Bearer " + person.token())
            .PUT(HttpRequest.BodyPublishers.ofString(form)));
  }
}
