package io.healthconnect.mongo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Doctors of a release that knew no approval count as approved, and admins find everybody. */
@WithMongod
final class StandingMigrationTest {
  /** As a node of the former release leaves what it writes. */
  private static void formerRelease(MongoDatabase database) {
    database
        .getCollection("accounts")
        .updateMany(new Document(), new Document("$unset", new Document("words", "")));
    MongoCollection<Document> doctors = database.getCollection("doctors");
    doctors.dropIndexes();
    doctors.createIndex(Indexes.ascending("nameFolded", "_id"), new IndexOptions().name("name"));
    doctors.createIndex(Indexes.ascending("words"), new IndexOptions().name("words"));
    database.getCollection("migrations").deleteOne(new Document("_id", 8));
  }

  @Test
  void areApprovedAndFound(TestDatabase test) {
    MongoDatabase database = test.raw();
    try (MongoHandles handles = MongoHandles.open(test.uri())) {
      new MongoStore(handles)
          .doctors()
          .add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    }
    formerRelease(database);
    AccountSearch dora =
        new AccountSearch(
            Set.of("dora"), Optional.empty(), Optional.empty(), PageRequest.first(10));
    try (MongoHandles handles = MongoHandles.open(test.uri())) {
      MongoStore store = new MongoStore(handles);
      List<Account> found = store.administration().search(dora).items();
      assertEquals(List.of(Accounts.doctor("d1")), found);
      assertEquals(Standing.GOOD, found.get(0).standing());
      assertEquals(
          Visibility.LISTED,
          store.doctors().findListing(DoctorId.of("d1")).orElseThrow().visibility());
    }
    List<String> indexes = new ArrayList<>();
    database.getCollection("doctors").listIndexes().forEach(i -> indexes.add(i.getString("name")));
    assertEquals(true, indexes.contains("shownByName"));
    assertFalse(indexes.contains("name"));
  }
}
