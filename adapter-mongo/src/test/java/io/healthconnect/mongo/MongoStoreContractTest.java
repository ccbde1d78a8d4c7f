package io.healthconnect.mongo;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
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
import io.healthconnect.testkit.media.ImageStoreContract;
import io.healthconnect.testkit.media.MediaRepositoryContract;
import io.healthconnect.testkit.media.ShownImageContract;
import io.healthconnect.testkit.message.MessageRepositoryContract;
import io.healthconnect.testkit.patient.PatientRepositoryContract;
import java.util.Optional;
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
        ShownImageContract,
        ImageStoreContract {
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

  @Override
  public ImageStore images() {
    return store.images();
  }

  @Override
  public Optional<byte[]> follow(Delivery.Redirect redirect) {
    throw new AssertionError("it sends bytes");
  }
}
