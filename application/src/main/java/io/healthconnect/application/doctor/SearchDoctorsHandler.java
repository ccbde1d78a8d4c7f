package io.healthconnect.application.doctor;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

final class SearchDoctorsHandler implements SearchDoctors {
  /** How many pages of the store one request may read when it filters by date. */
  private static final int MAX_PAGES = 10;

  /** Of free times of each doctor. */
  private static final int NEXT_TIMES = 3;

  private static final int MOST_COUNTED = 100;

  private final DoctorRepository doctors;
  private final FreeSlots freeSlots;

  SearchDoctorsHandler(DoctorRepository doctors, FreeSlots freeSlots) {
    this.doctors = doctors;
    this.freeSlots = freeSlots;
  }

  @Override
  public Results searchDoctors(Query query) {
    DoctorSearch search = query.search();
    Page<DoctorListing> page =
        query
            .available()
            .map(range -> available(search, range))
            .orElseGet(() -> doctors.search(search));
    return new Results(new Page<>(found(page.items()), page.next()), total(query, page));
  }

  private Page<DoctorListing> available(DoctorSearch search, DateRange range) {
    List<DoctorListing> matches = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    for (int pages = 0; pages < MAX_PAGES; pages++) {
      // Requests only as many as still fit, so that the cursor never skips a match.
      int room = search.page().limit() - matches.size();
      Page<DoctorListing> page = doctors.search(at(search, room, next, pages));
      Set<DoctorId> free = freeSlots.freeOn(doctorsOf(page.items()), range);
      page.items().stream()
          .filter(listing -> free.contains(listing.doctor().id()))
          .forEach(matches::add);
      next = page.next();
      if (next.isEmpty() || matches.size() == search.page().limit()) {
        break;
      }
    }
    return new Page<>(matches, next);
  }

  /** Counts in the store only what the page does not tell by itself. */
  private OptionalInt total(Query query, Page<DoctorListing> page) {
    if (query.search().page().after().isPresent()) {
      return OptionalInt.empty();
    }
    if (page.next().isEmpty()) {
      return OptionalInt.of(page.items().size());
    }
    return query.available().isPresent()
        ? OptionalInt.empty()
        : OptionalInt.of(doctors.count(query.search(), MOST_COUNTED));
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

  private List<Found> found(List<DoctorListing> listings) {
    Map<DoctorId, List<Slot>> next = freeSlots.next(doctorsOf(listings), NEXT_TIMES);
    return listings.stream()
        .map(each -> new Found(each, next.getOrDefault(each.doctor().id(), List.of())))
        .toList();
  }

  private static List<Doctor> doctorsOf(List<DoctorListing> listings) {
    return listings.stream().map(DoctorListing::doctor).toList();
  }
}
