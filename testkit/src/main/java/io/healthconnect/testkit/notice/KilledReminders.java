package io.healthconnect.testkit.notice;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.People;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A thousand reminders that are due at once, in a store whose processes are killed meanwhile. */
public final class KilledReminders {
  /** How many reminders there are. */
  public static final int COUNT = 1_000;

  private static final int PAIRS = 25;
  private static final int VISITS = COUNT / PAIRS;
  private static final int BATCH = 50;

  /** The answer of a process that could not remind anybody now. */
  private static final int AGAIN = -1;

  /** All reminders of a day before are due, and no visit has begun. */
  private static final Instant NOW = BOOKED.plus(Duration.ofHours(21));

  /** The first visit begins 24.5 hours after it was booked. */
  private static final int FIRST = 150;

  private KilledReminders() {}

  /** Fills an empty store. */
  public static void fill(Stores stores) {
    for (int pair = 0; pair < PAIRS; pair++) {
      People.add(stores, "d" + pair, "p" + pair);
    }
    Race.of(
        5,
        thread ->
            () -> {
              for (int pair = thread; pair < PAIRS; pair += 5) {
                book(stores, pair);
              }
              return thread;
            });
  }

  private static void book(Stores stores, int pair) {
    for (int visit = 0; visit < VISITS; visit++) {
      Appointment.Request request =
          new Appointment.Request(
              DoctorId.of("d" + pair),
              PatientId.of("p" + pair),
              at(FIRST + 30 * visit, 30),
              AppointmentMode.VIDEO,
              "A reason");
      AppointmentId id = new AppointmentId("v" + pair + "-" + visit);
      value(
          stores
              .appointments()
              .book(Appointment.bookByDoctor(id, request, BOOKED), Optional.empty(), UNLIMITED));
    }
  }

  /** Each patient was told once of each visit. */
  public static void assertEachWasToldOnce(Stores stores) {
    for (int pair = 0; pair < PAIRS; pair++) {
      List<Notice> told =
          stores.notices().list(new AccountId("p" + pair), PageRequest.first(100)).items().stream()
              .filter(notice -> notice.kind() == NoticeKind.VISIT_REMINDER)
              .toList();
      Set<AppointmentId> visits = new HashSet<>();
      told.forEach(notice -> notice.appointment().ifPresent(visits::add));
      assertEquals(VISITS, told.size());
      assertEquals(VISITS, visits.size());
    }
    assertEquals(0, stores.notices().remind(NOW, BATCH));
  }

  /** What a process does that can be killed: for each line that it gets, one batch. */
  public static void serve(NoticeRepository notices) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    while (orders.readLine() != null) {
      System.out.println("begun");
      System.out.println(remind(notices));
    }
  }

  private static int remind(NoticeRepository notices) {
    try {
      return notices.remind(NOW, BATCH);
    } catch (StoreUnavailableException e) {
      // What a killed process was writing stays locked for a while.
      return AGAIN;
    }
  }

  /** Such a process. */
  public static final class Server {
    private final Process process;
    private final BufferedReader answers;

    /**
     * @param main calls {@link #serve}
     */
    public Server(Class<?> main, String... arguments) throws IOException {
      List<String> command =
          Stream.concat(
                  Stream.of(
                      ProcessHandle.current().info().command().orElseThrow(),
                      "-XX:TieredStopAtLevel=1",
                      "-cp",
                      System.getProperty("java.class.path"),
                      main.getName()),
                  Stream.of(arguments))
              .toList();
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      answers = process.inputReader(StandardCharsets.UTF_8);
      assertEquals("ready", answers.readLine());
    }

    /** Lets it begin a batch. */
    public void begin() throws IOException {
      process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
      assertEquals("begun", answers.readLine());
    }

    /**
     * Waits for the batch that has begun; returns how many reminders it removed, if any could be.
     */
    public int end() throws IOException {
      return Integer.parseInt(answers.readLine());
    }

    /** Kills it, whatever it is doing. */
    public void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  /** Lets the servers do the rest. */
  public static void finish(Server server) throws IOException {
    int removed;
    do {
      server.begin();
      removed = server.end();
    } while (removed != 0);
  }
}
