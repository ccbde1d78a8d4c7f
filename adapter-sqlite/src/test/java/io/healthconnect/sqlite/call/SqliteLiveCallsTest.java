package io.healthconnect.sqlite.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.call.KeptCallsContract;
import io.healthconnect.testkit.call.LiveCallsContract;
import io.healthconnect.testkit.patient.Patients;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLiveCallsTest implements LiveCallsContract, KeptCallsContract {
  @TempDir Path folder;
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, feed, LEASE_END);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** What comes and goes with every candidate and every lost socket must not wait for the disk. */
  @Test
  void candidatesAndConnectionsCostNoWrite() throws SQLException {
    AccountId ann = person("ann");
    AccountId bob = person("bob");
    RingingCall call = CallFixtures.ringing(new CallId("1"), ann, bob, Optional.empty());
    calls().open(call, List.of());
    DeviceId anns = CallFixtures.deviceOf(ann);
    Candidate candidate = new Candidate("c");
    try (Connection other = connect()) {
      long before = number(other, "PRAGMA data_version");
      calls().change(call.id(), live -> live.candidate(ann, anns, candidate, 100));
      calls().change(call.id(), live -> live.left(anns, LEASE_END));
      calls().change(call.id(), live -> live.candidate(ann, new DeviceId("2"), candidate, 100));
      calls().change(call.id(), live -> live.resume(ann, new DeviceId("3")));
      assertEquals(before, number(other, "PRAGMA data_version"));

      calls().change(call.id(), live -> live.end(ann, new DeviceId("3"), CallFixtures.NOW));
      assertNotEquals(before, number(other, "PRAGMA data_version"));
    }
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

  @Override
  public void restart() {
    close();
    open();
  }

  @Override
  public long keptCalls() {
    try (Connection connection = connect()) {
      return number(connection, "SELECT count(*) FROM kept_call");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.getLong(1);
    }
  }
}
