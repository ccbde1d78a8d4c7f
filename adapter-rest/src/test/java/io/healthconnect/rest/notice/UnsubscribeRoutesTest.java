package io.healthconnect.rest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnsubscribeRoutesTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final TestServer server = new TestServer();
  private final Client patient = server.patient("paul");
  private final String link = "/unsubscribe/stop~visit_moved~" + patient.id();

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode moved() {
    JsonNode settings = patient.get("/api/me/notice-settings").expect(200).json();
    return settings.at("/kinds/visit_moved");
  }

  private Client.Answer post(String path, String type, String body) {
    Client nobody = server.client();
    return nobody.send(
        nobody.builder(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  @Test
  void oneClickStopsMailsOfOneKindWithoutASession() {
    post(link, FORM, "List-Unsubscribe=One-Click").expect(204);
    assertEquals("{\"mail\":false,\"push\":true}", moved().toString());
    JsonNode settings = patient.get("/api/me/notice-settings").json();
    assertEquals(true, settings.at("/kinds/visit_cancelled/mail").asBoolean());
    assertEquals("[1440,60]", settings.at("/reminderMinutes").toString());
  }

  @Test
  void mailProgramsMaySendTheFormInParts() {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--";
    post(link, "multipart/form-data; boundary=x", form).expect(204);
    assertEquals(false, moved().at("/mail").asBoolean());
  }

  @Test
  void openingTheLinkStopsNothing() {
    server.client().get(link).expect(405, "method_not_allowed");
    assertEquals(true, moved().at("/mail").asBoolean());
  }

  @Test
  void aLinkThatIsNoneStopsNothing() {
    for (String path : new String[] {"/unsubscribe/none", link.replace("moved", "painted")}) {
      post(path, FORM, "List-Unsubscribe=One-Click").expect(422, "invalid_token");
    }
    assertEquals(true, moved().at("/mail").asBoolean());
  }

  @Test
  void aPageOfAnotherSiteStopsNothing() {
    Client nobody = server.client();
    nobody
        .send(
            nobody
                .builder(link)
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.noBody()))
        .expect(403, "forbidden");
    assertEquals(true, moved().at("/mail").asBoolean());
  }
}
