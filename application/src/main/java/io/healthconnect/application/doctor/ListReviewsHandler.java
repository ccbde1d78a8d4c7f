package io.healthconnect.application.doctor;

import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.util.Map;
import java.util.Optional;

final class ListReviewsHandler implements ListReviews {
  private final DoctorRepository doctors;
  private final AppointmentRepository appointments;
  private final AccountRepository accounts;

  ListReviewsHandler(
      DoctorRepository doctors, AppointmentRepository appointments, AccountRepository accounts) {
    this.doctors = doctors;
    this.appointments = appointments;
    this.accounts = accounts;
  }

  @Override
  public Optional<Page<Entry>> listReviews(Query query) {
    if (doctors.findListed(query.doctor()).isEmpty()) {
      return Optional.empty();
    }
    Page<Appointment> reviewed = appointments.reviewed(query.doctor(), query.page());
    Map<AccountId, Account> reviewers =
        accounts.findAll(
            reviewed.items().stream().map(each -> each.patientId().account()).toList());
    return Optional.of(
        reviewed.map(
            each ->
                new Entry(
                    Optional.ofNullable(reviewers.get(each.patientId().account()))
                        .map(account -> account.name().first())
                        .orElse(""),
                    each.review().orElseThrow(() -> new MissingException("review")))));
  }
}
