package io.healthconnect.application.patient;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import java.util.List;
import java.util.Optional;

final class FindPatientHandler implements FindPatient {
  private final PatientRepository patients;
  private final AccountRepository accounts;
  private final ContactPolicy policy;
  private final AuditTrail trail;

  FindPatientHandler(
      PatientRepository patients,
      AccountRepository accounts,
      ContactPolicy policy,
      AuditTrail trail) {
    this.patients = patients;
    this.accounts = accounts;
    this.policy = policy;
    this.trail = trail;
  }

  @Override
  public Optional<PatientListing> findPatient(Query query) {
    boolean own = query.actor().id().equals(query.patient().account());
    if (!own && !policy.mayTalk(query.actor().id(), query.patient().account())) {
      return Optional.empty();
    }
    Optional<PatientListing> found = listing(query.patient());
    if (found.isPresent()) {
      trail.readRecords(query.actor(), List.of(query.patient().account()));
    }
    return found;
  }

  private Optional<PatientListing> listing(PatientId id) {
    return patients
        .find(id)
        .flatMap(
            patient ->
                accounts.find(id.account()).map(account -> new PatientListing(account, patient)));
  }
}
