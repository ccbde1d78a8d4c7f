package io.healthconnect.sqlite.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.call.LiveCallsContract;
import io.healthconnect.testkit.patient.Patients;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLiveCallsTest implements LiveCallsContract {
  @TempDir Path folder;
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, feed);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public LiveCalls calls() {
    return store.calls();
  }

  @Override
  public ChangeFeed feed() {
    return feed;
  }

  @Override
  public synchronized AccountId person(String name) {
    AccountId id = new AccountId(name);
    if (store.accounts().find(id).isEmpty()) {
      store.patients().add(Accounts.patient(name), Patients.blank(name));
    }
    return id;
  }

  @Override
  public AppointmentId appointment() {
    return new AppointmentId("v1");
  }
}
