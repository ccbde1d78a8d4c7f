package io.healthconnect.mongo.notice;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.outbox.OutboxWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Writes notices, as part of the transaction whose change they tell of. The account counts its
 * notices, so of two transactions with a notice for one person, one is repeated. An inserted notice
 * is its own event.
 */
public final class NoticeWrites {
  private static final FindOneAndUpdateOptions COUNTED =
      new FindOneAndUpdateOptions()
          .returnDocument(ReturnDocument.AFTER)
          .projection(Projections.include("notices"));

  private final MongoCollection<Document> accounts;
  private final MongoCollection<Document> notices;
  private final OutboxWrites outbox;
  private final MongoCollection<Document> reminders;
  private final MongoCollection<Document> settings;

  public NoticeWrites(MongoHandles handles) {
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.notices = handles.collection(CollectionName.NOTICES);
    this.outbox = new OutboxWrites(handles);
    this.reminders = handles.collection(CollectionName.REMINDERS);
    this.settings = handles.collection(CollectionName.NOTICE_SETTINGS);
  }

  /**
   * Adds the notices, except those to accounts that were erased, and those that an unread one
   * stands for.
   */
  public void add(ClientSession session, List<NoticeDraft> drafts) {
    for (NoticeDraft draft : drafts) {
      if (!isTold(session, draft)) {
        numbered(session, draft).ifPresent(notice -> insert(session, notice));
      }
    }
  }

  private boolean isTold(ClientSession session, NoticeDraft draft) {
    return draft.kind().standsForLater()
        && notices
                .find(session, unread(draft.to(), draft.kind(), draft.from()))
                .hintString("unread")
                .first()
            != null;
  }

  private static Bson unread(AccountId account, NoticeKind kind, Optional<AccountId> from) {
    return Filters.and(
        Filters.eq("accountId", account.value()),
        Filters.eq("unread", true),
        Filters.eq("kind", kind.code()),
        Filters.eq("fromId", from.map(AccountId::value).orElse(null)));
  }

  /** Marks the person's unread notices of this kind from somebody as read. */
  public void markRead(
      ClientSession session, AccountId account, NoticeKind kind, AccountId from, Instant at) {
    notices.updateMany(
        session,
        unread(account, kind, Optional.of(from)),
        Updates.combine(Updates.unset("unread"), Updates.set("readAt", at)),
        new UpdateOptions().hintString("unread"));
  }

  /** Empty if the account was erased. */
  private Optional<Notice> numbered(ClientSession session, NoticeDraft draft) {
    Bson present =
        Filters.and(Filters.eq("_id", draft.to().value()), Filters.exists("erasedAt", false));
    Document counted =
        accounts.findOneAndUpdate(session, present, Updates.inc("notices", 1L), COUNTED);
    return Optional.ofNullable(counted)
        .map(account -> draft.numbered(DocumentFields.number(account, "notices")));
  }

  private void insert(ClientSession session, Notice notice) {
    notices.insertOne(session, NoticeDocuments.document(notice));
    outbox.add(session, notice);
    long oldest = notice.seq() - NoticeRepository.MOST;
    if (oldest > 0) {
      notices.deleteOne(
          session,
          Filters.and(Filters.eq("accountId", notice.to().value()), Filters.eq("seq", oldest)));
      outbox.remove(session, notice.to(), oldest);
    }
  }

  /** Removes all of an account that is erased. */
  public void removeAll(ClientSession session, AccountId account) {
    Bson own = Filters.eq("accountId", account.value());
    notices.deleteMany(session, own);
    reminders.deleteMany(session, own);
    settings.deleteOne(session, Filters.eq("_id", account.value()));
    outbox.removeAll(session, account);
  }
}
