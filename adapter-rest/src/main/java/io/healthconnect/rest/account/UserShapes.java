package io.healthconnect.rest.account;

import io.healthconnect.application.patient.PatientListing;
import io.healthconnect.application.view.Views;
import io.healthconnect.application.view.WireTimes;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.rest.doctor.ScheduleShapes;
import io.healthconnect.rest.patient.PatientShape;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person as they see themselves: the account and what the role adds. */
public final class UserShapes {
  /** One of the shapes below. */
  public sealed interface User permits DoctorUser, PatientUser, PlainUser {}

  /** The reply that holds the signed-in person. */
  public record UserResponse(User user) {}

  /**
   * A doctor's own account and practice.
   *
   * @param version of the practice, for {@code If-Match}
   */
  public record DoctorUser(
      String id,
      String role,
      String name,
      String email,
      @Nullable String avatar,
      String createdAt,
      long version,
      String specialization,
      int experience,
      String qualification,
      String about,
      @Nullable String contactNumber,
      String timeZone,
      int slotMinutes,
      int bufferMinutes,
      int minimumNoticeMinutes,
      int horizonDays,
      boolean autoConfirm,
      List<ScheduleShapes.DayShape> schedule,
      List<ScheduleShapes.OverrideShape> overrides)
      implements User {}

  /**
   * A patient's own account and record.
   *
   * @param version of the record, for {@code If-Match}
   */
  public record PatientUser(
      String id,
      String role,
      String name,
      String email,
      @Nullable String avatar,
      String createdAt,
      long version,
      @Nullable String dateOfBirth,
      @Nullable String gender,
      @Nullable String bloodGroup,
      @Nullable String allergies,
      @Nullable String contactNumber,
      List<PatientShape.Contact> emergencyContacts)
      implements User {}

  /** An account without a profile. */
  public record PlainUser(
      String id, String role, String name, String email, @Nullable String avatar, String createdAt)
      implements User {}

  private UserShapes() {}

  public static User of(Account account, DoctorListing listing) {
    Doctor doctor = listing.doctor();
    BookingRules rules = doctor.rules();
    return new DoctorUser(
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        Views.mediaPath(account.avatar()),
        WireTimes.instant(account.createdAt()),
        doctor.version(),
        doctor.specialization(),
        doctor.experience(),
        doctor.qualification(),
        doctor.about(),
        doctor.contactNumber().orElse(null),
        doctor.timeZone().getId(),
        rules.slotMinutes(),
        rules.bufferMinutes(),
        rules.minimumNoticeMinutes(),
        rules.horizonDays(),
        rules.autoConfirm(),
        ScheduleShapes.write(doctor.schedule()),
        ScheduleShapes.write(doctor.overrides()));
  }

  static User of(PatientListing listing) {
    Account account = listing.account();
    Patient patient = listing.patient();
    return new PatientUser(
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        Views.mediaPath(account.avatar()),
        WireTimes.instant(account.createdAt()),
        patient.version(),
        patient.dateOfBirth().map(LocalDate::toString).orElse(null),
        patient.gender().orElse(null),
        patient.bloodGroup().orElse(null),
        patient.allergies().orElse(null),
        patient.contactNumber().orElse(null),
        PatientShape.contacts(patient));
  }

  static User of(Account account) {
    return new PlainUser(
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        Views.mediaPath(account.avatar()),
        WireTimes.instant(account.createdAt()));
  }
}
