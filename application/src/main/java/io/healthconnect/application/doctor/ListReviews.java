package io.healthconnect.application.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.doctor.DoctorId;
import java.util.Optional;

/**
 * Lists the reviews of a doctor, latest first. Anybody may read them. Empty if there is no such
 * doctor.
 */
public interface ListReviews {

  Optional<Page<Entry>> listReviews(Query query);

  record Query(DoctorId doctor, PageRequest page) {}

  /**
   * @param reviewer the patient's first name only
   */
  record Entry(String reviewer, Review review) {}
}
