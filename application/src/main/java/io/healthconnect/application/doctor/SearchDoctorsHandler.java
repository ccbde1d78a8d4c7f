package io.healthconnect.application.doctor;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class SearchDoctorsHandler implements SearchDoctors {
  /** How many store pages one request may look at when it filters by date. */
  private static final int MAX_PAGES = 10;

  private final DoctorRepository doctors;
  private final FreeTimes freeTimes;

  SearchDoctorsHandler(DoctorRepository doctors, FreeTimes freeTimes) {
    this.doctors = doctors;
    this.freeTimes = freeTimes;
  }

  @Override
  public Page<Found> handle(Query query) {
    if (query.availableOn().isEmpty()) {
      return doctors.search(query.search()).map(this::found);
    }
    LocalDate date = query.availableOn().get();
    List<Found> matches = new ArrayList<>();
    DoctorSearch search = query.search();
    Optional<Cursor> next = Optional.empty();
    for (int pages = 0; pages < MAX_PAGES; pages++) {
      // Only as many as still fit, so that the cursor never skips a match.
      int room = search.page().limit() - matches.size();
      Page<DoctorListing> page = doctors.search(at(search, room, next, pages));
      page.items().stream()
          .filter(listing -> isFreeOn(listing.doctor(), date))
          .map(this::found)
          .forEach(matches::add);
      next = page.next();
      if (next.isEmpty() || matches.size() == search.page().limit()) {
        break;
      }
    }
    return new Page<>(matches, next);
  }

  private static DoctorSearch at(
      DoctorSearch search, int limit, Optional<Cursor> next, int pagesBefore) {
    return new DoctorSearch(
        search.words(),
        search.specialization(),
        search.minExperience(),
        search.minRating(),
        search.sort(),
        new PageRequest(limit, pagesBefore == 0 ? search.page().after() : next));
  }

  private boolean isFreeOn(Doctor doctor, LocalDate date) {
    return !freeTimes.on(doctor, date, date, false, Optional.empty()).slots(date, date).isEmpty();
  }

  private Found found(DoctorListing listing) {
    return new Found(listing, freeTimes.next(listing.doctor(), 1).stream().findFirst());
  }
}
