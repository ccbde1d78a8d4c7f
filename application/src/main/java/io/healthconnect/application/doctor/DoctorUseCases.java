package io.healthconnect.application.doctor;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Clock;

/** Everything about doctors. */
public record DoctorUseCases(
    SearchDoctors search,
    ListSpecializations listSpecializations,
    FindDoctor find,
    FindSlots findSlots,
    ListReviews listReviews,
    ChangePractice changePractice) {

  public static DoctorUseCases create(
      DoctorRepository doctors,
      AccountRepository accounts,
      AppointmentRepository appointments,
      Clock clock) {
    FreeTimes freeTimes = new FreeTimes(appointments, clock);
    return new DoctorUseCases(
        new SearchDoctorsHandler(doctors, freeTimes),
        doctors::specializations,
        doctors::findListing,
        new FindSlotsHandler(doctors, freeTimes),
        new ListReviewsHandler(doctors, appointments, accounts),
        new ChangePracticeHandler(doctors, accounts, appointments, clock));
  }
}
