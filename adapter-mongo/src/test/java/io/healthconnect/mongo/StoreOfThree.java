package io.healthconnect.mongo;

import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.ReplicaSet;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;

/** The store of a doctor, d1, and patients in contact, on three members that a test lets fail. */
record StoreOfThree(ReplicaSet set, MongoHandles handles, MongoStore store)
    implements AutoCloseable {

  static StoreOfThree with(String... patients) {
    ReplicaSet set = ReplicaSet.start(3);
    MongoHandles handles = MongoHandles.open(set.uri());
    MongoStore store = new MongoStore(handles);
    store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    for (String patient : patients) {
      store.patients().add(Accounts.patient(patient), Accounts.HASH, Patients.blank(patient));
      Contacts.open(store.appointments(), "d1", patient);
    }
    return new StoreOfThree(set, handles, store);
  }

  @Override
  public void close() {
    handles.close();
    set.close();
  }
}
