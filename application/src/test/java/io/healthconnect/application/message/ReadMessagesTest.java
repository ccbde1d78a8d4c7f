package io.healthconnect.application.message;

import static io.healthconnect.application.message.MessageWorld.DOCTOR;
import static io.healthconnect.application.message.MessageWorld.PATIENT;
import static io.healthconnect.application.message.MessageWorld.STRANGER;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.message.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadMessagesTest {
  private final MessageWorld world = new MessageWorld();

  private Optional<List<Long>> read(
      Actor reader, Actor other, Optional<Long> before, Optional<Long> after, int limit) {
    return world
        .use
        .read()
        .readMessages(new ReadMessages.Query(reader, other.id(), before, after, limit))
        .map(found -> found.messages().stream().map(Message::seq).toList());
  }

  private void talk() {
    for (int i = 1; i <= 5; i++) {
      value(world.send(i % 2 == 0 ? DOCTOR : PATIENT, i % 2 == 0 ? PATIENT : DOCTOR, "no. " + i));
    }
  }

  @Test
  void showsTheLatestOlderOrNewerOnesInTheirOrder() {
    talk();
    Optional<Long> none = Optional.empty();
    assertEquals(Optional.of(List.of(4L, 5L)), read(PATIENT, DOCTOR, none, none, 2));
    assertEquals(Optional.of(List.of(2L, 3L)), read(DOCTOR, PATIENT, Optional.of(4L), none, 2));
    assertEquals(Optional.of(List.of(3L, 4L)), read(DOCTOR, PATIENT, none, Optional.of(2L), 2));
    assertEquals(Optional.of(List.of()), read(DOCTOR, PATIENT, none, Optional.of(5L), 2));
  }

  @Test
  void saysWhetherThereAreMoreInTheDirectionThatWasAsked() {
    talk();
    Optional<Long> none = Optional.empty();
    assertEquals(true, more(none, none, 4));
    assertEquals(false, more(none, none, 5));
    assertEquals(true, more(Optional.of(4L), none, 2));
    assertEquals(false, more(Optional.of(4L), none, 3));
    assertEquals(true, more(none, Optional.of(2L), 2));
    assertEquals(false, more(none, Optional.of(2L), 3));
    assertEquals(false, more(none, Optional.of(5L), 1));
  }

  private boolean more(Optional<Long> before, Optional<Long> after, int limit) {
    return world
        .use
        .read()
        .readMessages(new ReadMessages.Query(PATIENT, DOCTOR.id(), before, after, limit))
        .orElseThrow()
        .more();
  }

  @Test
  void contactsStartWithAnEmptyConversation() {
    assertEquals(
        Optional.of(List.of()), read(PATIENT, DOCTOR, Optional.empty(), Optional.empty(), 100));
  }

  @Test
  void theHistoryStaysReadableOnceContactHasEnded() {
    talk();
    world.endContact();
    assertEquals(
        Optional.of(List.of(1L, 2L, 3L, 4L, 5L)),
        read(PATIENT, DOCTOR, Optional.empty(), Optional.empty(), 100));
  }

  @Test
  void theConversationDoesNotExistForOthers() {
    talk();
    for (Actor other : List.of(DOCTOR, PATIENT, STRANGER)) {
      assertEquals(
          Optional.empty(), read(STRANGER, other, Optional.empty(), Optional.empty(), 100));
    }
  }

  @Test
  void takesOneEndAndALimitOf1To100() {
    assertEquals("after", field(Optional.of(2L), Optional.of(1L), 10));
    assertEquals("limit", field(Optional.empty(), Optional.empty(), 0));
    assertEquals("limit", field(Optional.empty(), Optional.empty(), 101));
  }

  private static String field(Optional<Long> before, Optional<Long> after, int limit) {
    return assertThrows(
            InvalidValueException.class,
            () -> new ReadMessages.Query(PATIENT, DOCTOR.id(), before, after, limit))
        .field();
  }
}
