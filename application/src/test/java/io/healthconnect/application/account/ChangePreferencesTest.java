package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangePreferencesTest {
  @Test
  void changesThoseOfTheActorAlone() {
    InMemoryStore store = new InMemoryStore();
    People.add(store.stores(), "d1", "p1");
    AccountId patient = new AccountId("p1");
    Preferences spanish = new Preferences(Language.ES, ZoneId.of("America/Bogota"));
    AccountUseCases.changePreferences(store.preferences())
        .changePreferences(
            new ChangePreferences.Command(
                new Actor(patient, Role.PATIENT, new SessionId("s1")), spanish));
    assertEquals(Optional.of(spanish), store.preferences().find(patient));
    assertEquals(Optional.empty(), store.preferences().find(new AccountId("d1")));
  }
}
