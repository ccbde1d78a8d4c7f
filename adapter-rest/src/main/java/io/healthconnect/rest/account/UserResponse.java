package io.healthconnect.rest.account;

import io.healthconnect.application.patient.PatientListing;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.doctor.LanguageTags;
import io.healthconnect.rest.doctor.ScheduleResponse;
import io.healthconnect.rest.patient.PatientResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person as they see themselves: the account and the profile of its role. */
public sealed interface UserResponse {
  /**
   * A doctor's own account and practice.
   *
   * @param approval {@code pending}, {@code approved} or {@code rejected}
   * @param rejectionReason why the doctor was rejected, if an admin has said so
   * @param version the version of the practice, for {@code If-Match}
   */
  record DoctorUser(
      String id,
      String role,
      String name,
      String email,
      boolean emailConfirmed,
      @Nullable String pendingEmail,
      @Nullable String avatar,
      String createdAt,
      boolean secondFactor,
      String approval,
      @Nullable String rejectionReason,
      long version,
      String specialization,
      int experience,
      String qualification,
      String about,
      List<String> languages,
      @Nullable String contactNumber,
      String timeZone,
      int slotMinutes,
      int bufferMinutes,
      int minimumNoticeMinutes,
      int horizonDays,
      boolean autoConfirm,
      boolean callsAnytime,
      boolean quiet,
      List<ScheduleResponse.Day> schedule,
      List<ScheduleResponse.Override> overrides)
      implements UserResponse {}

  /**
   * A patient's own account and record.
   *
   * @param version the version of the record, for {@code If-Match}
   */
  record PatientUser(
      String id,
      String role,
      String name,
      String email,
      boolean emailConfirmed,
      @Nullable String pendingEmail,
      @Nullable String avatar,
      String createdAt,
      boolean secondFactor,
      long version,
      @Nullable String dateOfBirth,
      @Nullable String gender,
      @Nullable String bloodGroup,
      @Nullable String allergies,
      @Nullable String contactNumber,
      List<PatientResponse.Contact> emergencyContacts)
      implements UserResponse {}

  /** An account without a profile. */
  record PlainUser(
      String id,
      String role,
      String name,
      String email,
      boolean emailConfirmed,
      @Nullable String pendingEmail,
      @Nullable String avatar,
      String createdAt,
      boolean secondFactor)
      implements UserResponse {}

  static UserResponse of(Account account, DoctorListing listing) {
    Doctor doctor = listing.doctor();
    BookingRules rules = doctor.rules();
    return new DoctorUser(
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        account.emailStatus().confirmed(),
        account.emailStatus().pending().map(Email::value).orElse(null),
        MediaPaths.of(account.avatar()),
        WireTimes.instant(account.createdAt()),
        account.secondFactor(),
        ApprovalCodes.of(account.standing().approval()),
        account.standing().rejection().map(RejectionReason::value).orElse(null),
        doctor.version(),
        doctor.profile().specialization(),
        doctor.profile().experience(),
        doctor.profile().qualification(),
        doctor.profile().about(),
        LanguageTags.of(doctor.profile()),
        doctor.profile().contactNumber().orElse(null),
        doctor.timeZone().getId(),
        rules.slotMinutes(),
        rules.bufferMinutes(),
        rules.minimumNoticeMinutes(),
        rules.horizonDays(),
        rules.autoConfirm(),
        rules.callsAnytime(),
        rules.quiet(),
        ScheduleResponse.of(doctor.schedule()),
        ScheduleResponse.of(doctor.overrides()));
  }

  static UserResponse of(PatientListing listing) {
    Account account = listing.account();
    Patient patient = listing.patient();
    return new PatientUser(
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        account.emailStatus().confirmed(),
        account.emailStatus().pending().map(Email::value).orElse(null),
        MediaPaths.of(account.avatar()),
        WireTimes.instant(account.createdAt()),
        account.secondFactor(),
        patient.version(),
        patient.profile().dateOfBirth().map(LocalDate::toString).orElse(null),
        patient.profile().gender().orElse(null),
        patient.profile().bloodGroup().orElse(null),
        patient.profile().allergies().orElse(null),
        patient.profile().contactNumber().orElse(null),
        PatientResponse.contacts(patient.profile()));
  }

  static UserResponse of(Account account) {
    return new PlainUser(
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        account.emailStatus().confirmed(),
        account.emailStatus().pending().map(Email::value).orElse(null),
        MediaPaths.of(account.avatar()),
        WireTimes.instant(account.createdAt()),
        account.secondFactor());
  }
}
