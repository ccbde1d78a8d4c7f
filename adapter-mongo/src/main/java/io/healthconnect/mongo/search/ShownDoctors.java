package io.healthconnect.mongo.search;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps in each doctor's document whether the directory shows it: {@code hidden} and {@code
 * verified}, each only where it is true.
 */
public final class ShownDoctors {
  private ShownDoctors() {}

  /** Matches doctors whom the directory shows. */
  public static Bson shown() {
    return Filters.eq("hidden", null);
  }

  public static boolean isHidden(Document doctor) {
    return doctor.getBoolean("hidden", false);
  }

  public static Visibility visibility(Document doctor) {
    if (isHidden(doctor)) {
      return Visibility.HIDDEN;
    }
    return doctor.getBoolean("verified", false) ? Visibility.VERIFIED : Visibility.LISTED;
  }

  /** Writes the members into a new document. */
  public static void append(Document doctor, Visibility visibility) {
    if (visibility == Visibility.HIDDEN) {
      doctor.append("hidden", true);
    }
    if (visibility == Visibility.VERIFIED) {
      doctor.append("verified", true);
    }
  }

  /** Shows or hides the doctor after a decision about the account, in the same transaction. */
  public static void show(MongoHandles handles, ClientSession session, Account account) {
    Visibility visibility = account.standing().visibility();
    Bson own = Filters.eq("_id", account.id().value());
    Document former =
        Optional.ofNullable(
                handles
                    .collection(CollectionName.DOCTORS)
                    .findOneAndUpdate(session, own, changes(visibility)))
            .orElseThrow(() -> new IllegalStateException("an account of a doctor has no doctor"));
    String specialization = DocumentFields.text(former, "specialization");
    Specializations specializations = new Specializations(handles);
    if (isHidden(former) && visibility.isListed()) {
      specializations.count(session, specialization);
    } else if (!isHidden(former) && !visibility.isListed()) {
      specializations.discount(session, DocumentFields.text(former, "specializationFolded"));
    }
  }

  private static Bson changes(Visibility visibility) {
    return Updates.combine(
        List.of(
            mark("hidden", visibility == Visibility.HIDDEN),
            mark("verified", visibility == Visibility.VERIFIED)));
  }

  private static Bson mark(String member, boolean present) {
    return present ? Updates.set(member, true) : Updates.unset(member);
  }
}
