package io.healthconnect.testkit.doctor;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import io.healthconnect.testkit.media.InMemoryMediaRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What doctors show admins, in memory. */
public final class InMemoryEvidenceRepository implements EvidenceRepository {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final InMemoryDoctorRepository doctors;
  private final InMemoryMediaRepository media;
  private final Map<DoctorId, Evidence> all = new HashMap<>();

  public InMemoryEvidenceRepository(
      StoreLock lock,
      InMemoryAccountRepository accounts,
      InMemoryDoctorRepository doctors,
      InMemoryMediaRepository media) {
    this.lock = lock;
    this.accounts = accounts;
    this.doctors = doctors;
    this.media = media;
  }

  @Override
  public Evidence find(DoctorId id) {
    return lock.step(() -> all.getOrDefault(id, Evidence.NONE));
  }

  @Override
  public Evidence change(DoctorId id, UnaryOperator<Evidence> change) {
    return lock.step(
        () -> {
          if (doctors.find(id).isEmpty() || !accounts.isPresent(id.account())) {
            throw new StaleVersionException("doctor");
          }
          Evidence before = find(id);
          Evidence after = change.apply(before);
          attach(id.account(), before.documents(), after.documents());
          before.documents().stream()
              .filter(each -> !after.documents().contains(each))
              .forEach(media::discard);
          all.put(id, after);
          return after;
        });
  }

  /** All or none. */
  private void attach(AccountId owner, List<MediaId> before, List<MediaId> after) {
    List<MediaId> added = after.stream().filter(each -> !before.contains(each)).toList();
    if (!added.stream().allMatch(each -> media.isPending(each, owner, ImagePurpose.DOCUMENT))) {
      throw new StaleVersionException("image");
    }
    added.forEach(each -> media.attach(each, owner, ImagePurpose.DOCUMENT, Optional.empty()));
  }

  /** Removes what a doctor has shown whose account is erased. */
  public void erase(DoctorId id) {
    lock.step(() -> Optional.ofNullable(all.remove(id)));
  }
}
