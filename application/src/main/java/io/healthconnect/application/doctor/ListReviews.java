package io.healthconnect.application.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.doctor.DoctorId;
import java.util.Optional;

/**
 * What patients say of a doctor, latest first; anybody may read. Empty when there is no such
 * doctor.
 */
public interface ListReviews {

  Optional<Page<Entry>> handle(Query query);

  record Query(DoctorId doctor, PageRequest page) {}

  /**
   * @param reviewer the patient's first name only
   */
  record Entry(String reviewer, Review review) {}
}
