package io.healthconnect.mongo.doctor;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Stored;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** How many doctors practise what; kept in step with them. */
final class Specializations {
  private final MongoCollection<Document> specializations;

  Specializations(MongoHandles handles) {
    this.specializations = handles.collection(CollectionName.SPECIALIZATIONS);
  }

  List<SpecializationCount> all() {
    return specializations
        .find(Filters.gt("doctors", 0))
        .sort(Sorts.ascending("_id"))
        .map(
            document ->
                new SpecializationCount(
                    Stored.text(document, "written"), Stored.number(document, "doctors")))
        .into(new ArrayList<>());
  }

  /** One doctor more practises this. */
  void count(ClientSession session, String specialization) {
    specializations.updateOne(
        session,
        Filters.eq("_id", SearchWords.fold(specialization)),
        Updates.combine(Updates.setOnInsert("written", specialization), Updates.inc("doctors", 1L)),
        new UpdateOptions().upsert(true));
  }

  /** One doctor less practises this. */
  void discount(ClientSession session, String folded) {
    Document left =
        specializations.findOneAndUpdate(
            session, Filters.eq("_id", folded), Updates.inc("doctors", -1L));
    if (left != null && Stored.number(left, "doctors") == 1) {
      specializations.deleteOne(session, Filters.eq("_id", folded));
    }
  }
}
