package io.healthconnect.sqlite.call;

import static io.healthconnect.testkit.call.CallFixtures.NOW;
import static io.healthconnect.testkit.call.CallFixtures.OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.ActiveCall;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.sqlite.account.SqliteAccountRepository;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.DatabaseFile;
import io.healthconnect.sqlite.patient.SqlitePatientRepository;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.call.CallRestoreContract;
import io.healthconnect.testkit.call.LiveCallsContract;
import io.healthconnect.testkit.patient.Patients;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLiveCallsTest implements LiveCallsContract, CallRestoreContract {
  @TempDir Path folder;
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private Database database;
  private LiveCalls calls;

  @BeforeEach
  void open() {
    database = DatabaseFile.open(folder, feed);
    calls = new SqliteLiveCalls(database, feed, LEASE_END);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** State that changes with every candidate and every lost socket must not wait for the disk. */
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

  /** A.3: a slow disk delays changes that must be written, and nothing else. */
  @Test
  void candidatesAndLooksDoNotWaitForAChangeThatIsBeingWritten() throws Exception {
    CallId id = ring();
    AccountId bob = person("bob");
    List<Class<?>> events = new CopyOnWriteArrayList<>();
    CallFixtures.listen(feed, event -> events.add(event.getClass()));
    try (SlowWriter writer = new SlowWriter()) {
      Future<?> answer =
          writer.waits(() -> calls().change(id, live -> live.answer(bob, BOBS, OFFER, NOW)));

      assertEquals(Optional.of(Optional.empty()), candidate(id, "ann", ANNS));
      assertEquals(Optional.of(Optional.empty()), candidate(id, "bob", BOBS));
      assertInstanceOf(RingingCall.class, calls().find(id).orElseThrow());
      assertInstanceOf(RingingCall.class, calls().liveOf(bob).orElseThrow());
      assertEquals(1, calls().devices().size());
      assertEquals(List.of(), calls().due(NOW));
      assertEquals(List.of(), events);

      writer.goOn();
      answer.get();
    }
    assertEquals(
        List.of(
            Signal.CallAnswered.class,
            Signal.AnsweredElsewhere.class,
            Signal.CandidateSent.class,
            Signal.CandidateSent.class),
        events);
    assertInstanceOf(ActiveCall.class, calls().find(id).orElseThrow());
  }

  @Test
  void anAnswerThatCouldNotBeWrittenHasNotHappenedAndCandidatesBehindItHave() throws Exception {
    CallId id = ring();
    AccountId bob = person("bob");
    execute("CREATE TRIGGER no BEFORE UPDATE ON kept_call BEGIN SELECT RAISE(ABORT, 'no'); END");
    List<Class<?>> events = new CopyOnWriteArrayList<>();
    CallFixtures.listen(feed, event -> events.add(event.getClass()));
    try (SlowWriter writer = new SlowWriter()) {
      Future<?> answer =
          writer.waits(() -> calls().change(id, live -> live.answer(bob, BOBS, OFFER, NOW)));
      candidate(id, "ann", ANNS);
      assertEquals(List.of(), events);
      writer.goOn();
      assertThrows(ExecutionException.class, answer::get);
    }
    assertEquals(List.of(Signal.CandidateSent.class), events);
    assertInstanceOf(RingingCall.class, calls().find(id).orElseThrow());
    execute("DROP TRIGGER no");

    calls().change(id, live -> live.answer(bob, BOBS, OFFER, NOW));

    assertEquals(Signal.CallAnswered.class, events.get(1));
  }

  @Test
  void aCallThatBeginsHoldsUpOnlyThoseOfItsPeople() throws Exception {
    person("ann");
    person("bob");
    CallId other = ring("2", "cid", "dan");
    try (SlowWriter writer = new SlowWriter()) {
      Future<?> first = writer.waits(() -> ring("1", "ann", "bob"));
      Future<LiveCalls.Opened> second = writer.waits(() -> open("3", "bob", "ann"));
      assertEquals(Optional.empty(), calls().liveOf(person("ann")));
      assertEquals(
          Optional.of(Optional.empty()),
          candidate(other, "cid", CallFixtures.deviceOf(person("cid"))));
      writer.goOn();
      first.get();
      assertEquals(new LiveCalls.Glare(new CallId("1")), second.get());
    }
  }

  @Test
  void aCallWaitsForAtMostAThousandChangesBehindAWrite() throws Exception {
    CallId id = ring();
    AccountId bob = person("bob");
    try (SlowWriter writer = new SlowWriter()) {
      Future<?> answer =
          writer.waits(() -> calls().change(id, live -> live.answer(bob, BOBS, OFFER, NOW)));
      for (int i = 0; i < InMemoryCall.MAX_FOLLOWERS; i++) {
        calls().change(id, live -> live.left(new DeviceId("unknown"), LEASE_END));
      }
      assertThrows(StoreUnavailableException.class, () -> candidate(id, "ann", ANNS));
      writer.goOn();
      answer.get();
    }
  }

  /** {@code tryChange} does nothing for a change that must be written. */
  @Test
  void doesNotPreviewAChangeThatMustBeWritten() {
    CallId id = ring();
    AccountId ann = person("ann");
    assertEquals(Optional.empty(), calls().tryChange(id, live -> live.end(ann, ANNS, NOW)));
    assertEquals(id, calls().liveOf(ann).orElseThrow().id());
  }

  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
  private static final DeviceId ANNS = CallFixtures.deviceOf(new AccountId("ann"));
  private static final DeviceId BOBS = CallFixtures.deviceOf(new AccountId("bob"));

  private CallId ring() {
    return ring("1", "ann", "bob");
  }

  private CallId ring(String id, String caller, String callee) {
    assertInstanceOf(LiveCalls.Rings.class, open(id, caller, callee));
    return new CallId(id);
  }

  private LiveCalls.Opened open(String id, String caller, String callee) {
    RingingCall call =
        CallFixtures.ringing(new CallId(id), person(caller), person(callee), Optional.empty());
    return calls().open(call, List.of());
  }

  /** As a selector does it, which must not wait. */
  private Optional<Optional<CallRefusal>> candidate(CallId id, String from, DeviceId device) {
    Candidate candidate = new Candidate("c");
    return calls()
        .tryChange(id, live -> live.candidate(person(from), device, candidate, 100))
        .orElseThrow();
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = connect();
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  /** Keeps the writer busy, as a slow disk would, until it is closed. */
  private final class SlowWriter implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Future<Boolean> write;

    SlowWriter() throws InterruptedException {
      CountDownLatch taken = new CountDownLatch(1);
      write =
          threads.submit(
              () ->
                  database.write(
                      transaction -> {
                        taken.countDown();
                        return isReleased();
                      }));
      taken.await();
    }

    private boolean isReleased() {
      try {
        return released.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Starts the work on another thread and returns once that thread is waiting. */
    <T> Future<T> waits(Callable<T> work) {
      AtomicReference<Thread> thread = new AtomicReference<>();
      Future<T> future =
          threads.submit(
              () -> {
                thread.set(Thread.currentThread());
                return work.call();
              });
      while (thread.get() == null || !WAITING.contains(thread.get().getState())) {
        assertFalse(future.isDone(), "it did not wait");
        Thread.onSpinWait();
      }
      return future;
    }

    void goOn() throws Exception {
      released.countDown();
      assertTrue(write.get());
    }

    @Override
    public void close() {
      released.countDown();
      threads.shutdown();
    }
  }

  @Override
  public LiveCalls calls() {
    return calls;
  }

  @Override
  public ChangeFeed feed() {
    return feed;
  }

  @Override
  public synchronized AccountId person(String name) {
    AccountId id = new AccountId(name);
    if (new SqliteAccountRepository(database).find(id).isEmpty()) {
      new SqlitePatientRepository(database)
          .add(Accounts.patient(name), Accounts.HASH, Patients.blank(name));
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
