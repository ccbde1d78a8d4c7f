package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Apps and servers keep the token themselves. */
class TokenInBodyTest {
  private static final String SIGN_UP =
      "{\"role\":\"patient\",\"name\":\"Paul\",\"email\":\"paul@example.org\",\"password\":\"correct"
          + " horse\"}";
  private static final String LOG_IN =
      "{\"email\":\"paul@example.org\",\"password\":\"correct horse\",\"role\":\"doctor\"}";

  private static void hasTokenAndNoCookie(TestServer server, Client.Answer answer) {
    assertEquals(List.of(), answer.response().headers().allValues("Set-Cookie"));
    assertEquals("no-store", answer.header("Cache-Control"));
    String token = answer.json().path("token").asText();
    Client app = server.client().withToken(token);
    assertEquals("patient", app.get("/api/auth/me").expect(200).json().at("/user/role").asText());
    app.post("/api/auth/logout", null).expect(204);
    app.get("/api/auth/me").expect(401);
  }

  @Test
  void theReplyHasTheTokenWhereItIsAskedFor() {
    try (TestServer server = new TestServer()) {
      hasTokenAndNoCookie(
          server, server.client().post("/api/auth/signup?token=body", SIGN_UP).expect(200));
      hasTokenAndNoCookie(
          server, server.client().post("/api/auth/login?token=body", LOG_IN).expect(200));
    }
  }

  @Test
  void noOtherReplyHasTheToken() {
    try (TestServer server = new TestServer()) {
      for (String path : List.of("/api/auth/signup", "/api/auth/login")) {
        String body = path.endsWith("signup") ? SIGN_UP : LOG_IN;
        server.client().post(path + "?token=cookie", body).expect(400, "invalid_request");
        Client.Answer usual = server.client().post(path, body).expect(200);
        assertFalse(usual.json().has("token"));
        assertEquals(2, usual.response().headers().allValues("Set-Cookie").size());
      }
    }
  }
}
