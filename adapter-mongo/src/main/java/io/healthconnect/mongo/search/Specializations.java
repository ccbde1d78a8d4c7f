package io.healthconnect.mongo.search;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** How many doctors who are shown have each specialization, kept in step with their profiles. */
public final class Specializations {
  private final MongoCollection<Document> specializations;

  public Specializations(MongoHandles handles) {
    this.specializations = handles.collection(CollectionName.SPECIALIZATIONS);
  }

  public List<SpecializationCount> all() {
    return specializations
        .find(Filters.gt("doctors", 0))
        .sort(Sorts.ascending("_id"))
        .map(
            document ->
                new SpecializationCount(
                    DocumentFields.text(document, "written"),
                    DocumentFields.number(document, "doctors")))
        .into(new ArrayList<>());
  }

  /** Counts one more doctor with this specialization. */
  public void count(ClientSession session, String specialization) {
    specializations.updateOne(
        session,
        Filters.eq("_id", SearchWords.fold(specialization)),
        Updates.combine(Updates.setOnInsert("written", specialization), Updates.inc("doctors", 1L)),
        new UpdateOptions().upsert(true));
  }

  /** Counts one doctor fewer with this specialization. */
  public void discount(ClientSession session, String folded) {
    Document left =
        specializations.findOneAndUpdate(
            session, Filters.eq("_id", folded), Updates.inc("doctors", -1L));
    if (left != null && DocumentFields.number(left, "doctors") == 1) {
      specializations.deleteOne(session, Filters.eq("_id", folded));
    }
  }
}
