package io.healthconnect.sqlite.db;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
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
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients are reminded of what was confirmed before there were reminders. */
class ReminderMigrationTest {
  /** The migration asks the real clock what is still to come. */
  private static final int IN_70_YEARS = (int) Duration.ofDays(70 * 365).toMinutes();

  @TempDir Path folder;

  @Test
  void remindsPatientsOfWhatWasConfirmedBefore() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH)) {
      store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
      store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
      book(store.appointments(), "pending", IN_70_YEARS);
      for (String id : List.of("confirmed", "over")) {
        int minute = id.equals("over") ? 0 : IN_70_YEARS + 60;
        Appointment booked = book(store.appointments(), id, minute);
        store.appointments().save(value(booked.confirm(BOOKED)));
      }
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM reminder WHERE appointment_id = 'over'");
      List<String> before = stored(statement);
      assertEquals(2, before.size());
      statement.executeUpdate("DELETE FROM reminder");
      statement.executeUpdate(fill());
      assertEquals(before, stored(statement));
    }
  }

  private static Appointment book(AppointmentRepository appointments, String id, int minute) {
    Appointment pending = Appointments.pending(id, "d1", "p1", minute);
    return value(appointments.book(pending, Optional.empty(), UNLIMITED));
  }

  private static List<String> stored(Statement statement) throws Exception {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("SELECT * FROM reminder ORDER BY due_at")) {
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getLong(3));
      }
    }
    return found;
  }

  /** The last statement of the migration. */
  private static String fill() throws Exception {
    String file =
        Migrations.FILES.stream()
            .filter(name -> name.endsWith("__reminders.sql"))
            .findFirst()
            .get();
    try (InputStream in = Migrations.class.getResourceAsStream("/db/migration/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf("INSERT INTO reminder"));
    }
  }
}
