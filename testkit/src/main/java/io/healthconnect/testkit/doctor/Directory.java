package io.healthconnect.testkit.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.testkit.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Searches a list of doctors. */
final class Directory {
  private Directory() {}

  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

  /**
   * @param nextFree when a doctor is free next
   */
  static Page<DoctorListing> search(
      List<DoctorListing> all,
      DoctorSearch search,
      Function<DoctorId, Optional<Instant>> nextFree) {
    List<DoctorListing> found = matches(all, search);
    return Paging.page(
        found,
        search.sort() == DoctorSearch.Sort.NAME ? search.page() : Paging.checked(search.page()),
        search.sort() == DoctorSearch.Sort.RATING || search.sort() == DoctorSearch.Sort.EXPERIENCE,
        listing -> key(listing, search.sort(), nextFree),
        listing -> listing.doctor().id().value());
  }

  static List<DoctorListing> matches(List<DoctorListing> all, DoctorSearch search) {
    return all.stream().filter(listing -> matches(listing, search)).toList();
  }

  private static String key(
      DoctorListing listing,
      DoctorSearch.Sort sort,
      Function<DoctorId, Optional<Instant>> nextFree) {
    return switch (sort) {
      case NAME -> SearchWords.sortKey(listing.name().value());
      case RATING ->
          Paging.key(Math.round(listing.rating().average() * 100))
              + Paging.key(listing.rating().count());
      case EXPERIENCE -> Paging.key(listing.doctor().profile().experience());
      case SOONEST ->
          Paging.key(nextFree.apply(listing.doctor().id()).orElse(NEVER).toEpochMilli())
              + SearchWords.sortKey(listing.name().value());
    };
  }

  static Set<String> words(DoctorListing listing) {
    return SearchWords.stored(
        listing.name().value(),
        listing.doctor().profile().specialization(),
        listing.doctor().profile().qualification());
  }

  private static boolean beginsWithAny(String word, Set<String> beginnings) {
    return beginnings.stream().anyMatch(word::startsWith);
  }

  private static boolean matches(DoctorListing listing, DoctorSearch search) {
    Set<String> words = words(listing);
    String specialization = SearchWords.fold(listing.doctor().profile().specialization());
    return SearchWords.beginnings(search.words()).stream()
            .allMatch(wanted -> words.stream().anyMatch(word -> beginsWithAny(word, wanted)))
        && search
            .specialization()
            .map(wanted -> SearchWords.fold(wanted).equals(specialization))
            .orElse(true)
        && search.language().map(listing.doctor().profile().languages()::contains).orElse(true)
        && listing.doctor().profile().experience() >= search.minExperience()
        && listing.rating().average() >= search.minRating();
  }
}
