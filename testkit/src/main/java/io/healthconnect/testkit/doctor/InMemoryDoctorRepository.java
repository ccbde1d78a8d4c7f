package io.healthconnect.testkit.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.testkit.StepLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Doctors in memory. */
public final class InMemoryDoctorRepository implements DoctorRepository {
  private final StepLock lock;
  private final InMemoryAccountRepository accounts;
  private final Map<DoctorId, Doctor> doctors = new HashMap<>();
  private final Map<DoctorId, Rating> ratings = new HashMap<>();
  private final Specializations specializations = new Specializations();

  public InMemoryDoctorRepository(StepLock lock, InMemoryAccountRepository accounts) {
    this.lock = lock;
    this.accounts = accounts;
  }

  @Override
  public Result<Account, EmailTaken> add(Account account, Doctor doctor) {
    return lock.step(
        () ->
            accounts
                .add(account)
                .map(
                    added -> {
                      doctors.put(doctor.id(), Doctors.withVersion(doctor, 1));
                      specializations.add(doctor.specialization());
                      return added;
                    }));
  }

  /** For the repository of visits: adds stars to the doctor's rating. */
  public void rate(DoctorId id, int stars) {
    lock.step(
        () ->
            ratings.merge(
                id,
                new Rating(stars, 1),
                (old, added) -> new Rating(old.sum() + added.sum(), old.count() + added.count())));
  }

  @Override
  public Optional<Doctor> find(DoctorId id) {
    return lock.step(() -> Optional.ofNullable(doctors.get(id)));
  }

  @Override
  public Optional<DoctorListing> findListing(DoctorId id) {
    return lock.step(() -> find(id).map(this::listing));
  }

  @Override
  public Doctor save(Doctor doctor) {
    return lock.step(
        () -> {
          Doctor stored = doctors.get(doctor.id());
          if (stored == null || stored.version() != doctor.version()) {
            throw new StaleVersionException("doctor");
          }
          Doctor saved = Doctors.withVersion(doctor, stored.version() + 1);
          doctors.put(saved.id(), saved);
          specializations.change(stored.specialization(), saved.specialization());
          return saved;
        });
  }

  @Override
  public Page<DoctorListing> search(DoctorSearch search) {
    return lock.step(
        () -> Directory.search(doctors.values().stream().map(this::listing).toList(), search));
  }

  @Override
  public List<SpecializationCount> specializations() {
    return lock.step(specializations::inOrder);
  }

  private DoctorListing listing(Doctor doctor) {
    Account account = accounts.find(doctor.id().account()).orElseThrow();
    return new DoctorListing(
        doctor, account.name(), account.avatar(), ratings.getOrDefault(doctor.id(), Rating.NONE));
  }

  /** Counts doctors by folded specialization; keeps the spelling of the first. */
  private static final class Specializations {
    private final Map<String, SpecializationCount> counts = new TreeMap<>();

    void add(String text) {
      counts.merge(
          SearchWords.fold(text),
          new SpecializationCount(text, 1),
          (old, added) -> new SpecializationCount(old.specialization(), old.count() + 1));
    }

    void change(String from, String to) {
      if (SearchWords.fold(from).equals(SearchWords.fold(to))) {
        return;
      }
      counts.computeIfPresent(
          SearchWords.fold(from),
          (key, old) ->
              old.count() == 1
                  ? null
                  : new SpecializationCount(old.specialization(), old.count() - 1));
      add(to);
    }

    List<SpecializationCount> inOrder() {
      return List.copyOf(counts.values());
    }
  }
}
