package io.healthconnect.domain.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Patch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatientProfileTest {
  private static final EmergencyContact CONTACT =
      new EmergencyContact("Zoë", Optional.of("sister"), "112");

  private static final PatientProfile PROFILE =
      new PatientProfile(
          Optional.of(LocalDate.parse("1984-02-29")),
          Optional.of("female"),
          Optional.of("AB-"),
          Optional.of("Nuts"),
          Optional.of("+49 30 1234"),
          List.of(CONTACT));

  private static PatientProfile born(String date) {
    return new PatientProfile.Change(
            Patch.set(LocalDate.parse(date)),
            Patch.keep(),
            Patch.keep(),
            Patch.keep(),
            Patch.keep(),
            Optional.empty())
        .applyTo(PatientProfile.BLANK);
  }

  private static String refused(Runnable making) {
    return assertThrows(InvalidValueException.class, making::run).field();
  }

  @Test
  void aChangeReplacesWhatItHoldsAndKeepsTheRest() {
    assertEquals(PROFILE, PatientProfile.Change.NONE.applyTo(PROFILE));
    PatientProfile.Change clear =
        new PatientProfile.Change(
            Patch.clear(),
            Patch.clear(),
            Patch.clear(),
            Patch.clear(),
            Patch.clear(),
            Optional.of(List.of()));
    assertEquals(PatientProfile.BLANK, clear.applyTo(PROFILE));
    PatientProfile.Change set =
        new PatientProfile.Change(
            Patch.set(LocalDate.parse("1984-02-29")),
            Patch.set("female"),
            Patch.set("AB-"),
            Patch.set("Nuts"),
            Patch.set("+49 30 1234"),
            Optional.of(List.of(CONTACT)));
    assertEquals(PROFILE, set.applyTo(PatientProfile.BLANK));
  }

  @Test
  void keepsItsLimits() {
    assertEquals("dateOfBirth", refused(() -> born("1879-12-31")));
    assertEquals(Optional.of(LocalDate.parse("1880-01-01")), born("1880-01-01").dateOfBirth());
    assertEquals(
        "emergencyContacts",
        refused(
            () ->
                new PatientProfile(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Collections.nCopies(6, CONTACT))));
    assertEquals(
        "contactNumber",
        refused(
            () ->
                new PatientProfile(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("abc"),
                    List.of())));
  }

  @Test
  void nobodyIsBornInTheFuture() {
    Instant now = Instant.parse("2026-03-02T09:59:59.999Z");
    assertEquals(born("2026-03-02"), born("2026-03-02").requireBorn(now));
    assertEquals("dateOfBirth", refused(() -> born("2026-03-03").requireBorn(now)));
    // 10:00 UTC is midnight on Kiritimati, where each date begins first.
    assertEquals(born("2026-03-03"), born("2026-03-03").requireBorn(now.plusMillis(1)));
    assertEquals(PatientProfile.BLANK, PatientProfile.BLANK.requireBorn(now));
  }
}
