package io.healthconnect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several reads as of one instant, while others write. */
final class SnapshotsTest {
  @TempDir Path folder;
  private SqliteStore store;
  private Account account;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH);
    account = Accounts.patient("p1");
    store.patients().add(account, Accounts.HASH, Patients.blank("p1"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String name() {
    return store.accounts().find(account.id()).orElseThrow().name().value();
  }

  private void rename() {
    CompletableFuture.runAsync(
            () -> store.accounts().save(account.withName(new PersonName("Somebody Else"))))
        .join();
  }

  @Test
  void case100ReadsTheFileAsOfOneInstant() {
    String seen =
        store
            .snapshots()
            .read(
                () -> {
                  String before = name();
                  rename();
                  return before + ", " + name();
                });
    assertEquals("Paul p1, Paul p1", seen);
    assertEquals("Somebody Else", name());
  }

  @Test
  void aSnapshotEndsWithItsReads() {
    assertThrows(
        IllegalStateException.class,
        () ->
            store
                .snapshots()
                .read(
                    () -> {
                      name();
                      throw new IllegalStateException("in the middle");
                    }));
    rename();
    assertEquals("Somebody Else", name());
  }
}
