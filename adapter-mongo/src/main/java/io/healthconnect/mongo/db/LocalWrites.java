package io.healthconnect.mongo.db;

import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;

/**
 * Is told what this process has stored before the write returns; the change stream tells the same a
 * little later.
 */
public interface LocalWrites {
  /** Tells nobody. */
  LocalWrites UNHEARD =
      new LocalWrites() {
        @Override
        public void doctorChanged(DoctorId doctor) {}

        @Override
        public void sessionsEnded(Change.SessionsEnded ended) {}
      };

  /**
   * What anybody may read of a doctor may have changed: the profile, hours, rating, free times, or
   * that the doctor is late.
   */
  void doctorChanged(DoctorId doctor);

  /** Sessions have ended. */
  void sessionsEnded(Change.SessionsEnded ended);
}
