package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.MONDAY;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RescheduleAppointmentTest {
  private final AppointmentWorld world =
      new AppointmentWorld(AppointmentLimits.DEFAULT.withReschedulings(2).withNoteVersions(2));
  private final AppointmentId id = value(world.book(PATIENT, "09:00")).id();

  private FindAppointment.Found find(Actor actor) {
    return world.use.find().findAppointment(new FindAppointment.Query(actor, id)).orElseThrow();
  }

  private Appointment stored() {
    return world.store.appointments().find(id).orElseThrow();
  }

  private void rules(BookingRules rules) {
    Doctor doctor = world.store.doctors().find(DoctorId.of("d1")).orElseThrow();
    world.store.doctors().save(doctor.withRules(rules));
  }

  @Test
  void keepsTheIdAndFreesTheOldTime() {
    RecordedChanges heard = RecordedChanges.from(world.store.feed());
    Appointment moved = value(world.move(PATIENT, id, "11:00"));
    assertEquals(id, moved.id());
    assertEquals(LocalTime.of(11, 0), moved.time().startTime());
    assertEquals(LocalTime.of(11, 30), moved.time().endTime());
    assertEquals(moved, stored());
    assertEquals(
        List.of(Change.AppointmentChanged.class, Change.NoticeStored.class),
        heard.all().stream().map(Object::getClass).toList());
    value(world.book(OTHER, "09:00"));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.book(OTHER, "11:00")));
  }

  @Test
  void movesAsOftenAsAllowedAndShowsTheWholeHistory() {
    value(world.move(PATIENT, id, "11:00"));
    value(world.move(DOCTOR, id, "12:00"));
    assertEquals(BookingRefusal.LIMIT_REACHED, reason(world.move(PATIENT, id, "13:00")));
    assertEquals(BookingRefusal.LIMIT_REACHED, reason(world.move(DOCTOR, id, "13:00")));
    assertEquals(3, find(PATIENT).history().size());
    assertEquals(BookingRefusal.NOT_FOUND, reason(world.move(OTHER, id, "13:00")));
  }

  @Test
  void aPatientsMoveOfAConfirmedOneIsConfirmedAgain() {
    value(world.change(DOCTOR, id, new Intent.Confirm()));
    assertEquals(AppointmentStatus.PENDING, value(world.move(PATIENT, id, "11:00")).status());
  }

  @Test
  void aDoctorsMoveOfAConfirmedOneStaysConfirmed() {
    value(world.change(DOCTOR, id, new Intent.Confirm()));
    assertEquals(AppointmentStatus.SCHEDULED, value(world.move(DOCTOR, id, "11:00")).status());
  }

  @Test
  void whereTheDoctorConfirmsAutomaticallyAPatientsMoveStaysConfirmed() {
    rules(BookingRules.DEFAULT.withAutoConfirm(true));
    value(world.change(DOCTOR, id, new Intent.Confirm()));
    assertEquals(AppointmentStatus.SCHEDULED, value(world.move(PATIENT, id, "11:00")).status());
  }

  @Test
  void theNoticeHoldsForThePatientAlone() {
    rules(BookingRules.DEFAULT.withMinimumNoticeMinutes(43_200));
    assertEquals(BookingRefusal.OUTSIDE_SCHEDULE, reason(world.move(PATIENT, id, "11:00")));
    value(world.move(DOCTOR, id, "11:00"));
  }

  @Test
  void leavesTheTimeWhereItWasWhenTheNewOneIsNotFree() {
    value(world.book(OTHER, "10:00"));
    Appointment before = stored();
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.move(PATIENT, id, "10:00")));
    assertEquals(BookingRefusal.OUTSIDE_SCHEDULE, reason(world.move(PATIENT, id, "08:00")));
    assertEquals(BookingRefusal.OUTSIDE_SCHEDULE, reason(world.move(PATIENT, id, "09:10")));
    assertEquals(before, stored());
  }

  @Test
  void itsOwnTimeIsFreeForIt() {
    rules(BookingRules.DEFAULT.withSlotMinutes(60));
    Appointment moved = value(world.move(PATIENT, id, "09:00"));
    assertEquals(LocalTime.of(10, 0), moved.time().endTime());
  }

  @Test
  void saysThatItCannotBeMovedBeforeAnythingAboutTheTime() {
    value(world.change(PATIENT, id, new Intent.Cancel("well")));
    assertEquals(BookingRefusal.ILLEGAL_TRANSITION, reason(world.move(PATIENT, id, "08:00")));
  }

  @Test
  void onceItHasStartedOnlyTheDoctorMovesIt() {
    world.clock.set(MONDAY_NINE);
    assertEquals(BookingRefusal.TOO_LATE, reason(world.move(PATIENT, id, "11:00")));
    value(world.move(DOCTOR, id, "11:00"));
  }

  @Test
  void showsNoNotesToThePatient() {
    value(world.change(DOCTOR, id, new Intent.WriteNotes("one")));
    assertEquals(0, value(world.move(PATIENT, id, "11:00")).notes().versions());
    assertEquals(1, value(world.move(DOCTOR, id, "12:00")).notes().versions());
  }

  @Test
  void refusesAnotherVersionThanTheExpectedOne() {
    RescheduleAppointment.Command command =
        new RescheduleAppointment.Command(
            PATIENT, id, Optional.of(2L), MONDAY, LocalTime.of(11, 0), Optional.empty());
    assertEquals(
        BookingRefusal.STALE, reason(world.use.reschedule().rescheduleAppointment(command)));
    assertEquals(LocalTime.of(9, 0), stored().time().startTime());
  }

  /** It is confirmed while the move looks for a free time. */
  @Test
  void checksAgainAfterAChangeInBetween() {
    world.meanwhile = () -> value(world.change(DOCTOR, id, new Intent.Confirm()));
    assertEquals(AppointmentStatus.PENDING, value(world.move(PATIENT, id, "11:00")).status());
    assertEquals(3, find(PATIENT).history().size());
  }

  @Test
  void aCancellationInBetweenWins() {
    world.meanwhile = () -> value(world.change(DOCTOR, id, new Intent.Cancel("away")));
    assertEquals(BookingRefusal.ILLEGAL_TRANSITION, reason(world.move(PATIENT, id, "11:00")));
    assertEquals(LocalTime.of(9, 0), stored().time().startTime());
  }

  @Test
  void ofTwoAppointmentsThatWantOneTimeOneGetsIt() {
    AppointmentId other = value(world.book(OTHER, "10:00")).id();
    List<Boolean> moved =
        Race.of(
            2,
            i ->
                () ->
                    world
                        .move(i == 0 ? PATIENT : OTHER, i == 0 ? id : other, "12:00")
                        .<Boolean>fold(
                            done -> true,
                            refusal -> {
                              assertEquals(BookingRefusal.SLOT_TAKEN, refusal);
                              return false;
                            }));
    assertEquals(1, moved.stream().filter(each -> each).count());
  }
}
