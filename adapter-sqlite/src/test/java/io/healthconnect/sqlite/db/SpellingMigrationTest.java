package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a file that an earlier release wrote, search and log-in work as with a new one. */
final class SpellingMigrationTest {
  private static final PasswordHash HASH = new PasswordHash("hash");

  @TempDir Path folder;

  private SqliteStore open() {
    return SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH);
  }

  private static List<String> found(SqliteStore store, String query) {
    DoctorSearch search =
        new DoctorSearch(
            SearchWords.of(query),
            Optional.empty(),
            0,
            0,
            DoctorSearch.Sort.NAME,
            PageRequest.first(10));
    return store.doctors().search(search).items().stream()
        .map(listing -> listing.doctor().id().value())
        .toList();
  }

  @Test
  void isOverOnceItHasRunHoweverOftenTheStoreIsAskedForItsHealth() throws Exception {
    try (SqliteStore store = open()) {
      store
          .doctors()
          .add(
              Accounts.account("d1", Role.DOCTOR, "Ana", "d1@example.org"),
              HASH,
              Doctors.practising("d1", "Heart", 1, ""));
      assertTrue(store.isHealthy());
    }
    change("DELETE FROM doctor_search_word");
    try (SqliteStore store = open()) {
      assertEquals(List.of(), found(store, "ana"));
    }
  }

  @Test
  void foldsAndRespells() throws Exception {
    try (SqliteStore store = open()) {
      store
          .doctors()
          .add(
              Accounts.account("d1", Role.DOCTOR, "王小明", "d1@bücher.example"),
              HASH,
              Doctors.practising("d1", "Łukasz", 1, ""));
      store.patients().add(Accounts.patient("p1"), HASH, Patients.blank("p1"));
      store.patients().add(Accounts.patient("p2"), HASH, Patients.blank("p2"));
    }
    change(
        "PRAGMA user_version = 0",
        "DELETE FROM doctor_search_word",
        "INSERT INTO doctor_search_word VALUES ('d1', '王小明')",
        "UPDATE doctor SET name_folded = 'x', specialization_folded = 'łukasz'",
        "UPDATE specialization SET folded = 'łukasz'",
        "UPDATE account SET email = 'd1@xn--bcher-kva.example' WHERE id = 'd1'",
        "UPDATE account SET email = 'p1@xn--bcher-kva.example' WHERE id = 'p1'",
        "UPDATE account SET email = 'p1@bücher.example' WHERE id = 'p2'");
    try (SqliteStore store = open()) {
      assertEquals(List.of("d1"), found(store, "小明"));
      assertEquals(List.of("d1"), found(store, "lukasz"));
      assertEquals(
          "d1", store.accounts().findByEmail(Email.parse("d1@BÜCHER.example")).get().id().value());
      assertEquals(
          "p2", store.accounts().findByEmail(Email.parse("p1@bücher.example")).get().id().value());
      assertEquals(
          List.of(new SpecializationCount("Łukasz", 1)), store.doctors().specializations());
      assertEquals(
          "p1@xn--bcher-kva.example",
          store.accounts().find(Accounts.patient("p1").id()).get().email().value());
    }
  }

  private void change(String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
        var statement = connection.createStatement()) {
      for (String text : statements) {
        statement.executeUpdate(text);
      }
    }
  }
}
