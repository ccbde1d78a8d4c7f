package io.healthconnect.benchmarks.growth;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.benchmarks.server.MongoSettings;
import io.healthconnect.mongod.ReplicaSet;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A replica set of one member. */
final class MongoStore implements FilledStore {
  private static final String DATABASE = "health-connect";
  private static final int BATCH = 10_000;
  private static final long MINUTE = 60_000;
  private static final long MUCH_LATER = 253_402_300_799_999L;

  /** How many messages the template has. */
  private static final int BEFORE = 2;

  private final ReplicaSet set = ReplicaSet.start(1);
  private final MongoClient client = MongoClients.create(set.uri());
  private final MongoDatabase database = client.getDatabase(DATABASE);
  private final Map<String, String> settings = MongoSettings.of(set, DATABASE);

  @Override
  public String name() {
    return "MongoDB";
  }

  @Override
  public Map<String, String> settings() {
    return settings;
  }

  @Override
  public OptionalLong database() {
    return OptionalLong.of(set.members().get(0).pid());
  }

  @Override
  public void fill(People people, Sizes sizes, long now) {
    Bson doctor = Filters.eq("_id", people.doctor());
    Bson patient = Filters.eq("_id", people.patient());
    copy(
        "accounts",
        doctor,
        sizes.doctors(),
        n -> account(new Listed(n).id(), new Listed(n).name()));
    copy("doctors", doctor, sizes.doctors(), n -> document(new Listed(n), now));
    copy(
        "accounts",
        patient,
        sizes.conversations(),
        n -> account(Ids.of("p", n), new Listed(n).name()));
    copy("patients", patient, sizes.conversations(), n -> new Document("_id", Ids.of("p", n)));
    copy(
        "appointments",
        Filters.eq("_id", people.appointment()),
        sizes.appointments(),
        n -> document(new Visit(n, now, sizes.conversations())));
    MongoCollection<Document> messages = database.getCollection("messages");
    messages.updateMany(
        Filters.empty(), Updates.combine(Updates.unset("heads"), Updates.unset("unread")));
    Bson first = Filters.eq("seq", 1L);
    copy("messages", first, sizes.messages(), n -> line(people, sizes.messages(), n, now));
    Bson template = Filters.and(first, Filters.eq("senderId", people.patient()));
    copy("messages", template, sizes.conversations(), n -> opening(people, n, now));
  }

  private static Document account(String id, String name) {
    return new Document("_id", id).append("name", name).append("email", id + "@example.org");
  }

  private static Document document(Listed doctor, long now) {
    return new Document("_id", doctor.id())
        .append("name", doctor.name())
        .append("nameFolded", doctor.nameFolded())
        .append("specialization", doctor.field())
        .append("specializationFolded", doctor.fieldFolded())
        .append("experience", doctor.experience())
        .append("words", doctor.words())
        .append(
            "rating",
            new Document("sum", (long) doctor.ratings() * doctor.hundredths() / 100)
                .append("count", (long) doctor.ratings())
                .append("hundredths", (long) doctor.hundredths()))
        .append("nextFreeAt", new Date(doctor.nextFreeAt(now)))
        .append("nextFreeDue", new Date(MUCH_LATER));
  }

  private static Document document(Visit visit) {
    Document document =
        new Document("_id", visit.id())
            .append("patientId", visit.patient())
            .append("date", visit.date())
            .append("startTime", visit.startTime())
            .append("endTime", visit.endTime())
            .append("startsAt", new Date(visit.startsAt()))
            .append("endsAt", new Date(visit.endsAt()))
            .append("status", visit.status())
            .append("occupying", visit.isToCome());
    return visit.isReviewed()
        ? document.append(
            "review",
            new Document("rating", 4)
                .append("text", "Takes time.")
                .append("createdAt", new Date(visit.endsAt())))
        : document;
  }

  private static Document line(People people, long count, long n, long now) {
    Document message =
        new Document("_id", Ids.of("m", n))
            .append("clientId", Ids.of("c", n))
            .append("seq", n + 1 + BEFORE)
            .append("createdAt", new Date(now - (count - n)));
    if (n < count - UNREAD) {
      message.append("readAt", new Date(now));
    } else {
      message.append("unread", true);
    }
    return n == count - 1
        ? message.append("heads", List.of(people.doctor(), people.patient()))
        : message;
  }

  private static Document opening(People people, long n, long now) {
    String patient = Ids.of("p", n);
    String doctor = people.doctor();
    Date at = new Date(now - (n + 1) * MINUTE);
    Document message =
        new Document("_id", Ids.of("o", n))
            .append("clientId", Ids.of("o", n))
            .append(
                "conversation",
                patient.compareTo(doctor) < 0 ? patient + ":" + doctor : doctor + ":" + patient)
            .append("senderId", patient)
            .append("receiverId", doctor)
            .append("createdAt", at)
            .append("heads", List.of(doctor, patient));
    return n % UNREAD_EACH == 0 ? message.append("unread", true) : message.append("readAt", at);
  }

  /** Inserts copies of the document that matches, each with some members changed. */
  private void copy(String name, Bson template, long count, LongFunction<Document> changes) {
    MongoCollection<Document> collection = database.getCollection(name);
    Document found = Objects.requireNonNull(collection.find(template).first(), name);
    List<Document> batch = new ArrayList<>(BATCH);
    for (long n = 0; n < count; n++) {
      Document copy = new Document(found);
      copy.putAll(changes.apply(n));
      batch.add(copy);
      if (batch.size() == BATCH || n == count - 1) {
        collection.insertMany(batch, new InsertManyOptions().ordered(false));
        batch.clear();
      }
    }
  }

  @Override
  public void close() {
    client.close();
    set.close();
  }
}
