package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.AccountState;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.mongo.appointment.PatientsOfDisabled;
import io.healthconnect.mongo.audit.AuditWrites;
import io.healthconnect.mongo.db.Cursors;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.search.ShownDoctors;
import io.healthconnect.mongo.search.WordFilters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The administration of accounts in MongoDB. */
public final class MongoAccountAdministration implements AccountAdministration {
  private final MongoHandles handles;
  private final MongoCollection<Document> accounts;
  private final MongoSessionRepository sessions;
  private final ResetTokens resetTokens;
  private final SecondFactors secondFactors;
  private final AuditWrites audit;
  private final Erasures erasures;
  private final PatientsOfDisabled patients;

  public MongoAccountAdministration(MongoHandles handles) {
    this.handles = handles;
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.sessions = new MongoSessionRepository(handles);
    this.resetTokens = new ResetTokens(handles);
    this.secondFactors = new SecondFactors(handles);
    this.audit = new AuditWrites(handles);
    this.erasures = new Erasures(handles);
    this.patients = new PatientsOfDisabled(handles);
  }

  @Override
  public Result<Account, EmailTaken> addAdmin(
      Account account, PasswordHash passwordHash, AuditEvent event) {
    return handles.transact(
        session ->
            NewAccounts.add(handles, session, account, passwordHash)
                .map(
                    added -> {
                      audit.append(session, List.of(event));
                      return added;
                    }));
  }

  @Override
  public Page<Account> search(AccountSearch search) {
    Bson wanted = filter(search);
    return handles.run(
        () ->
            Page.of(
                ReadablePages.first(
                    accounts.find(wanted).sort(Sorts.descending("createdAt", "_id")),
                    search.page().limit() + 1,
                    AccountDocuments::account),
                search.page(),
                account ->
                    new Cursor(
                        Long.toString(account.createdAt().toEpochMilli()), account.id().value())));
  }

  private static Bson filter(AccountSearch search) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.exists("erasedAt", false));
    all.addAll(WordFilters.of(search.words()));
    search.role().ifPresent(role -> all.add(Filters.eq("role", role.code())));
    search.state().ifPresent(state -> all.add(condition(state)));
    search
        .page()
        .after()
        .ifPresent(
            cursor ->
                all.add(
                    Cursors.below(
                        "createdAt",
                        Instant.ofEpochMilli(Cursor.number(cursor.key())),
                        "_id",
                        cursor.id())));
    return Filters.and(all);
  }

  private static Bson condition(AccountState state) {
    Bson enabled = Filters.ne("disabled", true);
    return switch (state) {
      case ACTIVE ->
          Filters.and(
              enabled, Filters.nin("approval", Approval.PENDING.code(), Approval.REJECTED.code()));
      case PENDING -> Filters.and(enabled, Filters.eq("approval", Approval.PENDING.code()));
      case REJECTED -> Filters.and(enabled, Filters.eq("approval", Approval.REJECTED.code()));
      case DISABLED -> Filters.eq("disabled", true);
    };
  }

  @Override
  public Result<Account, Decision.Refusal> decide(
      AccountId id, Decision decision, AuditEvent event) {
    return change(id, decision::applyTo, event);
  }

  @Override
  public Result<Account, Decision.Refusal> reject(
      AccountId id, RejectionReason reason, AuditEvent event) {
    return change(id, account -> Decision.reject(account, reason), event);
  }

  private Result<Account, Decision.Refusal> change(
      AccountId id,
      Function<Account, Result<Account, Decision.Refusal>> decision,
      AuditEvent event) {
    Result<Account, Decision.Refusal> decided =
        handles.transact(session -> change(session, id, decision, event));
    if (decided instanceof Result.Success<Account, Decision.Refusal> stored
        && stored.value().role() == Role.DOCTOR) {
      handles.local().doctorChanged(new DoctorId(id));
    }
    return decided;
  }

  private Result<Account, Decision.Refusal> change(
      ClientSession session,
      AccountId id,
      Function<Account, Result<Account, Decision.Refusal>> decision,
      AuditEvent event) {
    Optional<Account> stored =
        Optional.ofNullable(accounts.find(session, Filters.eq("_id", id.value())).first())
            .map(AccountDocuments::account);
    return stored.isEmpty()
        ? Result.failure(Decision.Refusal.UNKNOWN_ACCOUNT)
        : decision.apply(stored.get()).flatMap(next -> store(session, stored.get(), next, event));
  }

  private Result<Account, Decision.Refusal> store(
      ClientSession session, Account before, Account after, AuditEvent event) {
    if (after.standing().equals(before.standing())) {
      return Result.success(before);
    }
    if (after.standing().disabled()) {
      if (after.role() == Role.ADMIN && !hasOtherAdmin(accounts, session, after.id())) {
        return Result.failure(Decision.Refusal.LAST_ADMIN);
      }
      resetTokens.removeAll(session, after.id());
      sessions.revokeAll(session, after.id(), Optional.empty());
    }
    audit.append(session, List.of(event));
    accounts.updateOne(session, Filters.eq("_id", after.id().value()), changes(after.standing()));
    if (after.role() == Role.DOCTOR
        && after.standing().visibility() != before.standing().visibility()) {
      ShownDoctors.show(handles, session, after);
    }
    if (after.role() == Role.DOCTOR
        && after.standing().disabled()
        && !before.standing().disabled()) {
      patients.tell(session, new DoctorId(after.id()), event.at());
    }
    return Result.success(after.withVersion(before.version() + 1));
  }

  /**
   * Whether there is another admin who is not disabled. Writing to each of them makes two
   * transactions that disable different admins collide; otherwise each would count the other's.
   */
  static boolean hasOtherAdmin(
      MongoCollection<Document> accounts, ClientSession session, AccountId id) {
    Bson enabled = Filters.and(Filters.eq("role", Role.ADMIN.code()), Filters.ne("disabled", true));
    return accounts
            .updateMany(
                session,
                Filters.and(enabled, Filters.ne("_id", id.value())),
                Updates.inc("adminsCounted", 1L))
            .getMatchedCount()
        > 0;
  }

  @Override
  public Optional<Account> removeSecondFactor(AccountId id, AuditEvent event) {
    return handles.transact(
        session -> {
          Optional<Account> stored =
              Optional.ofNullable(accounts.find(session, Erasures.present(id)).first())
                  .map(AccountDocuments::account);
          if (stored.filter(Account::secondFactor).isPresent()) {
            audit.append(session, List.of(event));
            secondFactors.remove(session, id);
            sessions.revokeAll(session, id, Optional.empty());
          }
          return stored.map(account -> account.withSecondFactor(false));
        });
  }

  @Override
  public Result<Account, Erasure.Refusal> erase(Erasure erasure) {
    Result<Account, Erasure.Refusal> erased =
        handles.transact(session -> erasures.run(session, erasure));
    if (erased instanceof Result.Success<Account, Erasure.Refusal> stored
        && stored.value().role() == Role.DOCTOR) {
      handles.local().doctorChanged(new DoctorId(erasure.id()));
    }
    return erased;
  }

  @Override
  public List<AccountId> unfinishedErasures(Instant before, int limit) {
    return handles.run(() -> erasures.unfinished(before, limit));
  }

  @Override
  public void finishErasure(AccountId id) {
    handles.run(() -> erasures.finish(id));
  }

  @Override
  public List<AccountId> retained(Instant erasedBefore, int limit) {
    return handles.run(() -> erasures.retained(erasedBefore, limit));
  }

  @Override
  public void endRetention(AccountId id) {
    handles.run(() -> erasures.endRetention(id));
  }

  private static Bson changes(Standing standing) {
    return Updates.combine(
        standing.approval() == Approval.NOT_REQUIRED
            ? Updates.unset("approval")
            : Updates.set("approval", standing.approval().code()),
        standing
            .rejection()
            .map(reason -> Updates.set("rejectionReason", reason.value()))
            .orElse(Updates.unset("rejectionReason")),
        standing.disabled() ? Updates.set("disabled", true) : Updates.unset("disabled"),
        Updates.inc("version", 1L));
  }
}
