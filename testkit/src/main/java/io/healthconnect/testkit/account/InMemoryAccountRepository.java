package io.healthconnect.testkit.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.PasswordEvents;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.media.InMemoryMediaRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Accounts in memory. */
public final class InMemoryAccountRepository implements AccountRepository {
  private static final Comparator<ResetToken> NEWEST_FIRST =
      Comparator.comparing(ResetToken::createdAt).thenComparing(ResetToken::hash).reversed();

  private final StoreLock lock;
  private final InMemoryMediaRepository media;
  private final InMemorySessionRepository sessions;
  private final Map<AccountId, Account> accounts = new HashMap<>();
  private final Map<Email, AccountId> byEmail = new HashMap<>();
  private final Map<AccountId, PasswordHash> hashes = new HashMap<>();
  private final Map<String, ResetToken> resetTokens = new HashMap<>();
  private final InMemorySecondFactors secondFactors;
  private Consumer<List<NoticeDraft>> news = drafts -> {};
  private Consumer<List<AuditEvent>> audit = events -> {};
  private Consumer<AccountId> endCalendarLink = id -> {};

  public InMemoryAccountRepository(
      StoreLock lock, InMemoryMediaRepository media, InMemorySessionRepository sessions) {
    this.lock = lock;
    this.media = media;
    this.sessions = sessions;
    this.secondFactors = new InMemorySecondFactors(accounts, sessions);
    sessions.checkWith(this::admits);
  }

  /** For the repository of notices, which adds those of accounts. */
  public void tellWith(Consumer<List<NoticeDraft>> adding) {
    this.news = adding;
    sessions.tellWith(adding);
  }

  /** For the repository of calendar links, which end with the password. */
  public void endCalendarLinkWith(Consumer<AccountId> ending) {
    this.endCalendarLink = ending;
  }

  /** For the store: the log, which is written first, so that without it nothing changes. */
  public void auditWith(Consumer<List<AuditEvent>> adding) {
    this.audit = adding;
  }

  /**
   * For the repositories that add people: stores the account unless its e-mail address is taken.
   */
  public Result<Account, EmailTaken> add(Account account, PasswordHash passwordHash) {
    return lock.step(
        () -> {
          if (byEmail.containsKey(account.email())) {
            return Result.failure(new EmailTaken());
          }
          if (accounts.containsKey(account.id())) {
            throw new IllegalStateException("the account already exists");
          }
          byEmail.put(account.email(), account.id());
          hashes.put(account.id(), passwordHash);
          accounts.put(account.id(), account.withVersion(1));
          return Result.success(account.withVersion(1));
        });
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return lock.step(() -> Optional.ofNullable(accounts.get(id)));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return lock.step(() -> Optional.ofNullable(byEmail.get(email)).map(accounts::get));
  }

  @Override
  public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
    return lock.step(
        () -> {
          Map<AccountId, Account> found = new HashMap<>();
          ids.forEach(id -> find(id).ifPresent(account -> found.put(id, account)));
          return Map.copyOf(found);
        });
  }

  @Override
  public Account save(Account account) {
    return lock.step(
        () -> {
          Account stored = accounts.get(account.id());
          if (stored == null
              || stored.version() != account.version()
              || stored.standing().erased()) {
            throw new StaleVersionException("account");
          }
          show(account, stored.avatar());
          Account saved =
              new Account(
                  stored.id(),
                  stored.role(),
                  account.name(),
                  stored.email(),
                  account.avatar(),
                  stored.createdAt(),
                  account.sessionsValidFrom(),
                  stored.standing(),
                  stored.secondFactor(),
                  stored.emailStatus(),
                  stored.version() + 1);
          accounts.put(saved.id(), saved);
          boolean shown =
              !saved.name().equals(stored.name()) || !saved.avatar().equals(stored.avatar());
          if (saved.role() == Role.DOCTOR && shown) {
            lock.publish(new Change.DoctorChanged(new DoctorId(saved.id())));
          }
          return saved;
        });
  }

  @Override
  public Optional<Credentials> credentials(AccountId id) {
    return lock.step(
        () -> Optional.ofNullable(hashes.get(id)).map(hash -> new Credentials(id, hash)));
  }

  @Override
  public Optional<Credentials> credentials(Email email) {
    return lock.step(() -> Optional.ofNullable(byEmail.get(email)).flatMap(this::credentials));
  }

  @Override
  public boolean renewHash(Credentials checked, PasswordHash renewed) {
    return lock.step(() -> hashes.replace(checked.accountId(), checked.passwordHash(), renewed));
  }

  @Override
  public boolean changePassword(
      Credentials checked, PasswordHash next, SessionId keep, Instant now) {
    return lock.step(
        () -> {
          boolean changed = isCurrent(checked);
          if (changed) {
            audit.accept(List.of(PasswordEvents.ofChange(checked.accountId(), keep, now)));
            renewHash(checked, next);
            closeDoors(checked.accountId(), Optional.of(keep));
            news.accept(AccountNotices.ofNewPassword(checked.accountId(), now));
          }
          return changed;
        });
  }

  @Override
  public void addResetToken(ResetToken token) {
    lock.step(
        () -> {
          if (!accounts.containsKey(token.accountId())) {
            throw new IllegalStateException("there is no such account");
          }
          resetTokens.put(token.hash(), token);
          List<ResetToken> oldest =
              resetTokens.values().stream()
                  .filter(each -> each.accountId().equals(token.accountId()))
                  .sorted(NEWEST_FIRST)
                  .skip(ResetToken.MOST)
                  .toList();
          return resetTokens.values().removeAll(oldest);
        });
  }

  @Override
  public Optional<ResetToken> findResetToken(String hash) {
    return lock.step(() -> Optional.ofNullable(resetTokens.get(hash)));
  }

  @Override
  public boolean resetPassword(String hash, Instant now, PasswordHash next) {
    return lock.step(
        () -> {
          ResetToken token = resetTokens.get(hash);
          if (token == null || !token.isValidAt(now) || isDisabled(token.accountId())) {
            return false;
          }
          audit.accept(List.of(PasswordEvents.ofReset(token.accountId(), now)));
          hashes.put(token.accountId(), next);
          closeDoors(token.accountId(), Optional.empty());
          news.accept(AccountNotices.ofNewPassword(token.accountId(), now));
          return true;
        });
  }

  @Override
  public int purgeResetTokens(Instant now) {
    return lock.step(
        () -> {
          int before = resetTokens.size();
          resetTokens.values().removeIf(token -> token.expiresAt().isBefore(now));
          return before - resetTokens.size();
        });
  }

  /** Whatever a password may have opened for somebody else ends with it. */
  private void closeDoors(AccountId id, Optional<SessionId> keep) {
    endEmailChange(id);
    removeResetTokens(id);
    sessions.revokeAll(id, keep);
    endCalendarLink.accept(id);
  }

  private void endEmailChange(AccountId id) {
    accounts.computeIfPresent(
        id,
        (same, account) ->
            account.withEmail(
                account.email(),
                new EmailStatus(account.emailStatus().confirmed(), Optional.empty())));
  }

  /** For the e-mail addresses, inside their steps: stores which one waits. */
  void await(Account account) {
    accounts.put(account.id(), account);
  }

  /** For the e-mail addresses, inside their steps: stores which one counts. */
  Account confirmed(Account account) {
    Account stored = find(account.id()).orElseThrow();
    if (!stored.email().equals(account.email())) {
      byEmail.remove(stored.email());
      byEmail.put(account.email(), account.id());
      removeResetTokens(account.id());
    }
    Account saved = account.withVersion(stored.version() + 1);
    accounts.put(saved.id(), saved);
    return saved;
  }

  private void removeResetTokens(AccountId id) {
    resetTokens.values().removeIf(token -> token.accountId().equals(id));
  }

  private boolean isCurrent(Credentials checked) {
    return credentials(checked.accountId()).equals(Optional.of(checked));
  }

  private boolean admits(Credentials checked, Optional<SecondFactorProof> proof) {
    AccountId id = checked.accountId();
    return isCurrent(checked)
        && !isDisabled(id)
        && find(id).orElseThrow().secondFactor() == proof.isPresent()
        && proof.map(each -> secondFactors.use(id, each)).orElse(true);
  }

  @Override
  public Optional<SecondFactor> findSecondFactor(AccountId id) {
    return lock.step(() -> secondFactors.find(id));
  }

  @Override
  public boolean beginSecondFactor(AccountId id, TotpSecret secret) {
    return lock.step(() -> secondFactors.begin(id, secret));
  }

  @Override
  public boolean turnOnSecondFactor(
      AccountId id,
      SecondFactorProof.TimeStep first,
      Set<String> recoveryHashes,
      SessionId keep,
      AuditEvent event) {
    return lock.step(
        () -> {
          boolean waits = secondFactors.waits(id, first);
          if (waits) {
            audit.accept(List.of(event));
            secondFactors.turnOn(id, first, recoveryHashes, keep);
          }
          return waits;
        });
  }

  @Override
  public boolean removeSecondFactor(Credentials checked, AuditEvent event) {
    return lock.step(
        () -> {
          boolean current = isCurrent(checked);
          if (current) {
            boolean on = find(checked.accountId()).filter(Account::secondFactor).isPresent();
            audit.accept(on ? List.of(event) : List.of());
            secondFactors.remove(checked.accountId());
          }
          return current;
        });
  }

  /** For the administration: removes a second factor, and ends all sessions. */
  void lostSecondFactor(AccountId id) {
    secondFactors.remove(id);
    sessions.revokeAll(id, Optional.empty());
  }

  private boolean isDisabled(AccountId id) {
    return find(id).filter(account -> account.standing().disabled()).isPresent();
  }

  /** For the administration: all accounts. */
  Collection<Account> all() {
    return lock.step(() -> List.copyOf(accounts.values()));
  }

  /** For the administration: stores a decision, and ends what a disabled account may not have. */
  Account decided(Account account) {
    return lock.step(
        () -> {
          Account saved = account.withVersion(account.version() + 1);
          accounts.put(saved.id(), saved);
          if (saved.standing().disabled()) {
            removeResetTokens(saved.id());
            sessions.revokeAll(saved.id(), Optional.empty());
          }
          return saved;
        });
  }

  /** For the administration: leaves nothing of the account that says who the person was. */
  Account erased(Account account) {
    return lock.step(
        () -> {
          byEmail.remove(account.email());
          hashes.remove(account.id());
          secondFactors.remove(account.id());
          media.discardOf(account.id());
          Account erased = decided(account.erased());
          byEmail.put(erased.email(), erased.id());
          return erased;
        });
  }

  /** Whether the account is there and was not erased. */
  public boolean isPresent(AccountId id) {
    return find(id).filter(account -> !account.standing().erased()).isPresent();
  }

  /** For the repositories that store a profile, none of which change an erased account's. */
  public boolean isErased(AccountId id) {
    return find(id).filter(account -> account.standing().erased()).isPresent();
  }

  /** For the repositories that store a profile together with a new name. */
  public void rename(AccountId id, PersonName name) {
    lock.step(() -> save(find(id).orElseThrow().withName(name)));
  }

  private void show(Account account, Optional<MediaId> former) {
    if (!account.avatar().equals(former)) {
      account
          .avatar()
          .ifPresent(id -> media.attach(id, account.id(), ImagePurpose.AVATAR, Optional.empty()));
      former.ifPresent(media::discard);
    }
  }
}
