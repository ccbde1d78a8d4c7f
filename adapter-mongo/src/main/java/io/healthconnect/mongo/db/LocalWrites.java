package io.healthconnect.mongo.db;

import io.healthconnect.domain.doctor.DoctorId;

/**
 * Is told what this process has stored before the write returns; the change stream tells the same a
 * little later.
 */
@FunctionalInterface
public interface LocalWrites {
  /** Tells nobody. */
  LocalWrites UNHEARD = doctor -> {};

  /**
   * What anybody may read of a doctor may have changed: the profile, hours, rating or free times.
   */
  void doctorChanged(DoctorId doctor);
}
