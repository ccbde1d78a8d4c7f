package io.healthconnect.mongo.account;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Calendar links in MongoDB, as a part of the document of the account. */
public final class MongoCalendarLinkRepository implements CalendarLinkRepository {
  /** The member of the account's document. */
  static final String MEMBER = "calendarLink";

  private final MongoHandles handles;

  public MongoCalendarLinkRepository(MongoHandles handles) {
    this.handles = handles;
  }

  @Override
  public Optional<CalendarLink> find(AccountId account) {
    return first(Filters.eq("_id", account.value()));
  }

  @Override
  public Optional<CalendarLink> findByHash(String hash) {
    return first(Filters.eq(MEMBER + ".hash", hash));
  }

  private Optional<CalendarLink> first(Bson account) {
    return handles.run(
        () ->
            Optional.ofNullable(
                    handles
                        .reads(CollectionName.ACCOUNTS)
                        .find(account)
                        .projection(Projections.include(MEMBER))
                        .first())
                .flatMap(MongoCalendarLinkRepository::link));
  }

  private static Optional<CalendarLink> link(Document account) {
    return DocumentFields.optionalPart(account, MEMBER)
        .map(
            link ->
                new CalendarLink(
                    new AccountId(DocumentFields.text(account, "_id")),
                    DocumentFields.text(link, "hash"),
                    DocumentFields.instant(link, "createdAt")));
  }

  @Override
  public boolean replace(CalendarLink link) {
    Document part = new Document("hash", link.hash()).append("createdAt", link.createdAt());
    return handles.run(
        () ->
            handles
                    .collection(CollectionName.ACCOUNTS)
                    .updateOne(Erasures.present(link.account()), Updates.set(MEMBER, part))
                    .getMatchedCount()
                == 1);
  }
}
