package io.healthconnect.application.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Slot;
import java.time.LocalDate;
import java.util.Optional;

/** Searches the directory; anybody may. */
public interface SearchDoctors {

  /**
   * A page of doctors. With {@code availableOn} only those with a free slot on that date, in their
   * own zone; such a page may hold fewer than asked for and still have a next one, because at most
   * a few hundred doctors are looked at for one page.
   */
  Page<Found> handle(Query query);

  record Query(DoctorSearch search, Optional<LocalDate> availableOn) {}

  /**
   * @param nextFree the first time that can be booked; empty when there is none within the horizon
   */
  record Found(DoctorListing listing, Optional<Slot> nextFree) {}
}
