package io.healthconnect.application.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Slot;
import java.time.LocalDate;
import java.util.Optional;

/** Searches the directory. Anybody may do so. */
public interface SearchDoctors {

  /**
   * A page of doctors. With {@code availableOn}, only doctors with a free slot on that date in
   * their own zone; such a page may contain fewer doctors than requested and still have a next
   * page, because at most a few hundred doctors are examined per page.
   */
  Page<Found> searchDoctors(Query query);

  record Query(DoctorSearch search, Optional<LocalDate> availableOn) {}

  /**
   * @param nextFree the first slot that can be booked; empty if there is none within the horizon
   */
  record Found(DoctorListing listing, Optional<Slot> nextFree) {}
}
