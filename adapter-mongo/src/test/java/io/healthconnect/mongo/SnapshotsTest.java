package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Several reads as of one instant, while others write. */
@WithMongod
final class SnapshotsTest {
  @Test
  void case100ReadsTheDatabaseAsOfOneInstant(TestDatabase database) {
    database.raw().drop();
    try (MongoHandles handles = MongoHandles.open(database.uri())) {
      MongoStore store = new MongoStore(handles);
      Account account = Accounts.patient("p1");
      store.patients().add(account, Accounts.HASH, Patients.blank("p1"));
      String seen =
          store
              .snapshots()
              .read(
                  () -> {
                    String before = name(store, account);
                    lists(store, account);
                    CompletableFuture.runAsync(
                            () ->
                                store
                                    .accounts()
                                    .save(account.withName(new PersonName("Somebody Else"))))
                        .join();
                    return before + ", " + name(store, account);
                  });
      assertEquals("Paul p1, Paul p1", seen);
      assertEquals("Somebody Else", name(store, account));
    }
  }

  private static String name(MongoStore store, Account account) {
    return store.accounts().find(account.id()).orElseThrow().name().value();
  }

  /** The lists of an export, which read in ways of their own. */
  private static void lists(MongoStore store, Account account) {
    PageRequest page = PageRequest.first(10);
    assertEquals(0, store.sessions().list(account.id()).size());
    assertEquals(0, store.messages().conversations(account.id(), page).items().size());
    assertEquals(0, store.calls().records(account.id(), page).items().size());
    assertEquals(
        0,
        store
            .appointments()
            .list(
                new AppointmentQuery(
                    account.id(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    page))
            .items()
            .size());
  }
}
