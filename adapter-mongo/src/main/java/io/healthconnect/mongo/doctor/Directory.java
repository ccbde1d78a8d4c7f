package io.healthconnect.mongo.doctor;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.mongo.db.Cursors;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.search.NextFreeTimes;
import io.healthconnect.mongo.search.ShownDoctors;
import io.healthconnect.mongo.search.WordFilters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Translates searches to filters and sort orders, each served by an index: that of the requested
 * order, or that of a condition that {@linkplain FewDoctors few} doctors meet, who are sorted.
 */
final class Directory {
  private Directory() {}

  static Bson order(DoctorSearch.Sort sort) {
    return switch (sort) {
      case NAME -> Sorts.ascending("nameFolded", "_id");
      case RATING -> Sorts.descending("rating.hundredths", "rating.count", "_id");
      case EXPERIENCE -> Sorts.descending("experience", "_id");
      case SOONEST -> Sorts.ascending("nextFreeAt", "nameFolded", "_id");
    };
  }

  /**
   * The index that a search walks. It is named, because all of them begin with the same member, and
   * the server would now and then try one that has another order.
   */
  static String index(DoctorSearch search) {
    boolean special = search.specialization().isPresent();
    if (search.language().isPresent() && !special) {
      return speakers(search.sort());
    }
    return switch (search.sort()) {
      case NAME -> special ? "specialistsByName" : "shownByName";
      case RATING -> special ? "specialistsByRating" : "shownByRating";
      case EXPERIENCE -> special ? "specialistsByExperience" : "shownByExperience";
      case SOONEST -> special ? "specialistsBySoonest" : "shownBySoonest";
    };
  }

  private static String speakers(DoctorSearch.Sort sort) {
    return switch (sort) {
      case NAME -> "speakersByName";
      case RATING -> "speakersByRating";
      case EXPERIENCE -> "speakersByExperience";
      case SOONEST -> "speakersBySoonest";
    };
  }

  /** Selects the matches that come after the cursor. */
  static Bson filter(DoctorSearch search) {
    return search
        .page()
        .after()
        .map(cursor -> Filters.and(matches(search), after(search.sort(), cursor)))
        .orElseGet(() -> matches(search));
  }

  /** Selects all matches. */
  static Bson matches(DoctorSearch search) {
    List<Bson> all = new ArrayList<>();
    all.add(ShownDoctors.shown());
    all.addAll(WordFilters.ofDoctors(search.words()));
    search
        .specialization()
        .ifPresent(wanted -> all.add(Filters.eq("specializationFolded", SearchWords.fold(wanted))));
    search.language().ifPresent(spoken -> all.add(Filters.eq("languages", spoken.tag())));
    if (search.minExperience() > 0) {
      all.add(Filters.gte("experience", search.minExperience()));
    }
    if (search.minRating() > 0) {
      all.add(Filters.gte("rating.hundredths", minRating(search)));
    }
    return Filters.and(all);
  }

  private static Bson after(DoctorSearch.Sort sort, Cursor cursor) {
    return switch (sort) {
      case NAME -> Cursors.after("nameFolded", cursor.key(), "_id", cursor.id());
      case RATING -> belowRating(cursor);
      case EXPERIENCE ->
          Cursors.below("experience", Cursor.number(cursor.key()), "_id", cursor.id());
      case SOONEST -> afterSoonest(cursor);
    };
  }

  private static Bson afterSoonest(Cursor cursor) {
    String[] key = Cursor.twoParts(cursor.key());
    Instant at = Instant.ofEpochMilli(Cursor.number(key[0]));
    return Filters.and(
        Filters.gte("nextFreeAt", at),
        Filters.or(
            Filters.gt("nextFreeAt", at),
            Filters.gt("nameFolded", key[1]),
            Filters.and(Filters.eq("nameFolded", key[1]), Filters.gt("_id", cursor.id()))));
  }

  private static Bson belowRating(Cursor cursor) {
    String[] key = Cursor.twoParts(cursor.key());
    long hundredths = Cursor.number(key[0]);
    long count = Cursor.number(key[1]);
    return Filters.and(
        Filters.lte("rating.hundredths", hundredths),
        Filters.or(
            Filters.lt("rating.hundredths", hundredths),
            Filters.lt("rating.count", count),
            Filters.and(Filters.eq("rating.count", count), Filters.lt("_id", cursor.id()))));
  }

  /** A matching doctor and the doctor's place in the order. */
  record Found(DoctorListing listing, Cursor place) {}

  static Found found(DoctorSearch.Sort sort, Document document) {
    DoctorListing listing = DoctorDocuments.listing(document);
    return new Found(listing, place(sort, listing, document));
  }

  private static Cursor place(DoctorSearch.Sort sort, DoctorListing listing, Document document) {
    String id = listing.doctor().id().value();
    return switch (sort) {
      case NAME -> new Cursor(name(document), id);
      case RATING ->
          new Cursor(
              Math.round(listing.rating().average() * 100) + ":" + listing.rating().count(), id);
      case EXPERIENCE -> new Cursor(Integer.toString(listing.doctor().profile().experience()), id);
      case SOONEST -> new Cursor(NextFreeTimes.place(document) + ":" + name(document), id);
    };
  }

  private static String name(Document document) {
    return DocumentFields.text(document, "nameFolded");
  }

  /** The minimum rating in hundredths, lowered slightly so that binary rounding does no harm. */
  static long minRating(DoctorSearch search) {
    return (long) Math.ceil(search.minRating() * 100 - 1e-6);
  }
}
