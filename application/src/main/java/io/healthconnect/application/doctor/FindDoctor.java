package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds doctors: those whom the directory shows, for anybody; others for a few. */
public interface FindDoctor {
  /** The doctor's listing, unless the directory hides the doctor. Anybody may read it. */
  Optional<DoctorListing> findDoctor(DoctorId id);

  /** The actor's own listing, hidden or not; empty for somebody who is not a doctor. */
  Optional<DoctorListing> findOwn(Actor actor);

  /**
   * The specializations of the doctors that exist among {@code ids}, hidden or not, in one look-up;
   * others are left out. The caller controls access.
   */
  Map<DoctorId, String> findSpecializations(Collection<DoctorId> ids);
}
