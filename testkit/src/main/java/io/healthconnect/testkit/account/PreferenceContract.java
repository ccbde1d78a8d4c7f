package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.People;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of preferences. */
public interface PreferenceContract {
  Preferences SPANISH = new Preferences(Language.ES, ZoneId.of("America/Bogota"));

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  @Test
  default void storesThePreferencesOfEachPerson() {
    People.add(stores(), "d1", "p1");
    AccountId patient = new AccountId("p1");
    assertEquals(Optional.empty(), stores().preferences().find(patient));
    Preferences english = new Preferences(Language.EN, ZoneId.of("Asia/Kolkata"));
    assertTrue(stores().preferences().save(patient, english));
    assertEquals(Optional.of(english), stores().preferences().find(patient));
    assertTrue(stores().preferences().save(patient, SPANISH));
    assertEquals(Optional.of(SPANISH), stores().preferences().find(patient));
    assertEquals(Optional.empty(), stores().preferences().find(new AccountId("d1")));
  }

  @Test
  default void storesNoPreferencesOfNobody() {
    AccountId nobody = new AccountId("nobody");
    assertFalse(stores().preferences().save(nobody, SPANISH));
    assertEquals(Optional.empty(), stores().preferences().find(nobody));
  }

  @Test
  default void erasingAnAccountRemovesItsPreferences() {
    People.add(stores(), "d1", "p1");
    AccountId patient = new AccountId("p1");
    stores().preferences().save(patient, SPANISH);
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, Accounts.CREATED).about(patient);
    stores().administration().erase(new Erasure(patient, Optional.empty(), event));
    assertEquals(Optional.empty(), stores().preferences().find(patient));
    assertFalse(stores().preferences().save(patient, SPANISH));
    assertEquals(Optional.empty(), stores().preferences().find(patient));
  }
}
