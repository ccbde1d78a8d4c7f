package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;

import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Stores;
import java.time.Duration;
import java.util.Optional;

/** Lets people talk to each other. */
public final class Contacts {
  /** Later than the appointments that tests make themselves. */
  private static final int FIRST_MINUTE = (int) Duration.ofDays(700).toMinutes();

  private static final int PLACES = 10_000;

  private Contacts() {}

  /** Adds whichever of the two is missing, and an appointment unless they are in contact. */
  public static void add(Stores stores, String doctor, String patient) {
    People.add(stores, doctor, patient);
    open(stores.appointments(), doctor, patient);
  }

  /** Adds an appointment of two people who exist, unless they are in contact. */
  public static void open(AppointmentRepository appointments, String doctor, String patient) {
    if (!appointments.haveContact(DoctorId.of(doctor), PatientId.of(patient))) {
      String pair = doctor + "-" + patient;
      int minute = FIRST_MINUTE + 30 * Math.floorMod(pair.hashCode(), PLACES);
      value(
          appointments.book(
              Appointments.pending("contact-" + pair, doctor, patient, minute),
              Optional.empty(),
              UNLIMITED));
    }
  }
}
