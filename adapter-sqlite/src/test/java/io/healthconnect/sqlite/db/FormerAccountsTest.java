package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Doctors of a release that knew no approval count as approved, and admins find everybody. */
final class FormerAccountsTest {
  @TempDir Path folder;

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("health-connect.db");
  }

  private void formerRelease() throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(url());
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target("10")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO account VALUES ('d1', 'doctor', 'Dora Lund', 'dora@example.org', 'hash',"
              + " NULL, 1, 1, 1)");
      statement.executeUpdate(
          "INSERT INTO doctor (id, specialization, specialization_folded, experience,"
              + " qualification, about, time_zone, slot_minutes, buffer_minutes,"
              + " minimum_notice_minutes, horizon_days, auto_confirm, name_folded, version)"
              + " VALUES ('d1', 'Cardiology', 'cardiology', 5, 'MD', '', 'UTC', 30, 0, 0, 60, 0,"
              + " 'dora lund', 1)");
      statement.executeUpdate("PRAGMA user_version = 1");
    }
  }

  @Test
  void areApprovedAndFound() throws Exception {
    formerRelease();
    try (SqliteStore store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH)) {
      Account doctor = store.accounts().find(new AccountId("d1")).orElseThrow();
      assertEquals(Standing.GOOD, doctor.standing());
      PageRequest page = PageRequest.first(10);
      DoctorSearch everybody =
          new DoctorSearch(Set.of("dora"), Optional.empty(), 0, 0, DoctorSearch.Sort.NAME, page);
      assertEquals(
          List.of(Visibility.LISTED),
          store.doctors().search(everybody).items().stream()
              .map(listing -> listing.visibility())
              .toList());
      assertEquals(1, store.doctors().specializations().size());
      AccountSearch lund =
          new AccountSearch(Set.of("lund"), Optional.empty(), Optional.empty(), page);
      assertEquals(List.of(doctor), store.administration().search(lund).items());
    }
  }
}
