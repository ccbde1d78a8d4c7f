package io.healthconnect.testkit.account;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Paging;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.appointment.InMemoryAppointmentRepository;
import io.healthconnect.testkit.appointment.InMemoryHolds;
import io.healthconnect.testkit.audit.InMemoryAuditLog;
import io.healthconnect.testkit.doctor.InMemoryDoctorRepository;
import io.healthconnect.testkit.doctor.InMemoryEvidenceRepository;
import io.healthconnect.testkit.notice.InMemoryNoticeRepository;
import io.healthconnect.testkit.patient.InMemoryPatientRepository;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The administration of accounts in memory. */
public final class InMemoryAccountAdministration implements AccountAdministration {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final InMemoryDoctorRepository doctors;
  private final InMemoryEvidenceRepository evidence;
  private final InMemoryPatientRepository patients;
  private final InMemoryHolds holds;
  private final InMemoryAuditLog audit;
  private final InMemoryNoticeRepository notices;
  private BiFunction<DoctorId, Instant, List<Appointment>> coming = (doctor, now) -> List.of();
  private final InMemoryEmailRepository emails;
  private final Map<AccountId, Instant> unfinished = new LinkedHashMap<>();
  private final Map<AccountId, Instant> retained = new LinkedHashMap<>();

  public InMemoryAccountAdministration(
      StoreLock lock,
      InMemoryAccountRepository accounts,
      InMemoryDoctorRepository doctors,
      InMemoryEvidenceRepository evidence,
      InMemoryPatientRepository patients,
      InMemoryHolds holds,
      InMemoryAuditLog audit,
      InMemoryNoticeRepository notices,
      InMemoryEmailRepository emails) {
    this.lock = lock;
    this.accounts = accounts;
    this.doctors = doctors;
    this.evidence = evidence;
    this.patients = patients;
    this.holds = holds;
    this.audit = audit;
    this.notices = notices;
    this.emails = emails;
  }

  /** For the store: whose patients are told when a doctor is disabled. */
  public void readFrom(InMemoryAppointmentRepository appointments) {
    this.coming = appointments::coming;
  }

  @Override
  public Result<Account, EmailTaken> addAdmin(
      Account account, PasswordHash passwordHash, AuditEvent event) {
    return lock.step(
        () ->
            accounts
                .add(account, passwordHash)
                .map(
                    added -> {
                      audit.append(List.of(event));
                      return added;
                    }));
  }

  @Override
  public Page<Account> search(AccountSearch search) {
    List<Account> found =
        accounts.all().stream()
            .filter(account -> !account.standing().erased() && matches(account, search))
            .toList();
    return Paging.page(
        found,
        Paging.checked(search.page()),
        true,
        account -> Paging.key(account.createdAt().toEpochMilli()),
        account -> account.id().value());
  }

  private static boolean matches(Account account, AccountSearch search) {
    Set<String> words = SearchWords.stored(account.name().value(), account.email().value());
    return SearchWords.ofAll(search.words()).stream()
            .allMatch(wanted -> words.stream().anyMatch(word -> word.startsWith(wanted)))
        && search.role().map(role -> role == account.role()).orElse(true)
        && search.state().map(state -> state == account.standing().state()).orElse(true);
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
    return lock.step(
        () -> {
          Optional<Account> stored = accounts.find(id);
          return stored.isEmpty()
              ? Result.failure(Decision.Refusal.UNKNOWN_ACCOUNT)
              : decision.apply(stored.get()).flatMap(next -> store(stored.get(), next, event));
        });
  }

  private Result<Account, Decision.Refusal> store(Account before, Account after, AuditEvent event) {
    if (after.standing().equals(before.standing())) {
      return Result.success(before);
    }
    if (after.role() == Role.ADMIN && after.standing().disabled() && !hasOtherAdmin(after)) {
      return Result.failure(Decision.Refusal.LAST_ADMIN);
    }
    audit.append(List.of(event));
    Account saved = accounts.decided(after);
    Visibility now = saved.standing().visibility();
    if (saved.role() == Role.DOCTOR && now != before.standing().visibility()) {
      doctors.show(new DoctorId(saved.id()), before.standing().visibility(), now);
    }
    if (saved.role() == Role.DOCTOR
        && saved.standing().disabled()
        && !before.standing().disabled()) {
      DoctorId doctor = new DoctorId(saved.id());
      notices.add(
          coming.apply(doctor, event.at()).stream()
              .map(
                  each ->
                      AppointmentNotices.ofDisabling(
                          doctor, each.id(), each.patientId(), event.at()))
              .toList());
    }
    return Result.success(saved);
  }

  @Override
  public Optional<Account> removeSecondFactor(AccountId id, AuditEvent event) {
    return lock.step(
        () -> {
          Optional<Account> stored =
              accounts.find(id).filter(account -> !account.standing().erased());
          if (stored.filter(Account::secondFactor).isPresent()) {
            audit.append(List.of(event));
            accounts.lostSecondFactor(id);
          }
          return stored.map(account -> account.withSecondFactor(false));
        });
  }

  @Override
  public Result<Account, Erasure.Refusal> erase(Erasure erasure) {
    return lock.step(
        () -> {
          Optional<Account> stored =
              accounts.find(erasure.id()).filter(account -> !account.standing().erased());
          if (stored.isEmpty()) {
            return Result.failure(Erasure.Refusal.UNKNOWN_ACCOUNT);
          }
          if (!erasure.isConfirmedBy(accounts.credentials(erasure.id()))) {
            return Result.failure(Erasure.Refusal.PASSWORD_CHANGED);
          }
          Account account = stored.get();
          return account.role() == Role.ADMIN && !hasOtherAdmin(account)
              ? Result.failure(Erasure.Refusal.LAST_ADMIN)
              : Result.success(erase(account, erasure));
        });
  }

  private Account erase(Account account, Erasure erasure) {
    audit.append(List.of(erasure.event()));
    switch (account.role()) {
      case DOCTOR -> {
        doctors.erase(new DoctorId(account.id()));
        evidence.erase(new DoctorId(account.id()));
      }
      case PATIENT -> {
        patients.erase(new PatientId(account.id()));
        holds.remove(new PatientId(account.id()));
      }
      case ADMIN -> {}
    }
    notices.removeAll(account.id());
    emails.removeAll(account);
    unfinished.put(account.id(), erasure.at());
    retained.put(account.id(), erasure.at());
    return accounts.erased(account);
  }

  @Override
  public List<AccountId> unfinishedErasures(Instant before, int limit) {
    return lock.step(
        () ->
            unfinished.entrySet().stream()
                .filter(each -> each.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList());
  }

  @Override
  public void finishErasure(AccountId id) {
    lock.step(() -> Optional.ofNullable(unfinished.remove(id)));
  }

  @Override
  public List<AccountId> retained(Instant erasedBefore, int limit) {
    return lock.step(
        () ->
            retained.entrySet().stream()
                .filter(each -> each.getValue().isBefore(erasedBefore))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList());
  }

  @Override
  public void endRetention(AccountId id) {
    lock.step(() -> Optional.ofNullable(retained.remove(id)));
  }

  private boolean hasOtherAdmin(Account account) {
    return accounts.all().stream()
        .filter(each -> each.role() == Role.ADMIN && !each.standing().disabled())
        .anyMatch(each -> !each.id().equals(account.id()));
  }
}
