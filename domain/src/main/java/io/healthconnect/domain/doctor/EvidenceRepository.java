package io.healthconnect.domain.doctor;

import java.util.function.UnaryOperator;

/** Keeps what doctors show admins. Shares transactions with the repository of images. */
public interface EvidenceRepository {

  /** What the doctor has shown; {@link Evidence#NONE} if nothing, or if there is no such doctor. */
  Evidence find(DoctorId id);

  /**
   * Changes what the doctor shows. In the same step the documents that come with the change become
   * attached, and those that go with it are discarded. Of concurrent changes none is lost.
   *
   * @param change has no side effects, since it may run more than once; what it throws is thrown,
   *     and nothing changes
   * @return the evidence as stored
   * @throws io.healthconnect.domain.StaleVersionException if there is no such doctor, or if the
   *     doctor has no such pending document; nothing changes
   */
  Evidence change(DoctorId id, UnaryOperator<Evidence> change);
}
