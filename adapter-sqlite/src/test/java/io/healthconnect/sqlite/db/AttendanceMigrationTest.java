package io.healthconnect.sqlite.db;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is suggested as a no-show for what began before anybody looked. */
class AttendanceMigrationTest {
  /** The migration asks the real clock what has begun. */
  private static final int IN_70_YEARS = (int) Duration.ofDays(70 * 365).toMinutes();

  @TempDir Path folder;

  @Test
  void whoHadAConfirmedAppointmentThatBeganCountsAsThere() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH)) {
      store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
      store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
      book(store.appointments(), "pending", 60);
      for (String id : List.of("begun", "later")) {
        Appointment booked = book(store.appointments(), id, id.equals("begun") ? 0 : IN_70_YEARS);
        store.appointments().save(value(booked.confirm(BOOKED)));
      }
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(fill());
    }
    try (SqliteStore store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH)) {
      Appointment begun = Appointments.pending("begun", "d1", "p1", 0);
      assertEquals(
          Map.of(begun.id(), Attendance.seen(begun, begun.time().slot().startsAt())),
          store
              .attendances()
              .find(Stream.of("begun", "later", "pending").map(AppointmentId::new).toList()));
    }
  }

  private static Appointment book(AppointmentRepository appointments, String id, int minute) {
    Appointment pending = Appointments.pending(id, "d1", "p1", minute);
    return value(appointments.book(pending, Optional.empty(), UNLIMITED));
  }

  /** The last statement of the migration. */
  private static String fill() throws Exception {
    String file =
        Migrations.FILES.stream()
            .filter(name -> name.endsWith("__attendance.sql"))
            .findFirst()
            .get();
    try (InputStream in = Migrations.class.getResourceAsStream("/db/migration/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf("INSERT INTO attendance"));
    }
  }
}
