package io.healthconnect.rest.doctor;

import io.healthconnect.application.doctor.SearchDoctors;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.edge.view.WireTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A doctor as anybody may see them, without private data.
 *
 * @param verified whether an admin has approved the doctor
 */
record DoctorResponse(
    String id,
    String name,
    @Nullable String avatar,
    String specialization,
    int experience,
    String qualification,
    String about,
    List<String> languages,
    String timeZone,
    List<ScheduleResponse.Day> schedule,
    int slotMinutes,
    Rating rating,
    boolean verified) {
  /** The mean number of stars, 0 if there are none, and the number of ratings. */
  record Rating(double average, long count) {}

  /**
   * A doctor in a list.
   *
   * @param nextFreeAt the first of {@code nextTimes}
   * @param nextTimes when the next slots start that can be booked
   */
  record Listed(
      String id,
      String name,
      @Nullable String avatar,
      String specialization,
      int experience,
      String qualification,
      String about,
      List<String> languages,
      String timeZone,
      List<ScheduleResponse.Day> schedule,
      int slotMinutes,
      Rating rating,
      boolean verified,
      @Nullable String nextFreeAt,
      List<String> nextTimes) {}

  static DoctorResponse of(DoctorListing listing) {
    Doctor doctor = listing.doctor();
    return new DoctorResponse(
        doctor.id().value(),
        listing.name().value(),
        MediaPaths.of(listing.avatar()),
        doctor.profile().specialization(),
        doctor.profile().experience(),
        doctor.profile().qualification(),
        doctor.profile().about(),
        LanguageTags.of(doctor.profile()),
        doctor.timeZone().getId(),
        ScheduleResponse.of(doctor.schedule()),
        doctor.rules().slotMinutes(),
        new Rating(listing.rating().average(), listing.rating().count()),
        listing.visibility() == Visibility.VERIFIED);
  }

  static Listed listed(SearchDoctors.Found found) {
    DoctorResponse doctor = of(found.listing());
    List<String> nextTimes =
        found.next().stream().map(slot -> WireTimes.instant(slot.time().startsAt())).toList();
    return new Listed(
        doctor.id,
        doctor.name,
        doctor.avatar,
        doctor.specialization,
        doctor.experience,
        doctor.qualification,
        doctor.about,
        doctor.languages,
        doctor.timeZone,
        doctor.schedule,
        doctor.slotMinutes,
        doctor.rating,
        doctor.verified,
        nextTimes.isEmpty() ? null : nextTimes.get(0),
        nextTimes);
  }
}
