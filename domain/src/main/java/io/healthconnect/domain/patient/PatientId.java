package io.healthconnect.domain.patient;

import io.healthconnect.domain.account.AccountId;

/** Identifies a patient: the patient's account. */
public record PatientId(AccountId account) {
  public static PatientId of(String value) {
    return new PatientId(new AccountId(value));
  }

  public String value() {
    return account.value();
  }
}
