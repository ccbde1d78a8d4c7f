package io.healthconnect.application.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Slot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Searches the directory. Anybody may do so. */
public interface SearchDoctors {

  /**
   * A page of doctors. With {@code available}, only doctors with a free slot on one of those dates
   * in their own zone; such a page may contain fewer doctors than requested and still have a next
   * page, because at most a few hundred doctors are examined per page.
   */
  Results searchDoctors(Query query);

  /**
   * @param available at most 7 days
   */
  record Query(DoctorSearch search, Optional<DateRange> available) {
    public static final int MAX_DAYS = 7;

    public Query {
      available.ifPresent(range -> range.atMost(MAX_DAYS));
    }
  }

  /**
   * @param total how many doctors match, of whom at most 100 are counted; empty on later pages, and
   *     where it takes more than this page to know who is free
   * @param searchedFor words that were searched for instead, because nobody matches those of the
   *     query, which were probably mistyped; the next pages are those of a search for them
   */
  record Results(Page<Found> page, OptionalInt total, Optional<String> searchedFor) {}

  /**
   * @param next the first three slots that can be booked; fewer if there are no more within the
   *     horizon
   */
  record Found(DoctorListing listing, List<Slot> next) {}
}
