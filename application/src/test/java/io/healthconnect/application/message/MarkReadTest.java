package io.healthconnect.application.message;

import static io.healthconnect.application.message.MessageWorld.DOCTOR;
import static io.healthconnect.application.message.MessageWorld.PATIENT;
import static io.healthconnect.application.message.MessageWorld.STRANGER;
import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Message;
import io.healthconnect.testkit.RecordedChanges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkReadTest {
  private final MessageWorld world = new MessageWorld();

  @BeforeEach
  void talk() {
    value(world.send(PATIENT, DOCTOR, "one"));
    value(world.send(DOCTOR, PATIENT, "two"));
    value(world.send(PATIENT, DOCTOR, "three"));
  }

  private boolean mark(Actor reader, Actor other, long upTo) {
    return world.use.markRead().markRead(new MarkRead.Command(reader, other.id(), upTo));
  }

  private List<Optional<Instant>> marks() {
    return world.stored().stream().map(Message::readAt).toList();
  }

  @Test
  void marksWhatTheReaderReceivedUpToTheNumber() {
    RecordedChanges heard = RecordedChanges.from(world.store.feed());
    assertTrue(mark(DOCTOR, PATIENT, 2));
    assertEquals(List.of(Optional.of(BOOKED), Optional.empty(), Optional.empty()), marks());
    assertEquals(List.of(new Change.MessagesRead(DOCTOR.id(), PATIENT.id(), 2)), heard.all());
  }

  @Test
  void marksOnlyGoForward() {
    mark(DOCTOR, PATIENT, 3);
    RecordedChanges heard = RecordedChanges.from(world.store.feed());
    world.clock.set(BOOKED.plusSeconds(60));
    assertTrue(mark(DOCTOR, PATIENT, 1));
    assertTrue(mark(DOCTOR, PATIENT, 3));
    assertEquals(List.of(Optional.of(BOOKED), Optional.empty(), Optional.of(BOOKED)), marks());
    assertEquals(List.of(), heard.all());
  }

  @Test
  void aFutureNumberDoesNotMarkLaterMessages() {
    assertTrue(mark(DOCTOR, PATIENT, 1_000));
    value(world.send(PATIENT, DOCTOR, "four"));
    assertEquals(Optional.empty(), marks().get(3));
  }

  @Test
  void showsNoNewReadMarksOnceContactHasEnded() {
    world.endContact();
    RecordedChanges heard = RecordedChanges.from(world.store.feed());
    assertTrue(mark(DOCTOR, PATIENT, 3));
    assertEquals(Optional.of(BOOKED), marks().get(0));
    assertEquals(List.of(), heard.all());
  }

  @Test
  void refusesThoseWhoNeitherMayTalkNorEverDid() {
    assertFalse(mark(STRANGER, DOCTOR, 3));
    assertFalse(mark(DOCTOR, STRANGER, 3));
    assertFalse(mark(DOCTOR, DOCTOR, 3));
    assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()), marks());
  }
}
