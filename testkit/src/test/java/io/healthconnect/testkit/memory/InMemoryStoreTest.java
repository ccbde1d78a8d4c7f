package io.healthconnect.testkit.memory;

import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.AccountRepositoryContract;
import io.healthconnect.testkit.account.SessionRepositoryContract;
import io.healthconnect.testkit.appointment.AppointmentListContract;
import io.healthconnect.testkit.appointment.AppointmentRepositoryContract;
import io.healthconnect.testkit.appointment.BookingContract;
import io.healthconnect.testkit.doctor.DirectoryContract;
import io.healthconnect.testkit.doctor.DoctorRepositoryContract;
import io.healthconnect.testkit.media.MediaRepositoryContract;
import io.healthconnect.testkit.media.ShownImageContract;
import io.healthconnect.testkit.message.MessageRepositoryContract;
import io.healthconnect.testkit.patient.PatientRepositoryContract;

final class InMemoryStoreTest
    implements AccountRepositoryContract,
        SessionRepositoryContract,
        PatientRepositoryContract,
        DoctorRepositoryContract,
        DirectoryContract,
        AppointmentRepositoryContract,
        AppointmentListContract,
        BookingContract,
        MessageRepositoryContract,
        MediaRepositoryContract,
        ShownImageContract {
  private final Stores stores = new InMemoryStore().stores();

  @Override
  public Stores stores() {
    return stores;
  }
}
