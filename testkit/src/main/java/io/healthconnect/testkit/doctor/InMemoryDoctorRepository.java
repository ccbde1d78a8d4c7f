package io.healthconnect.testkit.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Doctors in memory. */
public final class InMemoryDoctorRepository implements DoctorRepository {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final Map<DoctorId, Doctor> doctors = new HashMap<>();
  private final Map<DoctorId, Rating> ratings = new HashMap<>();
  private final Specializations specializations = new Specializations();
  private final InMemoryNextFree nextFree = new InMemoryNextFree();

  public InMemoryDoctorRepository(StoreLock lock, InMemoryAccountRepository accounts) {
    this.lock = lock;
    this.accounts = accounts;
  }

  @Override
  public Result<Account, EmailTaken> add(
      Account account, PasswordHash passwordHash, Doctor doctor) {
    return lock.step(
        () ->
            accounts
                .add(account, passwordHash)
                .map(
                    added -> {
                      doctors.put(doctor.id(), doctor.withVersion(1));
                      nextFree.changed(doctor.id());
                      if (account.standing().visibility().isListed()) {
                        specializations.add(doctor.profile().specialization());
                      }
                      lock.publish(new Change.DoctorChanged(doctor.id()));
                      return added;
                    }));
  }

  /** For the repository of appointments: adds a review's stars to the doctor's rating. */
  public void rate(DoctorId id, int stars) {
    lock.step(
        () -> {
          Rating rating =
              ratings.merge(
                  id,
                  new Rating(stars, 1),
                  (old, added) -> new Rating(old.sum() + added.sum(), old.count() + added.count()));
          lock.publish(new Change.DoctorChanged(id));
          return rating;
        });
  }

  @Override
  public Optional<Doctor> find(DoctorId id) {
    return lock.step(() -> Optional.ofNullable(doctors.get(id)));
  }

  @Override
  public Map<DoctorId, Doctor> findAll(Collection<DoctorId> ids) {
    return lock.step(
        () -> {
          Map<DoctorId, Doctor> found = new HashMap<>();
          ids.forEach(id -> find(id).ifPresent(doctor -> found.put(id, doctor)));
          return Map.copyOf(found);
        });
  }

  @Override
  public Map<DoctorId, String> specializationsOf(Collection<DoctorId> ids) {
    return lock.step(
        () -> {
          Map<DoctorId, String> found = new HashMap<>();
          ids.forEach(
              id -> find(id).ifPresent(doctor -> found.put(id, doctor.profile().specialization())));
          return Map.copyOf(found);
        });
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
          if (stored == null
              || stored.version() != doctor.version()
              || accounts.isErased(doctor.id().account())) {
            throw new StaleVersionException("doctor");
          }
          Doctor saved = doctor.withVersion(stored.version() + 1);
          doctors.put(saved.id(), saved);
          nextFree.changed(saved.id());
          if (visibility(saved.id()).isListed()) {
            specializations.change(
                stored.profile().specialization(), saved.profile().specialization());
          }
          lock.publish(new Change.DoctorChanged(saved.id()));
          return saved;
        });
  }

  @Override
  public Doctor save(Doctor doctor, PersonName name) {
    return lock.step(
        () -> {
          Doctor saved = save(doctor);
          accounts.rename(doctor.id().account(), name);
          return saved;
        });
  }

  /**
   * For the repository of appointments: a time has been taken from the doctor, or is free again.
   */
  public void freeTimesChanged(DoctorId id) {
    nextFree.changed(id);
  }

  @Override
  public List<NextFree.Due> nextFreeDue(Instant now, int most) {
    return lock.step(() -> nextFree.due(now, most));
  }

  @Override
  public void saveNextFree(List<NextFree> computed) {
    lock.step(
        () -> {
          computed.forEach(nextFree::save);
          return computed;
        });
  }

  @Override
  public Page<DoctorListing> search(DoctorSearch search) {
    return lock.step(() -> Directory.search(listed(), search, nextFree::of));
  }

  @Override
  public int count(DoctorSearch search, int most) {
    return lock.step(() -> Math.min(most, Directory.matches(listed(), search).size()));
  }

  @Override
  public Set<String> wordsBeginning(String beginning, int most) {
    return lock.step(
        () ->
            listed().stream()
                .flatMap(listing -> Directory.words(listing).stream())
                .filter(word -> word.startsWith(beginning))
                .sorted()
                .distinct()
                .limit(most)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private List<DoctorListing> listed() {
    return doctors.values().stream()
        .map(this::listing)
        .filter(listing -> listing.visibility().isListed())
        .toList();
  }

  @Override
  public List<SpecializationCount> specializations() {
    return lock.step(specializations::inOrder);
  }

  private DoctorListing listing(Doctor doctor) {
    Account account = accounts.find(doctor.id().account()).orElseThrow();
    return new DoctorListing(
        doctor,
        account.name(),
        account.avatar(),
        ratings.getOrDefault(doctor.id(), Rating.NONE),
        account.standing().visibility());
  }

  /** For the repository of appointments, and for {@link #save}. */
  public Visibility visibility(DoctorId id) {
    return lock.step(
        () ->
            accounts
                .find(id.account())
                .map(account -> account.standing().visibility())
                .orElse(Visibility.HIDDEN));
  }

  /** For the administration: hides the doctor, and leaves what appointments refer to. */
  public void erase(DoctorId id) {
    lock.step(
        () -> {
          if (visibility(id).isListed()) {
            specializations.remove(find(id).orElseThrow().profile().specialization());
          }
          Doctor erased = find(id).orElseThrow().erased();
          doctors.put(id, erased.withVersion(erased.version() + 1));
          lock.publish(new Change.DoctorChanged(id));
          return id;
        });
  }

  /** For the administration: shows or hides a doctor after a decision. */
  public void show(DoctorId id, Visibility before, Visibility after) {
    lock.step(
        () -> {
          String specialization = find(id).orElseThrow().profile().specialization();
          if (before.isListed() && !after.isListed()) {
            specializations.remove(specialization);
          } else if (after.isListed() && !before.isListed()) {
            specializations.add(specialization);
          }
          lock.publish(new Change.DoctorChanged(id));
          return id;
        });
  }

  /** Counts doctors by case-folded specialization and keeps the first spelling. */
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
      remove(from);
      add(to);
    }

    void remove(String text) {
      counts.computeIfPresent(
          SearchWords.fold(text),
          (key, old) ->
              old.count() == 1
                  ? null
                  : new SpecializationCount(old.specialization(), old.count() - 1));
    }

    List<SpecializationCount> inOrder() {
      return List.copyOf(counts.values());
    }
  }
}
