package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of {@link AttendanceRepository}. */
public interface AttendanceContract {
  DeviceId WAITING_TAB = new DeviceId("tab");
  DeviceId WAITING_PHONE = new DeviceId("phone");
  DeviceId DOCTORS_DESK = new DeviceId("desk");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AttendanceRepository attendances() {
    return stores().attendances();
  }

  private Appointment booked(String id, String doctor, String patient, int minute) {
    People.add(stores(), doctor, patient);
    return value(
        stores()
            .appointments()
            .book(Appointments.pending(id, doctor, patient, minute), Optional.empty(), UNLIMITED));
  }

  private Attendance change(Appointment appointment, UnaryOperator<Attendance> change) {
    return attendances()
        .change(
            appointment.id(),
            stored -> {
              Attendance before = stored.orElseGet(() -> Attendance.seen(appointment, MONDAY_NINE));
              Attendance next = change.apply(before);
              return new Step<>(Optional.of(next), next);
            });
  }

  private Attendance join(Appointment appointment, DeviceId device, Instant now) {
    return change(appointment, attendance -> attendance.join(device, now));
  }

  private Optional<Attendance> stored(Appointment appointment) {
    return Optional.ofNullable(attendances().find(List.of(appointment.id())).get(appointment.id()));
  }

  private static List<Change> published(RecordedChanges changes) {
    return changes.all().stream()
        .filter(
            change ->
                change instanceof Change.WaitingChanged || change instanceof Change.PatientAdmitted)
        .toList();
  }

  private static Change waiting(Appointment appointment, Instant since, boolean present) {
    return new Change.WaitingChanged(
        appointment.id(),
        appointment.doctorId().account(),
        appointment.patientId().account(),
        since,
        present);
  }

  @Test
  default void storesEveryStateOfAnAttendance() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    assertEquals(Optional.empty(), stored(appointment));
    Attendance seen = change(appointment, attendance -> attendance);
    assertEquals(Optional.of(seen), stored(appointment));
    Attendance waits = join(appointment, WAITING_TAB, MONDAY_NINE.plusMillis(7));
    assertEquals(Optional.of(waits), stored(appointment));
    Attendance admitted =
        change(
            appointment,
            attendance ->
                attendance
                    .join(WAITING_PHONE, MONDAY_NINE)
                    .admit(DOCTORS_DESK, device -> true, MONDAY_NINE)
                    .orElseThrow());
    assertEquals(List.of(WAITING_TAB, WAITING_PHONE), admitted.devices());
    assertEquals(Optional.of(admitted), stored(appointment));
    Attendance ended = change(appointment, Attendance::end);
    assertEquals(Optional.of(ended), stored(appointment));
  }

  @Test
  default void tellsWhoComesIsAdmittedAndGoes() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    RecordedChanges changes = RecordedChanges.from(stores().feed());
    Attendance waits =
        attendances()
            .change(
                appointment.id(),
                stored -> {
                  Attendance came =
                      Attendance.seen(appointment, MONDAY_NINE).join(WAITING_TAB, MONDAY_NINE);
                  return new Step<>(Optional.of(came), came);
                });
    join(appointment, WAITING_TAB, MONDAY_NINE);
    change(
        appointment,
        attendance -> attendance.admit(DOCTORS_DESK, device -> true, MONDAY_NINE).orElseThrow());
    change(appointment, attendance -> attendance.leave(WAITING_TAB));
    assertEquals(
        List.of(
            waiting(appointment, waits.since(), true),
            new Change.PatientAdmitted(appointment.id(), new AccountId("p1"), WAITING_TAB),
            waiting(appointment, waits.since(), false)),
        published(changes));
  }

  @Test
  default void changesNothingWithoutANextAttendance() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    RecordedChanges changes = RecordedChanges.from(stores().feed());
    assertEquals(
        "none",
        attendances().change(appointment.id(), before -> new Step<>(Optional.empty(), "none")));
    assertEquals(Optional.empty(), stored(appointment));
    assertEquals(List.of(), published(changes));
  }

  @Test
  default void listsWhoWaitsForADoctorAndWhereAPatientWaits() {
    Appointment one = booked("v1", "d1", "p1", 0);
    Appointment other = booked("v2", "d1", "p2", 30);
    Appointment elsewhere = booked("v3", "d2", "p1", 60);
    Appointment left = booked("v4", "d1", "p3", 90);
    Attendance first = join(one, WAITING_TAB, MONDAY_NINE);
    Attendance second = join(other, WAITING_PHONE, MONDAY_NINE);
    Attendance third = join(elsewhere, WAITING_TAB, MONDAY_NINE);
    join(left, WAITING_TAB, MONDAY_NINE);
    change(left, Attendance::end);
    assertEquals(
        Set.of(first, second), Set.copyOf(attendances().waitingFor(DoctorId.of("d1"), 10)));
    assertEquals(1, attendances().waitingFor(DoctorId.of("d1"), 1).size());
    assertEquals(List.of(), attendances().waitingFor(DoctorId.of("d3"), 10));
    assertEquals(Set.of(first, third), Set.copyOf(attendances().waitingOf(PatientId.of("p1"), 10)));
    assertEquals(1, attendances().waitingOf(PatientId.of("p1"), 1).size());
    assertEquals(List.of(), attendances().waitingOf(PatientId.of("p3"), 10));
    assertEquals(
        Set.of(one.id(), left.id()),
        attendances().find(List.of(one.id(), left.id(), new AppointmentId("none"))).keySet());
    assertEquals(Map.of(), attendances().find(List.of()));
  }

  @Test
  default void listsWhatIsDueTheLongestDueFirst() {
    Appointment one = booked("v1", "d1", "p1", 0);
    Appointment other = booked("v2", "d1", "p2", 30);
    Appointment left = booked("v3", "d1", "p3", 60);
    join(one, WAITING_TAB, MONDAY_NINE.plusSeconds(2));
    join(other, WAITING_TAB, MONDAY_NINE.plusSeconds(1));
    join(left, WAITING_TAB, MONDAY_NINE);
    change(left, Attendance::end);
    Instant due = MONDAY_NINE.plus(Attendance.CHECK);
    assertEquals(List.of(), ids(attendances().due(due.plusSeconds(1).minusMillis(1), 10)));
    assertEquals(List.of("v2"), ids(attendances().due(due.plusSeconds(1), 10)));
    assertEquals(List.of("v2", "v1"), ids(attendances().due(due.plusSeconds(2), 10)));
    assertEquals(List.of("v2"), ids(attendances().due(due.plusSeconds(2), 1)));
  }

  private static List<String> ids(List<Attendance> attendances) {
    return attendances.stream().map(each -> each.appointment().value()).toList();
  }

  @Test
  default void isRemovedWithItsAppointment() {
    Appointment gone = booked("v1", "d1", "p1", 0);
    Appointment kept = booked("v2", "d1", "p2", 30);
    join(gone, WAITING_TAB, MONDAY_NINE);
    join(kept, WAITING_TAB, MONDAY_NINE);
    stores().appointments().removeOf(new AccountId("p1"), 10);
    assertEquals(Optional.empty(), stored(gone));
    assertEquals(List.of("v2"), ids(attendances().waitingFor(DoctorId.of("d1"), 10)));
    assertEquals(List.of("v2"), ids(attendances().due(MONDAY_NINE.plusSeconds(60), 10)));
  }

  @Test
  default void noDeviceIsLostWhenManyComeAtOnce() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    RecordedChanges changes = RecordedChanges.from(stores().feed());
    Race.of(
        Attendance.MOST_DEVICES,
        i -> () -> join(appointment, new DeviceId("device" + i), MONDAY_NINE));
    assertEquals(Attendance.MOST_DEVICES, stored(appointment).orElseThrow().devices().size());
    assertEquals(List.of(waiting(appointment, MONDAY_NINE, true)), published(changes));
  }

  @Test
  default void oneOfManyDevicesOfTheDoctorAdmits() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    join(appointment, WAITING_TAB, MONDAY_NINE);
    RecordedChanges changes = RecordedChanges.from(stores().feed());
    List<Boolean> admitted = Race.of(8, i -> () -> admits(appointment, new DeviceId("desk" + i)));
    assertEquals(1, admitted.stream().filter(done -> done).count());
    assertEquals(1, published(changes).size());
  }

  private boolean admits(Appointment appointment, DeviceId by) {
    return attendances()
        .change(
            appointment.id(),
            stored -> {
              Attendance waits = stored.orElseThrow();
              boolean free = !waits.isAdmittedByAnother(by, MONDAY_NINE);
              return new Step<>(
                  free ? waits.admit(by, device -> true, MONDAY_NINE) : Optional.empty(), free);
            });
  }

  @Test
  default void ofALeaveAndAnAdmissionAtOnceEachSeesTheOther() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    for (int round = 0; round < 5; round++) {
      join(appointment, WAITING_TAB, MONDAY_NINE);
      RecordedChanges changes = RecordedChanges.from(stores().feed());
      List<Boolean> admitted =
          Race.of(
              2,
              i ->
                  () -> {
                    if (i == 0) {
                      change(appointment, attendance -> attendance.leave(WAITING_TAB));
                      return false;
                    }
                    return admitsIfPresent(appointment);
                  });
      Map<Boolean, Long> told =
          published(changes).stream()
              .collect(
                  Collectors.partitioningBy(
                      Change.PatientAdmitted.class::isInstance, Collectors.counting()));
      assertEquals(admitted.contains(true) ? 1L : 0L, told.get(true));
      assertEquals(1L, told.get(false));
      assertEquals(List.of(), attendances().waitingFor(DoctorId.of("d1"), 10));
    }
  }

  private boolean admitsIfPresent(Appointment appointment) {
    return attendances()
        .change(
            appointment.id(),
            stored -> {
              Optional<Attendance> next =
                  stored.flatMap(waits -> waits.admit(DOCTORS_DESK, device -> true, MONDAY_NINE));
              return new Step<>(next, next.isPresent());
            });
  }
}
