package io.healthconnect.rest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.push.Subscriptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushRoutesTest {
  private static final String PATH = "/api/me/push-subscriptions";

  private final TestServer server = new TestServer();
  private final Client patient = server.patient("paul");

  @AfterEach
  void stop() {
    server.close();
  }

  private static String body(String endpoint) {
    return body(endpoint, Subscriptions.KEYS.p256dh(), Subscriptions.KEYS.auth());
  }

  private static String body(String endpoint, String p256dh, String auth) {
    return "{\"endpoint\":\"%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
        .formatted(endpoint, p256dh, auth);
  }

  private List<String> endpoints() {
    return server.store.pushSubscriptions().list(new AccountId(patient.id())).stream()
        .map(PushSubscription::endpoint)
        .map(endpoint -> endpoint.value().toString())
        .toList();
  }

  @Test
  void aDeviceIsSubscribedUntilItIsUnsubscribed() {
    String endpoint = "https://push.example.org/send/1";
    patient.post(PATH, body(endpoint)).expect(204);
    patient.post(PATH, body(endpoint)).expect(204);
    assertEquals(List.of(endpoint), endpoints());
    server.patient("other").send("DELETE", PATH, body(endpoint)).expect(204);
    assertEquals(List.of(endpoint), endpoints());
    patient.send("DELETE", PATH, body(endpoint)).expect(204);
    patient.send("DELETE", PATH, body(endpoint)).expect(204);
    assertEquals(List.of(), endpoints());
  }

  @Test
  void loggingOutEndsTheSubscription() {
    patient.post(PATH, body("https://push.example.org/send/1")).expect(204);
    patient.post("/api/auth/logout", null).expect(204);
    assertEquals(List.of(), endpoints());
  }

  /** I-10 */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://push.example.org/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "push"
      })
  void refusesEndpointsThatMustNotBeCalled(String endpoint) {
    patient.post(PATH, body(endpoint)).expect(422, "endpoint_not_allowed");
    assertEquals(List.of(), endpoints());
  }

  @Test
  void refusesWhatIsNoSubscription() {
    String endpoint = "https://push.example.org/x";
    for (String body :
        List.of(
            "{}",
            "{\"endpoint\":\"" + endpoint + "\"}",
            body(endpoint, "AAAA", Subscriptions.KEYS.auth()),
            body(endpoint, Subscriptions.KEYS.p256dh(), "AAAA"),
            body(endpoint).replace("}}", "},\"more\":1}"))) {
      patient.post(PATH, body).expect(400, "invalid_request");
    }
    assertEquals(List.of(), endpoints());
  }

  @Test
  void theKeyOfTheSiteIsInItsConfiguration() {
    assertEquals("vapid-key", server.client().get("/api/config").json().at("/vapidKey").asText());
  }

  @Test
  void nobodySubscribesWhileWebPushIsOff() {
    try (TestServer off = new TestServer(RestSettings.local(0))) {
      off.patient("paul").post(PATH, body("https://push.example.org/x")).expect(404, "not_found");
      assertEquals(true, off.client().get("/api/config").json().at("/vapidKey").isNull());
    }
  }
}
