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
  private final WordCorrector corrector;

  SearchDoctorsHandler(DoctorRepository doctors, FreeSlots freeSlots) {
    this.doctors = doctors;
    this.freeSlots = freeSlots;
    this.corrector = new WordCorrector(doctors);
  }

  @Override
  public Results searchDoctors(Query query) {
    DoctorSearch search = query.search();
    Results found = search(query);
    boolean inVain =
        found.page().items().isEmpty()
            && found.page().next().isEmpty()
            && search.page().after().isEmpty();
    return inVain
        ? corrector
            .correct(search.words())
            .map(words -> searchFor(words, query))
            .filter(corrected -> !corrected.page().items().isEmpty())
            .orElse(found)
        : found;
  }

  private Results searchFor(Set<String> words, Query query) {
    Results found = search(new Query(query.search().withWords(words), query.available()));
    return new Results(found.page(), found.total(), Optional.of(String.join(" ", words)));
  }

  private Results search(Query query) {
    DoctorSearch search = query.search();
    Page<DoctorListing> page =
        query
            .available()
            .map(range -> available(search, range))
            .orElseGet(() -> doctors.search(search));
    return new Results(
        new Page<>(found(page.items()), page.next()), total(query, page), Optional.empty());
  }

  private Page<DoctorListing> available(DoctorSearch search, DateRange range) {
    List<DoctorListing> matches = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    for (int pages = 0; pages < MAX_PAGES; pages++) {
      // Requests only as many as still fit, so that the cursor never skips a match.
      int room = search.page().limit() - matches.size();
      Optional<Cursor> after = pages == 0 ? search.page().after() : next;
      Page<DoctorListing> page = doctors.search(search.withPage(new PageRequest(room, after)));
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
