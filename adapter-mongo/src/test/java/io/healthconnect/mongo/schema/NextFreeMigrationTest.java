package io.healthconnect.mongo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Doctors whom another release has added. */
@WithMongod
final class NextFreeMigrationTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void doctorsFromBeforeAreDue(TestDatabase test) {
    withDoctors(
        test,
        store -> {
          NextFreeMigration.run(test.raw());
          NextFreeMigration.run(test.raw());
          assertEquals(List.of("d1", "d2", "d3"), due(store));
          assertEquals(List.of("d1", "d2", "d3"), inOrder(store));
          compute(store);
          NextFreeMigration.run(test.raw());
          assertEquals(List.of(), due(store));
          assertEquals(List.of("d3", "d2", "d1"), inOrder(store));
        });
  }

  @Test
  void doctorsWhomANodeOfTheFormerReleaseAddsAreDueToo(TestDatabase test) {
    withDoctors(
        test,
        store -> {
          assertEquals(List.of("d1", "d2", "d3"), due(store));
          Doctor stored = store.doctors().find(DoctorId.of("d1")).orElseThrow();
          store.doctors().save(stored);
          compute(store);
          assertEquals(List.of(), due(store));
          assertEquals(List.of("d3", "d2", "d1"), inOrder(store));
        });
  }

  private interface Check {
    void run(MongoStore store);
  }

  /** Three doctors as earlier releases store them. */
  private static void withDoctors(TestDatabase test, Check check) {
    test.raw().drop();
    try (MongoHandles handles = MongoHandles.open(test.uri())) {
      MongoStore store = new MongoStore(handles);
      for (String id : List.of("d1", "d2", "d3")) {
        store.doctors().add(Accounts.doctor(id), Accounts.HASH, Doctors.valid(id));
      }
      test.raw()
          .getCollection("doctors")
          .updateMany(
              new Document(),
              Updates.combine(
                  Updates.unset("nextFreeAt"),
                  Updates.unset("nextFreeDue"),
                  Updates.unset("nextFreeChanges")));
      assertEquals(
          3,
          test.raw().getCollection("doctors").countDocuments(Filters.exists("nextFreeDue", false)));
      check.run(store);
    }
  }

  private static List<String> due(MongoStore store) {
    return store.doctors().nextFreeDue(NOW, 10).stream()
        .map(each -> each.doctor().value())
        .sorted()
        .toList();
  }

  /** The later the identifier, the earlier the time. */
  private static void compute(MongoStore store) {
    store
        .doctors()
        .saveNextFree(
            store.doctors().nextFreeDue(NOW, 10).stream()
                .map(
                    due ->
                        new NextFree(
                            due.doctor(),
                            due.changes(),
                            Optional.of(NOW.minusSeconds(due.doctor().value().charAt(1))),
                            NOW.plusSeconds(60)))
                .toList());
  }

  private static List<String> inOrder(MongoStore store) {
    Page<DoctorListing> page =
        store
            .doctors()
            .search(
                new DoctorSearch(
                    Set.of(),
                    Optional.empty(),
                    0,
                    0,
                    DoctorSearch.Sort.SOONEST,
                    PageRequest.first(10)));
    return page.items().stream().map(listing -> listing.doctor().id().value()).toList();
  }
}
