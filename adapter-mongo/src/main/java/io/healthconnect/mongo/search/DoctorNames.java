package io.healthconnect.mongo.search;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Keeps the copies of a doctor's name and avatar in the directory, and the search words, up to
 * date.
 */
public final class DoctorNames {
  private DoctorNames() {}

  /** Updates the directory after a change of the account, in the same transaction. */
  public static void show(MongoHandles handles, ClientSession session, Account account) {
    var doctors = handles.collection(CollectionName.DOCTORS);
    var own = Filters.eq("_id", account.id().value());
    Document doctor = doctors.find(session, own).first();
    if (doctor != null) {
      String name = account.name().value();
      doctors.updateOne(
          session,
          own,
          Updates.combine(
              Updates.set("name", name),
              Updates.set("nameFolded", SearchWords.sortKey(name)),
              Updates.set("words", words(name, doctor)),
              account
                  .avatar()
                  .map(MediaId::value)
                  .map(avatar -> Updates.set("avatar", avatar))
                  .orElse(Updates.unset("avatar"))));
    }
  }

  /** Words of shown doctors. */
  public static Set<String> wordsBeginning(MongoHandles handles, String beginning, int most) {
    Set<String> words = new HashSet<>();
    handles
        .reads(CollectionName.DOCTORS)
        .find(Filters.and(ShownDoctors.shown(), WordFilters.beginning(beginning)))
        .hintString("words")
        .projection(Projections.include("words"))
        .limit(most)
        .forEach(doctor -> words.addAll(doctor.getList("words", String.class)));
    words.removeIf(word -> !word.startsWith(beginning));
    return words;
  }

  public static List<String> words(String name, Document doctor) {
    return List.copyOf(
        SearchWords.stored(
            name,
            DocumentFields.text(doctor, "specialization"),
            DocumentFields.text(doctor, "qualification")));
  }
}
