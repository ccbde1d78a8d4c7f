package io.healthconnect.application.patient;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.patient.PatientRepository;
import java.util.Optional;

final class FindPatientHandler implements FindPatient {
  private final PatientRepository patients;
  private final AccountRepository accounts;
  private final ContactPolicy policy;

  FindPatientHandler(PatientRepository patients, AccountRepository accounts, ContactPolicy policy) {
    this.patients = patients;
    this.accounts = accounts;
    this.policy = policy;
  }

  @Override
  public Optional<PatientListing> handle(Query query) {
    boolean own = query.actor().id().equals(query.patient().account());
    if (!own && !policy.mayTalk(query.actor().id(), query.patient().account())) {
      return Optional.empty();
    }
    return patients
        .find(query.patient())
        .flatMap(
            patient ->
                accounts
                    .find(query.patient().account())
                    .map(account -> new PatientListing(account, patient)));
  }
}
