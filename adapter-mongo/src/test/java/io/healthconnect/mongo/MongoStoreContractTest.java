package io.healthconnect.mongo;

import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@WithMongod
final class MongoStoreContractTest
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
  private FollowedStore store;

  @BeforeEach
  void open(TestDatabase database) {
    store = new FollowedStore(database.uri());
    store.clear();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public Stores stores() {
    return store.stores();
  }
}
