package io.healthconnect.mongo.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.testkit.appointment.Appointments;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentDocumentsTest {
  private static final Appointment PENDING = Appointments.pending("v1", "d1", "p1", 0);

  /** A member that is written but not known would stay when it should go. */
  private static void assertKnown(Document written) {
    Document empty = new Document("review", new Document());
    assertEquals(
        new Document("review", new Document()), AppointmentDocuments.MEMBERS.keep(written, empty));
  }

  @ParameterizedTest
  @EnumSource(AppointmentStatus.class)
  void knowsAllMembersThatItWrites(AppointmentStatus status) {
    assertKnown(AppointmentDocuments.document(Appointments.in(status, PENDING)));
  }

  @Test
  void knowsTheMembersOfNotesAndReviews() {
    Appointment noted = Appointments.withNotes(PENDING, "Notes", BOOKED);
    Appointment reviewed = value(Appointments.completed(noted).reviewed(5, "Good", BOOKED));
    assertKnown(AppointmentDocuments.document(reviewed));
  }
}
