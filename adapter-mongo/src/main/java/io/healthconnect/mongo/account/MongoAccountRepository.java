package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.PasswordEvents;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.mongo.audit.AuditWrites;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.media.ShownImages;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.search.DoctorNames;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Accounts in MongoDB. A doctor's name and avatar are also kept in the directory. */
public final class MongoAccountRepository implements AccountRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> accounts;
  private final Reads reads;
  private final ShownImages images;
  private final MongoSessionRepository sessions;
  private final ResetTokens resetTokens;
  private final SecondFactors secondFactors;
  private final NoticeWrites notices;
  private final AuditWrites audit;

  public MongoAccountRepository(MongoHandles handles) {
    this.handles = handles;
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.reads = handles.reads(CollectionName.ACCOUNTS);
    this.images = new ShownImages(handles);
    this.sessions = new MongoSessionRepository(handles);
    this.resetTokens = new ResetTokens(handles);
    this.secondFactors = new SecondFactors(handles);
    this.notices = new NoticeWrites(handles);
    this.audit = new AuditWrites(handles);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return handles.run(
        () ->
            Optional.ofNullable(reads.find(Filters.eq("_id", id.value())).first())
                .map(AccountDocuments::account));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return handles.run(
        () ->
            Optional.ofNullable(accounts.find(Filters.eq("email", email.value())).first())
                .map(AccountDocuments::account));
  }

  @Override
  public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var wanted = Filters.in("_id", ids.stream().map(AccountId::value).toList());
    return handles.run(
        () -> {
          Map<AccountId, Account> found = new HashMap<>();
          for (Document document : reads.find(wanted)) {
            Account account = AccountDocuments.account(document);
            found.put(account.id(), account);
          }
          return Map.copyOf(found);
        });
  }

  @Override
  public Account save(Account account) {
    Account saved = handles.transact(session -> save(session, account));
    if (saved.role() == Role.DOCTOR) {
      handles.local().doctorChanged(new DoctorId(saved.id()));
    }
    return saved;
  }

  private Account save(ClientSession session, Account account) {
    Account stored =
        Optional.ofNullable(
                accounts
                    .find(
                        session,
                        Filters.and(
                            Erasures.present(account.id()),
                            Filters.eq("version", account.version())))
                    .first())
            .map(AccountDocuments::account)
            .orElseThrow(() -> new StaleVersionException("account"));
    Account saved = next(stored, account);
    accounts.updateOne(
        session,
        Filters.eq("_id", saved.id().value()),
        Updates.combine(
            Updates.set("name", saved.name().value()),
            Updates.set("words", AccountDocuments.words(saved)),
            Updates.set("sessionsValidFrom", saved.sessionsValidFrom()),
            Updates.set("version", saved.version()),
            saved
                .avatar()
                .map(avatar -> Updates.set("avatar", avatar.value()))
                .orElse(Updates.unset("avatar"))));
    show(session, saved, stored.avatar());
    if (saved.role() == Role.DOCTOR) {
      DoctorNames.show(handles, session, saved);
    }
    return saved;
  }

  /** Role, e-mail, standing, second factor and creation time stay as they are. */
  private static Account next(Account stored, Account wanted) {
    return new Account(
        stored.id(),
        stored.role(),
        wanted.name(),
        stored.email(),
        wanted.avatar(),
        stored.createdAt(),
        wanted.sessionsValidFrom(),
        stored.standing(),
        stored.secondFactor(),
        stored.emailStatus(),
        stored.version() + 1);
  }

  private void show(ClientSession session, Account saved, Optional<MediaId> former) {
    if (saved.avatar().equals(former)) {
      return;
    }
    saved
        .avatar()
        .ifPresent(
            id -> images.attach(session, id, saved.id(), ImagePurpose.AVATAR, Optional.empty()));
    former.ifPresent(id -> images.discard(session, id));
  }

  @Override
  public Optional<Credentials> credentials(AccountId id) {
    return credentials(Erasures.present(id));
  }

  @Override
  public Optional<Credentials> credentials(Email email) {
    return credentials(Filters.eq("email", email.value()));
  }

  private Optional<Credentials> credentials(Bson wanted) {
    return handles.run(
        () ->
            Optional.ofNullable(
                    reads.find(wanted).projection(Projections.include("passwordHash")).first())
                .map(AccountDocuments::credentials));
  }

  @Override
  public boolean renewHash(Credentials checked, PasswordHash renewed) {
    return handles.run(
        () ->
            accounts
                    .updateOne(
                        CredentialChecks.current(checked),
                        Updates.set("passwordHash", renewed.value()))
                    .getMatchedCount()
                == 1);
  }

  @Override
  public boolean changePassword(
      Credentials checked, PasswordHash next, SessionId keep, Instant now) {
    return handles.transact(
        session -> {
          boolean changed =
              accounts
                      .updateOne(session, CredentialChecks.current(checked), newPassword(next))
                      .getMatchedCount()
                  == 1;
          if (changed) {
            resetTokens.removeAll(session, checked.accountId());
            sessions.revokeAll(session, checked.accountId(), Optional.of(keep));
            notices.add(session, AccountNotices.ofNewPassword(checked.accountId(), now));
            audit.append(session, List.of(PasswordEvents.ofChange(checked.accountId(), keep, now)));
          }
          return changed;
        });
  }

  @Override
  public void addResetToken(ResetToken token) {
    handles.transact(session -> resetTokens.add(session, token));
  }

  @Override
  public Optional<ResetToken> findResetToken(String hash) {
    return handles.run(() -> resetTokens.find(hash));
  }

  @Override
  public boolean resetPassword(String hash, Instant now, PasswordHash next) {
    return handles.transact(
        session -> {
          Optional<AccountId> account =
              resetTokens
                  .valid(session, hash, now)
                  .map(ResetToken::accountId)
                  .filter(id -> replaceHash(session, id, next));
          account.ifPresent(
              id -> {
                resetTokens.removeAll(session, id);
                sessions.revokeAll(session, id, Optional.empty());
                notices.add(session, AccountNotices.ofNewPassword(id, now));
                audit.append(session, List.of(PasswordEvents.ofReset(id, now)));
              });
          return account.isPresent();
        });
  }

  private static Bson newPassword(PasswordHash next) {
    return Updates.combine(
        Updates.set("passwordHash", next.value()),
        Updates.unset("pendingEmail"),
        Updates.unset(MongoCalendarLinkRepository.MEMBER));
  }

  private boolean replaceHash(ClientSession session, AccountId id, PasswordHash next) {
    return accounts
            .updateOne(
                session,
                Filters.and(Filters.eq("_id", id.value()), Filters.ne("disabled", true)),
                newPassword(next))
            .getMatchedCount()
        == 1;
  }

  @Override
  public int purgeResetTokens(Instant now) {
    return handles.run(() -> resetTokens.purge(now));
  }

  @Override
  public Optional<SecondFactor> findSecondFactor(AccountId id) {
    return handles.run(() -> secondFactors.find(id));
  }

  @Override
  public boolean beginSecondFactor(AccountId id, TotpSecret secret) {
    return handles.run(() -> secondFactors.begin(id, secret));
  }

  @Override
  public boolean turnOnSecondFactor(
      AccountId id,
      SecondFactorProof.TimeStep first,
      Set<String> recoveryHashes,
      SessionId keep,
      AuditEvent event) {
    return handles.transact(
        session -> {
          boolean on = secondFactors.turnOn(session, id, first, recoveryHashes);
          if (on) {
            sessions.revokeAll(session, id, Optional.of(keep));
            audit.append(session, List.of(event));
          }
          return on;
        });
  }

  @Override
  public boolean removeSecondFactor(Credentials checked, AuditEvent event) {
    return handles.transact(
        session -> {
          boolean on = secondFactors.removeThatIsOn(session, checked);
          if (on) {
            audit.append(session, List.of(event));
          }
          return on || secondFactors.remove(session, checked);
        });
  }
}
