package io.healthconnect.application.patient;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.patient.Patient;

/** A patient's record with its account. */
public record PatientListing(Account account, Patient patient) {}
