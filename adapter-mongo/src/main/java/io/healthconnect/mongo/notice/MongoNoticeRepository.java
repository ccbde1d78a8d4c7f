package io.healthconnect.mongo.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Notices in MongoDB. */
public final class MongoNoticeRepository implements NoticeRepository {
  private static final String UNREAD = "unread";

  private final MongoHandles handles;
  private final MongoCollection<Document> notices;
  private final Reads reads;
  private final MongoCollection<Document> accounts;
  private final MongoCollection<Document> settings;
  private final Reads settingsReads;
  private final ReminderWrites reminders;

  public MongoNoticeRepository(MongoHandles handles) {
    this.handles = handles;
    this.notices = handles.collection(CollectionName.NOTICES);
    this.reads = handles.reads(CollectionName.NOTICES);
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.settings = handles.collection(CollectionName.NOTICE_SETTINGS);
    this.settingsReads = handles.reads(CollectionName.NOTICE_SETTINGS);
    this.reminders = new ReminderWrites(handles);
  }

  @Override
  public Page<Notice> list(AccountId account, PageRequest page) {
    long before = page.after().map(Cursor::key).map(Cursor::number).orElse(Long.MAX_VALUE);
    Bson wanted =
        Filters.and(
            Filters.eq("accountId", account.value()),
            Filters.lt("seq", before),
            Filters.ne("fromId", account.value()));
    return handles.run(
        () ->
            Page.of(
                ReadablePages.first(
                    reads.find(wanted).sort(Sorts.descending("seq")),
                    page.limit() + 1,
                    NoticeDocuments::notice),
                page,
                notice -> new Cursor(Long.toString(notice.seq()), "-")));
  }

  @Override
  public int unread(AccountId account) {
    return handles.run(
        () ->
            (int) notices.countDocuments(unreadOf(account), new CountOptions().hintString(UNREAD)));
  }

  @Override
  public boolean isRead(AccountId account, long seq) {
    Bson read =
        Filters.and(
            Filters.eq("accountId", account.value()),
            Filters.eq("seq", seq),
            Filters.exists("readAt"));
    return handles.run(() -> reads.find(read).hintString("account").first() != null);
  }

  @Override
  public int markRead(AccountId account, long upTo, Instant at) {
    Bson read = Updates.combine(Updates.unset(UNREAD), Updates.set("readAt", at));
    return handles.transact(
        session ->
            (int)
                notices
                    .updateMany(
                        session,
                        Filters.and(unreadOf(account), Filters.lte("seq", upTo)),
                        read,
                        new UpdateOptions().hintString(UNREAD))
                    .getModifiedCount());
  }

  @Override
  public Optional<NoticeSettings> settings(AccountId account) {
    return handles.run(
        () ->
            Optional.ofNullable(settingsReads.find(Filters.eq("_id", account.value())).first())
                .map(SettingsDocuments::settings));
  }

  /** A change of the account's document conflicts with its erasure, and with its notices. */
  @Override
  public NoticeSettings changeSettings(
      AccountId account, Role role, UnaryOperator<NoticeSettings> change, Instant now) {
    Bson present =
        Filters.and(Filters.eq("_id", account.value()), Filters.exists("erasedAt", false));
    return handles.transact(
        session -> {
          boolean found =
              accounts
                      .updateOne(session, present, Updates.inc("noticeSettings", 1L))
                      .getMatchedCount()
                  == 1;
          NoticeSettings before = reminders.settings(session, account, role);
          NoticeSettings after = change.apply(before);
          if (found) {
            settings.updateOne(
                session,
                Filters.eq("_id", account.value()),
                SettingsDocuments.update(after),
                new UpdateOptions().upsert(true));
            if (!after.reminderMinutes().equals(before.reminderMinutes())) {
              reminders.replaceAll(session, account, role, after, now);
            }
          }
          return after;
        });
  }

  @Override
  public int remind(Instant now, int most) {
    int removed = 0;
    for (ReminderWrites.Due due : handles.run(() -> reminders.due(now, most))) {
      removed += handles.transact(session -> reminders.remind(session, due, now));
    }
    return removed;
  }

  private static Bson unreadOf(AccountId account) {
    return Filters.and(Filters.eq("accountId", account.value()), Filters.eq(UNREAD, true));
  }
}
