package io.healthconnect.testkit.appointment;

import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;

/** Adds the people of an appointment to a store. */
public final class People {
  private People() {}

  /** Adds whichever of the two is missing. */
  public static void add(Stores stores, String doctor, String patient) {
    addDoctor(stores, doctor);
    addPatient(stores, patient);
  }

  public static void addDoctor(Stores stores, String id) {
    if (stores.accounts().find(Accounts.doctor(id).id()).isEmpty()) {
      stores.doctors().add(Accounts.doctor(id), Accounts.HASH, Doctors.valid(id));
    }
  }

  public static void addPatient(Stores stores, String id) {
    if (stores.accounts().find(Accounts.patient(id).id()).isEmpty()) {
      stores.patients().add(Accounts.patient(id), Accounts.HASH, Patients.blank(id));
    }
  }
}
