package io.healthconnect.rest.doctor;

import io.healthconnect.application.doctor.SearchDoctors;
import io.healthconnect.application.view.Views;
import io.healthconnect.application.view.WireTimes;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A doctor as anybody may see them: nothing private. */
record DoctorShape(
    String id,
    String name,
    @Nullable String avatar,
    String specialization,
    int experience,
    String qualification,
    String about,
    String timeZone,
    List<ScheduleShapes.DayShape> schedule,
    int slotMinutes,
    RatingShape rating) {
  /** Mean of the stars, 0 when there are none, and how many there are. */
  record RatingShape(double average, long count) {}

  /** A doctor in a list, with the first time that can be booked. */
  record Listed(
      String id,
      String name,
      @Nullable String avatar,
      String specialization,
      int experience,
      String qualification,
      String about,
      String timeZone,
      List<ScheduleShapes.DayShape> schedule,
      int slotMinutes,
      RatingShape rating,
      @Nullable String nextFreeAt) {}

  static DoctorShape of(DoctorListing listing) {
    Doctor doctor = listing.doctor();
    return new DoctorShape(
        doctor.id().value(),
        listing.name().value(),
        Views.mediaPath(listing.avatar()),
        doctor.specialization(),
        doctor.experience(),
        doctor.qualification(),
        doctor.about(),
        doctor.timeZone().getId(),
        ScheduleShapes.write(doctor.schedule()),
        doctor.rules().slotMinutes(),
        new RatingShape(listing.rating().average(), listing.rating().count()));
  }

  static Listed listed(SearchDoctors.Found found) {
    DoctorShape doctor = of(found.listing());
    return new Listed(
        doctor.id,
        doctor.name,
        doctor.avatar,
        doctor.specialization,
        doctor.experience,
        doctor.qualification,
        doctor.about,
        doctor.timeZone,
        doctor.schedule,
        doctor.slotMinutes,
        doctor.rating,
        found.nextFree().map(slot -> WireTimes.instant(slot.time().startsAt())).orElse(null));
  }
}
