package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Erasure.Refusal;
import io.healthconnect.domain.account.Role;
import io.healthconnect.mongo.appointment.ContactFence;
import io.healthconnect.mongo.appointment.HoldWrites;
import io.healthconnect.mongo.audit.AuditWrites;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.media.ShownImages;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.outbox.AccountMailWrites;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.search.ShownDoctors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Erases accounts, as part of a transaction. */
final class Erasures {
  private static final String RETENTION_ENDED = "retentionEnded";

  private final MongoHandles handles;
  private final MongoCollection<Document> accounts;
  private final MongoSessionRepository sessions;
  private final ResetTokens resetTokens;
  private final EmailTokens emailTokens;
  private final AccountMailWrites mails;
  private final ShownImages images;
  private final AuditWrites audit;
  private final ContactFence contacts;
  private final HoldWrites holds;
  private final NoticeWrites notices;

  Erasures(MongoHandles handles) {
    this.handles = handles;
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.sessions = new MongoSessionRepository(handles);
    this.resetTokens = new ResetTokens(handles);
    this.emailTokens = new EmailTokens(handles);
    this.mails = new AccountMailWrites(handles);
    this.images = new ShownImages(handles);
    this.audit = new AuditWrites(handles);
    this.contacts = new ContactFence(handles);
    this.holds = new HoldWrites(handles);
    this.notices = new NoticeWrites(handles);
  }

  Result<Account, Refusal> run(ClientSession session, Erasure erasure) {
    Document stored = accounts.find(session, present(erasure.id())).first();
    if (stored == null) {
      return Result.failure(Refusal.UNKNOWN_ACCOUNT);
    }
    if (!erasure.isConfirmedBy(Optional.of(AccountDocuments.credentials(stored)))) {
      return Result.failure(Refusal.PASSWORD_CHANGED);
    }
    Account account = AccountDocuments.account(stored);
    boolean last =
        account.role() == Role.ADMIN
            && !MongoAccountAdministration.hasOtherAdmin(accounts, session, account.id());
    return last
        ? Result.failure(Refusal.LAST_ADMIN)
        : Result.success(erase(session, account, erasure));
  }

  /** Matches the account unless it was erased. */
  static Bson present(AccountId id) {
    return Filters.and(Filters.eq("_id", id.value()), Filters.exists("erasedAt", false));
  }

  private Account erase(ClientSession session, Account account, Erasure erasure) {
    audit.append(session, List.of(erasure.event()));
    resetTokens.removeAll(session, account.id());
    emailTokens.removeAll(session, account.id());
    mails.removeAll(session, account);
    notices.removeAll(session, account.id());
    sessions.revokeAll(session, account.id(), Optional.empty());
    Account erased = account.erased().withVersion(account.version() + 1);
    Bson own = Filters.eq("_id", account.id().value());
    if (account.role() == Role.DOCTOR) {
      if (account.standing().visibility().isListed()) {
        ShownDoctors.show(handles, session, erased);
      }
      handles.collection(CollectionName.DOCTORS).updateOne(session, own, eraseDoctor(erased));
      handles.collection(CollectionName.RUNNING_LATE).deleteOne(session, own);
      contacts.endAll(session, erased.id());
    } else if (account.role() == Role.PATIENT) {
      handles.collection(CollectionName.PATIENTS).updateOne(session, own, erasePatient());
      holds.remove(session, erased.id());
    }
    accounts.updateOne(session, own, eraseAccount(erased, erasure.at()));
    images.discardOf(session, erased.id());
    return erased;
  }

  private static Bson eraseAccount(Account erased, Instant at) {
    return Updates.combine(
        Updates.set("name", erased.name().value()),
        Updates.set("email", erased.email().value()),
        Updates.set("passwordHash", ""),
        Updates.set("words", List.of()),
        Updates.unset("avatar"),
        Updates.unset("secondFactor"),
        Updates.unset("rejectionReason"),
        Updates.unset("emailConfirmed"),
        Updates.unset("pendingEmail"),
        Updates.unset("evidence"),
        Updates.unset(MongoPreferenceRepository.MEMBER),
        Updates.unset(MongoCalendarLinkRepository.MEMBER),
        Updates.set("disabled", true),
        Updates.set("erasedAt", at),
        Updates.set("erasing", true),
        Updates.set("version", erased.version()));
  }

  private static Bson eraseDoctor(Account erased) {
    return Updates.combine(
        Updates.set("name", erased.name().value()),
        Updates.set("nameFolded", ""),
        Updates.set("words", List.of()),
        Updates.set("experience", 0),
        Updates.set("qualification", ""),
        Updates.set("about", ""),
        Updates.set("languages", List.of()),
        Updates.set("schedule", List.of()),
        Updates.set("overrides", List.of()),
        Updates.unset("contactNumber"),
        Updates.unset("avatar"),
        Updates.set("erased", true),
        Updates.inc("version", 1L));
  }

  private static Bson erasePatient() {
    return Updates.combine(
        Updates.set("emergencyContacts", List.of()),
        Updates.unset("dateOfBirth"),
        Updates.unset("gender"),
        Updates.unset("bloodGroup"),
        Updates.unset("allergies"),
        Updates.unset("contactNumber"),
        Updates.set("erased", true),
        Updates.inc("version", 1L));
  }

  List<AccountId> unfinished(Instant before, int limit) {
    return accounts
        .find(Filters.and(Filters.eq("erasing", true), Filters.lt("erasedAt", before)))
        .sort(Sorts.ascending("erasedAt", "_id"))
        .limit(limit)
        .projection(Projections.include("_id"))
        .map(document -> new AccountId(DocumentFields.text(document, "_id")))
        .into(new ArrayList<>());
  }

  boolean finish(AccountId id) {
    return accounts
            .updateOne(Filters.eq("_id", id.value()), Updates.unset("erasing"))
            .getModifiedCount()
        == 1;
  }

  List<AccountId> retained(Instant erasedBefore, int limit) {
    return accounts
        .find(Filters.and(Filters.eq(RETENTION_ENDED, null), Filters.lt("erasedAt", erasedBefore)))
        .hintString("retained")
        .sort(Sorts.ascending("erasedAt", "_id"))
        .limit(limit)
        .projection(Projections.include("_id"))
        .map(document -> new AccountId(DocumentFields.text(document, "_id")))
        .into(new ArrayList<>());
  }

  boolean endRetention(AccountId id) {
    Bson erased = Filters.and(Filters.eq("_id", id.value()), Filters.exists("erasedAt"));
    return accounts.updateOne(erased, Updates.set(RETENTION_ENDED, true)).getMatchedCount() == 1;
  }
}
