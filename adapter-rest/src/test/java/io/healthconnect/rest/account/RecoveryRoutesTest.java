package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.application.outbox.SendAccountMail;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.RandomIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New passwords and other e-mail addresses, by links that are mailed. */
class RecoveryRoutesTest {
  private final TestServer server = new TestServer();
  private final List<AccountLetter> letters = new ArrayList<>();
  private final SendAccountMail send =
      SendAccountMail.create(
          new SendAccountMail.Ports(
              server.store.accountMails(),
              server.store.accounts(),
              server.store.emails(),
              server.store.preferences(),
              server.store.audit()),
          letter -> {
            letters.add(letter);
            return Delivery.SENT;
          },
          new RandomIds(5),
          server.clock);

  @AfterEach
  void close() {
    server.close();
  }

  private static String forgot(String name) {
    return "{\"email\":\"%s@example.org\"}".formatted(name);
  }

  private static String move(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
  }

  private static String token(String secret) {
    return "{\"token\":\"%s\"}".formatted(secret);
  }

  private List<AccountLetter> sent() {
    letters.clear();
    send.sendAccountMail();
    return List.copyOf(letters);
  }

  private String secret() {
    return sent().get(0).secret().orElseThrow();
  }

  private JsonNode me(Client client) {
    return client.get("/api/auth/me").expect(200).json().at("/user");
  }

  @Test
  void aMailedLinkSetsANewPasswordAndEndsAllSessions() {
    Client paul = server.patient("paul");
    sent();
    Client nobody = server.client();
    nobody.post("/api/auth/forgot", forgot("paul")).expect(204);
    String reset = "{\"token\":\"%s\",\"newPassword\":\"battery staple\"}".formatted(secret());
    nobody.post("/api/auth/reset", reset).expect(204);
    paul.get("/api/auth/me").expect(401);
    nobody.post("/api/auth/reset", reset).expect(422, "invalid_token");
  }

  /** G-04. */
  @Test
  void g04TheAnswerIsTheSameForUnknownAddresses() {
    server.patient("paul");
    sent();
    Client.Answer known = server.client().post("/api/auth/forgot", forgot("paul"));
    Client.Answer unknown = server.client().post("/api/auth/forgot", forgot("nobody"));
    assertEquals(known.status(), unknown.status());
    assertEquals(known.text(), unknown.text());
    assertEquals(204, unknown.status());
    assertEquals(1, sent().size());
  }

  @Test
  void limitsHowOftenAnAddressAndAPersonAsk() {
    Client paul = server.patient("paul");
    for (int i = 0; i < 30; i++) {
      server.client().post("/api/auth/forgot", forgot("nobody" + i)).expect(204);
      String next = "next" + i + "@example.org";
      paul.put("/api/me/email", move(next, "correct horse")).expect(204);
    }
    Client.Answer wait = server.client().post("/api/auth/forgot", forgot("paul"));
    wait.expect(429, "rate_limited");
    assertTrue(Integer.parseInt(wait.header("Retry-After")) <= 120);
    paul.put("/api/me/email", move("next@example.org", "correct horse"))
        .expect(429, "rate_limited");
    server.clock.advance(Duration.ofMinutes(2));
    server.client().post("/api/auth/forgot", forgot("paul")).expect(204);
    paul.put("/api/me/email", move("next@example.org", "correct horse")).expect(204);
  }

  @Test
  void theAddressOfASignUpIsConfirmedByMail() {
    Client paul = server.patient("paul");
    assertFalse(me(paul).at("/emailConfirmed").asBoolean());
    assertTrue(me(paul).at("/pendingEmail").isNull());
    server.client().post("/api/auth/verify", token(secret())).expect(204);
    assertTrue(me(paul).at("/emailConfirmed").asBoolean());
  }

  @Test
  void aNewAddressCountsOnceItIsConfirmed() {
    Client paul = server.patient("paul");
    sent();
    paul.put("/api/me/email", move("Next@Example.org", "correct horse")).expect(204);
    assertEquals("paul@example.org", me(paul).at("/email").asText());
    assertEquals("next@example.org", me(paul).at("/pendingEmail").asText());
    String secret = secret();
    Client.Answer done = server.client().post("/api/auth/verify", token(secret)).expect(204);
    assertTrue(done.header("Set-Cookie").startsWith("device="), "the device stays a known one");
    server.client().post("/api/auth/verify", token(secret)).expect(422, "invalid_token");
    assertEquals("next@example.org", me(paul).at("/email").asText());
    assertTrue(me(paul).at("/pendingEmail").isNull());
    AccountLetter told = sent().get(0);
    assertEquals("paul@example.org", told.to().value());
    server.client().post("/api/auth/login", move("paul@example.org", "correct horse")).expect(401);
    server.client().post("/api/auth/login", move("next@example.org", "correct horse")).expect(200);
  }

  @Test
  void refusesAWrongPasswordATakenAddressAndWhatIsNoAddress() {
    Client paul = server.patient("paul");
    server.patient("pia");
    paul.put("/api/me/email", move("next@example.org", "wrong")).expect(422, "wrong_password");
    paul.put("/api/me/email", move("pia@example.org", "correct horse")).expect(409, "email_taken");
    paul.put("/api/me/email", move("next", "correct horse")).expect(400, "invalid_request");
    server.client().post("/api/auth/forgot", "{\"email\":\"x\"}").expect(400, "invalid_request");
  }

  @Test
  void g04NobodyTriesAddressesWithoutEnd() {
    Client paul = server.patient("paul");
    server.patient("pia");
    String taken = move("pia@example.org", "correct horse");
    for (int i = 0; i < 30; i++) {
      paul.put("/api/me/email", taken).expect(409, "email_taken");
    }
    paul.put("/api/me/email", taken).expect(429, "rate_limited");
  }

  @Test
  void theSecondToConfirmAnAddressHearsThatItIsTaken() {
    Client paul = server.patient("paul");
    sent();
    paul.put("/api/me/email", move("next@example.org", "correct horse")).expect(204);
    String late = secret();
    server.patient("next");
    server.client().post("/api/auth/verify", token(late)).expect(409, "email_taken");
    assertEquals("paul@example.org", me(paul).at("/email").asText());
  }

  @Test
  void triesOfLinksAreLimited() {
    server.patient("paul");
    for (int i = 0; i < 20; i++) {
      server.client().post("/api/auth/verify", token("no" + i)).expect(422, "invalid_token");
    }
    server.client().post("/api/auth/verify", token(secret())).expect(429, "rate_limited");
  }

  @Test
  void withoutAMailServerTheAnswerSaysSo() {
    Client paul = server.patient("paul");
    server.store.accountMails().stopServing();
    server.client().post("/api/auth/forgot", forgot("paul")).expect(409, "mail_off");
    server.client().post("/api/auth/forgot", forgot("nobody")).expect(409, "mail_off");
    paul.put("/api/me/email", move("next@example.org", "correct horse")).expect(409, "mail_off");
  }

  @Test
  void tellsClientsWhetherThereIsAMailServer() {
    JsonNode features = server.client().get("/api/config").expect(200).json().at("/features");
    assertTrue(features.at("/mail").asBoolean());
  }
}
