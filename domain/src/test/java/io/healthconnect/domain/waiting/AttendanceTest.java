package io.healthconnect.domain.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final DeviceId TAB = new DeviceId("tab");
  private static final DeviceId PHONE = new DeviceId("phone");
  private static final DeviceId DESK = new DeviceId("desk");

  private static final Attendance GONE =
      new Attendance(
          new AppointmentId("v1"),
          DoctorId.of("d1"),
          PatientId.of("p1"),
          NOW.minusSeconds(600),
          NOW.minusSeconds(600),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private static final Attendance WAITS = GONE.join(TAB, NOW);

  private static Instant seconds(long after) {
    return NOW.plusSeconds(after);
  }

  private static Change.WaitingChanged changed(Instant since, boolean present) {
    return new Change.WaitingChanged(
        new AppointmentId("v1"), new AccountId("d1"), new AccountId("p1"), since, present);
  }

  @Test
  void waitsFromTheFirstDeviceOn() {
    assertTrue(WAITS.present());
    assertEquals(NOW, WAITS.since());
    assertEquals(List.of(changed(NOW, true)), WAITS.changesSince(Optional.of(GONE)));
    Attendance both = WAITS.join(PHONE, seconds(5));
    assertEquals(NOW, both.since());
    assertEquals(List.of(TAB, PHONE), both.devices());
    assertEquals(List.of(), both.changesSince(Optional.of(WAITS)));
  }

  @Test
  void aDeviceThatWaitsAlreadyChangesNothing() {
    assertSame(WAITS, WAITS.join(TAB, seconds(5)));
  }

  @Test
  void remembersTheLatestDevicesOnly() {
    Attendance many = GONE;
    for (int i = 0; i < 20; i++) {
      many = many.join(new DeviceId("device" + i), NOW);
    }
    assertEquals(Attendance.MOST_DEVICES, many.devices().size());
    assertEquals(new DeviceId("device19"), many.devices().get(Attendance.MOST_DEVICES - 1));
  }

  @Test
  void waitsUntilTheLastDeviceLeaves() {
    Attendance both = WAITS.join(PHONE, NOW);
    Attendance one = both.leave(TAB);
    assertTrue(one.present());
    assertEquals(List.of(), one.changesSince(Optional.of(both)));
    Attendance none = one.leave(PHONE);
    assertFalse(none.present());
    assertEquals(List.of(changed(NOW, false)), none.changesSince(Optional.of(one)));
    assertEquals(List.of(), none.leave(PHONE).changesSince(Optional.of(none)));
  }

  @Test
  void keepsThePlaceWhileADeviceIsConnected() {
    assertFalse(WAITS.isDue(seconds(15).minusMillis(1)));
    assertTrue(WAITS.isDue(seconds(15)));
    Attendance checked = WAITS.join(PHONE, NOW).check(Set.of(PHONE)::contains, seconds(15));
    assertEquals(List.of(PHONE), checked.devices());
    assertEquals(seconds(15), checked.seenAt());
    assertEquals(Optional.of(seconds(30)), checked.checkAt());
  }

  @Test
  void keepsThePlaceForAWhileAfterAllConnectionsAreLost() {
    Attendance lost = WAITS.check(device -> false, seconds(15));
    assertTrue(lost.present());
    assertEquals(Optional.of(seconds(30)), lost.checkAt());
    assertEquals(List.of(), lost.changesSince(Optional.of(WAITS)));
    Attendance back = lost.join(PHONE, seconds(20));
    assertEquals(NOW, back.since());
    assertEquals(List.of(), back.changesSince(Optional.of(lost)));
    assertTrue(back.check(Set.of(PHONE)::contains, seconds(35)).present());
    Attendance over = lost.check(device -> false, seconds(30));
    assertFalse(over.present());
    assertEquals(NOW, over.seenAt());
    assertEquals(List.of(changed(NOW, false)), over.changesSince(Optional.of(lost)));
  }

  @Test
  void comesAnewAfterLeaving() {
    Attendance again = WAITS.leave(TAB).join(TAB, seconds(60));
    assertEquals(seconds(60), again.since());
    assertEquals(
        List.of(changed(seconds(60), true)), again.changesSince(Optional.of(WAITS.leave(TAB))));
  }

  @Test
  void admitsTheConnectedDeviceThatCameLast() {
    Attendance both = WAITS.join(PHONE, NOW);
    Attendance admitted = both.admit(DESK, Set.of(TAB, PHONE)::contains, NOW).orElseThrow();
    assertEquals(
        List.of(new Change.PatientAdmitted(new AppointmentId("v1"), new AccountId("p1"), PHONE)),
        admitted.changesSince(Optional.of(both)));
    assertTrue(admitted.present());
    assertEquals(
        TAB, both.admit(DESK, TAB::equals, NOW).flatMap(Attendance::admission).orElseThrow().to());
    assertEquals(Optional.empty(), both.admit(DESK, device -> false, NOW));
    assertEquals(Optional.empty(), GONE.admit(DESK, device -> true, NOW));
    assertTrue(admitted.isAdmittedByAnother(TAB, NOW));
    assertFalse(admitted.isAdmittedByAnother(DESK, NOW));
    assertFalse(both.isAdmittedByAnother(DESK, NOW));
  }

  @Test
  void waitsNoLongerInTheCall() {
    Attendance called = WAITS.admit(DESK, device -> true, NOW).orElseThrow().inCall(seconds(40));
    assertFalse(called.present());
    assertEquals(seconds(40), called.seenAt());
    assertEquals(Optional.empty(), called.admission());
    assertEquals(List.of(changed(NOW, false)), called.changesSince(Optional.of(WAITS)));
  }

  @Test
  void belongsToTheTwo() {
    assertTrue(WAITS.isOf(new AccountId("p1")));
    assertTrue(WAITS.isOf(new AccountId("d1")));
    assertFalse(WAITS.isOf(new AccountId("p2")));
  }

  @Test
  void isCheckedWhileItWaitsAndNotOtherwise() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Attendance(
                WAITS.appointment(),
                WAITS.doctor(),
                WAITS.patient(),
                NOW,
                NOW,
                List.of(),
                Optional.of(NOW),
                Optional.empty()));
  }
}
