package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreferenceRoutesTest {
  @Test
  void storesWhatAPersonPrefers() {
    try (TestServer server = new TestServer()) {
      Client paul = server.patient("paul");
      AccountId id = new AccountId(paul.id());
      assertEquals(Optional.empty(), server.store.preferences().find(id));
      paul.put("/api/me/preferences", "{\"language\":\"es\",\"timeZone\":\"America/Bogota\"}")
          .expect(204);
      assertEquals(
          Optional.of(new Preferences(Language.ES, ZoneId.of("America/Bogota"))),
          server.store.preferences().find(id));
    }
  }

  @Test
  void refusesOtherLanguagesAndZones() {
    try (TestServer server = new TestServer()) {
      Client paul = server.patient("paul");
      for (String body :
          List.of(
              "{}",
              "{\"language\":\"es\"}",
              "{\"timeZone\":\"America/Bogota\"}",
              "{\"language\":\"fr\",\"timeZone\":\"America/Bogota\"}",
              "{\"language\":\"es\",\"timeZone\":\"+05:00\"}")) {
        paul.put("/api/me/preferences", body).expect(400, "invalid_request");
      }
      assertEquals(Optional.empty(), server.store.preferences().find(new AccountId(paul.id())));
    }
  }
}
