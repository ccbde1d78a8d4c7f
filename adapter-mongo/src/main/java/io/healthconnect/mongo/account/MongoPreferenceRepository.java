package io.healthconnect.mongo.account;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.ZoneId;
import java.util.Optional;
import org.bson.Document;

/** Preferences in MongoDB, as a part of the document of the account. */
public final class MongoPreferenceRepository implements PreferenceRepository {
  /** The member of the account's document. */
  static final String MEMBER = "preferences";

  private final MongoHandles handles;

  public MongoPreferenceRepository(MongoHandles handles) {
    this.handles = handles;
  }

  @Override
  public Optional<Preferences> find(AccountId account) {
    return handles.run(
        () ->
            Optional.ofNullable(
                    handles
                        .reads(CollectionName.ACCOUNTS)
                        .find(Filters.eq("_id", account.value()))
                        .projection(Projections.include(MEMBER))
                        .first())
                .flatMap(document -> DocumentFields.optionalPart(document, MEMBER))
                .map(MongoPreferenceRepository::preferences));
  }

  private static Preferences preferences(Document stored) {
    return new Preferences(
        Language.parse(DocumentFields.text(stored, "language")),
        ZoneId.of(DocumentFields.text(stored, "timeZone")));
  }

  @Override
  public boolean save(AccountId account, Preferences preferences) {
    Document part =
        new Document("language", preferences.language().code())
            .append("timeZone", preferences.timeZone().getId());
    return handles.run(
        () ->
            handles
                    .collection(CollectionName.ACCOUNTS)
                    .updateOne(Erasures.present(account), Updates.set(MEMBER, part))
                    .getMatchedCount()
                == 1);
  }
}
