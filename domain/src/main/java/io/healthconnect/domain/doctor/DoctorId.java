package io.healthconnect.domain.doctor;

import io.healthconnect.domain.account.AccountId;

/** Identifies a doctor: the doctor's account. */
public record DoctorId(AccountId account) {
  public static DoctorId of(String value) {
    return new DoctorId(new AccountId(value));
  }

  public String value() {
    return account.value();
  }
}
