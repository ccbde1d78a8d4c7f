package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.application.appointment.ChangeAppointment.Refusal;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.Notes;
import io.healthconnect.testkit.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may do what with an appointment, and when (T-05). */
class ChangeAppointmentTest {
  private final AppointmentWorld world =
      new AppointmentWorld(AppointmentLimits.DEFAULT.withReschedulings(2).withNoteVersions(2));
  private final AppointmentId id = value(world.book(PATIENT, "09:00")).id();

  @Test
  void t05EachIntentBelongsToItsParticipant() {
    List<Intent> ofDoctor =
        List.of(
            new Intent.Confirm(),
            new Intent.Decline(Optional.empty()),
            new Intent.Complete(),
            new Intent.NoShow(),
            new Intent.WriteNotes("text"));
    for (Intent intent : ofDoctor) {
      assertEquals(Refusal.WRONG_ROLE, reason(world.change(PATIENT, id, intent)));
      assertEquals(Refusal.NOT_FOUND, reason(world.change(OTHER, id, intent)));
    }
    assertEquals(
        Refusal.WRONG_ROLE, reason(world.change(DOCTOR, id, new Intent.Review(5, "good"))));
  }

  @Test
  void t05TheStartBoundsWhatIsAllowed() {
    value(world.change(DOCTOR, id, new Intent.Confirm()));
    assertEquals(Refusal.TOO_EARLY, reason(world.change(DOCTOR, id, new Intent.Complete())));
    assertEquals(Refusal.TOO_EARLY, reason(world.change(DOCTOR, id, new Intent.NoShow())));
    world.clock.set(MONDAY_NINE);
    assertEquals(Refusal.TOO_LATE, reason(world.change(PATIENT, id, new Intent.Cancel("ill"))));
    assertEquals(BookingRefusal.TOO_LATE, reason(world.move(PATIENT, id, "11:00")));
    value(world.change(DOCTOR, id, new Intent.Complete()));
    Appointment reviewed = value(world.change(PATIENT, id, new Intent.Review(5, "good")));
    assertEquals(5, reviewed.review().orElseThrow().rating());
  }

  @Test
  void notesAreTheDoctorsUntilTheAppointmentIsCompletedAndHaveALimit() {
    value(world.change(DOCTOR, id, new Intent.WriteNotes("o", true)));
    value(world.change(DOCTOR, id, new Intent.WriteNotes("one", true)));
    value(world.change(DOCTOR, id, new Intent.WriteNotes("two")));
    assertEquals(
        Refusal.LIMIT_REACHED, reason(world.change(DOCTOR, id, new Intent.WriteNotes("three"))));
    assertEquals(Notes.NONE, find(PATIENT).appointment().notes());
    assertEquals(2, find(DOCTOR).appointment().notes().versions());
  }

  private FindAppointment.Found find(Actor actor) {
    return world.use.find().findAppointment(new FindAppointment.Query(actor, id)).orElseThrow();
  }

  @Test
  void keepsWhatTheExpectedVersionDoesNotMatch() {
    assertEquals(Refusal.STALE, reason(world.changeAt(2, DOCTOR, id, new Intent.Confirm())));
    assertEquals(
        AppointmentStatus.SCHEDULED,
        value(world.changeAt(1, DOCTOR, id, new Intent.Confirm())).status());
    assertEquals(Refusal.STALE, reason(world.changeAt(1, PATIENT, id, new Intent.Cancel("ill"))));
  }

  /** Both act on what they saw; whoever is first wins, and the other's change fits no more. */
  @Test
  void ofTwoWhoChangeAtOnceOneWinsAndTheOtherIsToldWhy() {
    List<Boolean> done =
        Race.of(
            8,
            i ->
                () ->
                    world
                        .change(
                            i % 2 == 0 ? DOCTOR : PATIENT,
                            id,
                            i % 2 == 0
                                ? new Intent.Decline(Optional.empty())
                                : new Intent.Cancel("ill"))
                        .<Boolean>fold(
                            changed -> true,
                            refusal -> {
                              assertEquals(Refusal.ILLEGAL_TRANSITION, refusal);
                              return false;
                            }));
    assertEquals(1, done.stream().filter(each -> each).count());
    assertEquals(2, find(DOCTOR).history().size());
  }
}
