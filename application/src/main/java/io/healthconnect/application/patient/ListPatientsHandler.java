package io.healthconnect.application.patient;

import io.healthconnect.application.Room;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ListPatientsHandler implements ListPatients {
  private final PatientRepository patients;
  private final AccountRepository accounts;
  private final AppointmentRepository appointments;
  private final AuditTrail trail;

  ListPatientsHandler(
      PatientRepository patients,
      AccountRepository accounts,
      AppointmentRepository appointments,
      AuditTrail trail) {
    this.patients = patients;
    this.accounts = accounts;
    this.appointments = appointments;
    this.trail = trail;
  }

  @Override
  public Result<Page<PatientListing>, Refusal> listPatients(
      Query query, Room<PatientListing> room) {
    if (!query.actor().isDoctor()) {
      return Result.failure(Refusal.NOT_A_DOCTOR);
    }
    Page<PatientListing> page = Room.fit(query.page(), request -> page(query, request), room);
    trail.readRecords(
        query.actor(), page.items().stream().map(each -> each.account().id()).toList());
    return Result.success(page);
  }

  private Page<PatientListing> page(Query query, PageRequest request) {
    Page<PatientId> page = appointments.patientsOf(query.actor().asDoctor(), request);
    return new Page<>(listings(page.items()), page.next());
  }

  /** The listings in the given order; patients whose accounts were erased are left out. */
  private List<PatientListing> listings(List<PatientId> ids) {
    Map<AccountId, Account> names = accounts.findAll(ids.stream().map(PatientId::account).toList());
    Map<PatientId, Patient> records = patients.findAll(ids);
    return ids.stream().flatMap(id -> listing(id, names, records).stream()).toList();
  }

  private static Optional<PatientListing> listing(
      PatientId id, Map<AccountId, Account> names, Map<PatientId, Patient> records) {
    return Optional.ofNullable(names.get(id.account()))
        .filter(account -> !account.standing().erased())
        .flatMap(
            account ->
                Optional.ofNullable(records.get(id))
                    .map(patient -> new PatientListing(account, patient)));
  }
}
