package io.healthconnect.mongo.search;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.mongo.db.DocumentFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps when doctors are free next, and for whom it must be computed. Nodes of releases before step
 * 21 add doctors without these members, who are due.
 */
public final class NextFreeTimes {
  private static final String AT = "nextFreeAt";
  private static final String DUE = "nextFreeDue";
  private static final String CHANGES = "nextFreeChanges";
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

  private NextFreeTimes() {}

  /** Writes the members into a new document. */
  public static void append(Document doctor) {
    doctor.append(AT, NEVER).append(DUE, Instant.EPOCH).append(CHANGES, 0L);
  }

  /** Makes the doctor due, in the step that changes what the time depends on. */
  public static Bson changed() {
    return Updates.combine(Updates.set(DUE, Instant.EPOCH), Updates.inc(CHANGES, 1L));
  }

  /** Matches writes in the change stream that store what was computed, which nobody is told. */
  public static Bson isComputed() {
    return Filters.and(
        Filters.exists("updateDescription.updatedFields." + DUE),
        Filters.exists("updateDescription.updatedFields." + CHANGES, false));
  }

  /** The place of a doctor in the order, in milliseconds. */
  public static long place(Document doctor) {
    return DocumentFields.optionalInstant(doctor, AT).orElse(Instant.EPOCH).toEpochMilli();
  }

  public static List<NextFree.Due> due(MongoCollection<Document> doctors, Instant now, int most) {
    return doctors
        .find(Filters.not(Filters.gt(DUE, now)))
        .hintString("nextFreeDue")
        .sort(Sorts.ascending(DUE, "_id"))
        .projection(Projections.include(CHANGES))
        .limit(most)
        .map(
            doctor ->
                new NextFree.Due(
                    DoctorId.of(DocumentFields.text(doctor, "_id")), doctor.get(CHANGES, 0L)))
        .into(new ArrayList<>());
  }

  public static void save(MongoCollection<Document> doctors, List<NextFree> computed) {
    if (!computed.isEmpty()) {
      doctors.bulkWrite(
          computed.stream().map(NextFreeTimes::update).toList(),
          new BulkWriteOptions().ordered(false));
    }
  }

  private static UpdateOneModel<Document> update(NextFree computed) {
    return new UpdateOneModel<>(
        Filters.and(
            Filters.eq("_id", computed.doctor().value()),
            Filters.not(Filters.gt(CHANGES, computed.changes()))),
        Updates.combine(
            Updates.set(AT, computed.at().orElse(NEVER)), Updates.set(DUE, computed.dueAt())));
  }
}
