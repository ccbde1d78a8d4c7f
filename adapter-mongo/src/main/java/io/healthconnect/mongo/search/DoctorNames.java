package io.healthconnect.mongo.search;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Stored;
import java.util.List;
import org.bson.Document;

/** What of a doctor's account is kept in the directory, and the words to search by. */
public final class DoctorNames {
  private DoctorNames() {}

  /** After a change of the account, in its transaction. */
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

  public static List<String> words(String name, Document doctor) {
    return List.copyOf(
        SearchWords.of(
            name, Stored.text(doctor, "specialization"), Stored.text(doctor, "qualification")));
  }
}
