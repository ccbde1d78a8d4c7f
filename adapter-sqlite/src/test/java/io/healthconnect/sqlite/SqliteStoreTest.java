package io.healthconnect.sqlite;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Message;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.StoreCorruptException;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.patient.Patients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest {
  @TempDir Path folder;

  private SqliteStore open() {
    return SqliteStore.open(folder.resolve("data"), new LocalChangeFeed(), Instant.EPOCH);
  }

  private static Appointment appointment(String id, int minute) {
    return Appointments.pending(id, "d1", "p1", minute);
  }

  private static void addPeople(SqliteStore store) {
    store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.complete("d1"));
    store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.complete("p1"));
  }

  @Test
  void nothingWaitsInTheOutboxOfAHostThatSendsNothing() {
    Path data = folder.resolve("data");
    try (SqliteStore store =
        SqliteStore.openWithoutOutbox(data, new LocalChangeFeed(), Instant.EPOCH)) {
      addPeople(store);
      value(
          store
              .appointments()
              .book(appointment("v1", 0), Optional.empty(), Appointments.UNLIMITED));
      assertEquals(1, store.notices().unread(new AccountId("d1")));
      assertEquals(0, store.outbox().state().waiting());
    }
    try (SqliteStore store = open()) {
      value(
          store
              .appointments()
              .book(appointment("v2", 60), Optional.empty(), Appointments.UNLIMITED));
      assertEquals(1, store.outbox().state().waiting());
    }
  }

  @Test
  void findsEverythingAgainAfterARestart() {
    Appointment booked;
    Message sent;
    try (SqliteStore store = open()) {
      addPeople(store);
      booked =
          value(
              store
                  .appointments()
                  .book(appointment("v1", 0), Optional.empty(), Appointments.UNLIMITED));
      sent = value(store.messages().append(Drafts.text("m1", "d1", "p1", "Hi")));
    }
    try (SqliteStore store = open()) {
      assertEquals(
          Optional.of(Doctors.complete("d1")), store.doctors().find(Doctors.valid("d1").id()));
      assertEquals(
          Optional.of(Patients.complete("p1")), store.patients().find(Patients.blank("p1").id()));
      assertEquals(Optional.of(booked), store.appointments().find(booked.id()));
      Conversation conversation = sent.conversation();
      assertEquals(List.of(sent), store.messages().after(conversation, 0, 9));
      assertTrue(store.isHealthy());
    }
  }

  @Test
  void refusesAFolderThatIsOpenAlready() {
    try (SqliteStore one = open()) {
      IllegalStateException e = assertThrows(IllegalStateException.class, this::open);
      assertEquals("the data folder is in use by another server", e.getMessage());
      addPeople(one);
    }
    open().close();
  }

  @Test
  void letsOnlyItsUserReadTheFile() throws IOException {
    open().close();
    Path data = folder.resolve("data");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(data.resolve("health-connect.db"))));
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("health-connect.db"), "no database at all ".repeat(500));
    StoreCorruptException e = assertThrows(StoreCorruptException.class, this::open);
    assertEquals("the database file is damaged", e.getMessage());
  }
}
