package io.healthconnect.application.doctor;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Clock;

/** The use cases of doctors and their directory. */
public record DoctorUseCases(
    SearchDoctors search,
    ListSpecializations listSpecializations,
    FindDoctor find,
    FindSlots findSlots,
    ListReviews listReviews,
    ChangePractice changePractice,
    UpdateNextFree updateNextFree) {

  public static DoctorUseCases create(
      DoctorRepository doctors,
      AccountRepository accounts,
      AppointmentRepository appointments,
      HoldRepository holds,
      Clock clock) {
    FreeSlots freeSlots = new FreeSlots(appointments, holds, clock);
    return new DoctorUseCases(
        new SearchDoctorsHandler(doctors, freeSlots),
        doctors::specializations,
        new FindDoctorHandler(doctors),
        new FindSlotsHandler(doctors, freeSlots),
        new ListReviewsHandler(doctors, appointments, accounts),
        new ChangePracticeHandler(doctors, appointments, clock),
        new UpdateNextFreeHandler(doctors, freeSlots, clock));
  }
}
