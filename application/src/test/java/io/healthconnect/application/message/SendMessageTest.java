package io.healthconnect.application.message;

import static io.healthconnect.application.message.MessageWorld.DOCTOR;
import static io.healthconnect.application.message.MessageWorld.PATIENT;
import static io.healthconnect.application.message.MessageWorld.STRANGER;
import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.application.Actor;
import io.healthconnect.application.message.SendMessage.Refusal;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SendMessageTest {
  private final MessageWorld world = new MessageWorld();

  @Test
  void storesTheTextWithTheNextNumberAndTellsTheFeed() {
    world.arrive();
    RecordedChanges heard = RecordedChanges.from(world.store.feed());
    Message first = value(world.send(PATIENT, DOCTOR, "  It hurts \n here ", "c1"));
    Message second = value(world.send(DOCTOR, PATIENT, "Since when?"));
    assertEquals(List.of(1L, 2L), List.of(first.seq(), second.seq()));
    assertEquals(PATIENT.id(), first.sender());
    assertEquals(DOCTOR.id(), first.receiver());
    assertEquals(Optional.of("Since when?"), second.text());
    assertEquals(Optional.empty(), first.image());
    assertEquals(Optional.empty(), first.readAt());
    assertEquals(List.of(first, second), world.stored());
    assertEquals(
        List.of(new Change.MessageSent(first), new Change.MessageSent(second)), heard.all());
  }

  @Test
  void leavesANoticeForSomebodyWhoIsAway() {
    world.presence.arrive(DOCTOR.id(), new DeviceId("phone"));
    value(world.send(PATIENT, DOCTOR, "It hurts"));
    value(world.send(DOCTOR, PATIENT, "Since when?"));
    world.presence.leave(DOCTOR.id(), new DeviceId("phone"));
    assertEquals(List.of(), world.messageNotices(DOCTOR));
    assertEquals(List.of(DOCTOR.id()), world.messageNotices(PATIENT));
    value(world.send(PATIENT, DOCTOR, "Since Monday"));
    assertEquals(List.of(PATIENT.id()), world.messageNotices(DOCTOR));
  }

  @Test
  void timesHaveWholeMilliseconds() {
    assertEquals(BOOKED, value(world.send(PATIENT, DOCTOR, "Hello")).createdAt());
  }

  @Test
  void aResendGivesTheStoredMessageAndTellsNobody() {
    Message sent = value(world.send(PATIENT, DOCTOR, "Hello", "c1"));
    RecordedChanges heard = RecordedChanges.from(world.store.feed());
    world.clock.set(BOOKED.plusSeconds(60));
    assertEquals(sent, value(world.send(PATIENT, DOCTOR, "Hello", "c1")));
    assertEquals(List.of(sent), world.stored());
    assertEquals(List.of(), heard.all());
  }

  @Test
  void refusesAClientIdThatStandsForAnotherMessage() {
    Message sent = value(world.send(PATIENT, DOCTOR, "Hello", "c1"));
    assertEquals(Refusal.KEY_REUSED, reason(world.send(PATIENT, DOCTOR, "Bye", "c1")));
    assertEquals(List.of(sent), world.stored());
  }

  @Test
  void eachSenderHasClientIdsOfTheirOwn() {
    Message ofPatient = value(world.send(PATIENT, DOCTOR, "Hello", "c1"));
    Message ofDoctor = value(world.send(DOCTOR, PATIENT, "Hello", "c1"));
    assertNotEquals(ofPatient.id(), ofDoctor.id());
  }

  @Test
  void withoutAClientIdEverySendIsANewMessage() {
    Message first = value(world.send(PATIENT, DOCTOR, "Hello"));
    Message second = value(world.send(PATIENT, DOCTOR, "Hello"));
    assertEquals(List.of(first, second), world.stored());
    assertNotEquals(first.clientId(), second.clientId());
  }

  @Test
  void forSomebodyWithoutContactThePersonDoesNotExist() {
    assertEquals(Refusal.NOT_FOUND, reason(world.send(STRANGER, DOCTOR, "Hello")));
    assertEquals(Refusal.NOT_FOUND, reason(world.send(DOCTOR, STRANGER, "Hello")));
    assertEquals(Refusal.NOT_FOUND, reason(world.send(PATIENT, STRANGER, "Hello")));
    assertEquals(Refusal.NOT_FOUND, reason(world.send(PATIENT, PATIENT, "Hello")));
    assertEquals(List.of(), world.stored());
  }

  @Test
  void saysThatContactHasEndedOnlyToThoseWhoHaveTalked() {
    Message sent = value(world.send(PATIENT, DOCTOR, "Hello", "c1"));
    world.endContact();
    assertEquals(Refusal.CONTACT_ENDED, reason(world.send(PATIENT, DOCTOR, "Still there?")));
    assertEquals(Refusal.CONTACT_ENDED, reason(world.send(DOCTOR, PATIENT, "Yes")));
    assertEquals(Refusal.CONTACT_ENDED, reason(world.send(PATIENT, DOCTOR, "Hello", "c1")));
    assertEquals(List.of(sent), world.stored());
  }

  @Test
  void peopleWhoNeverTalkedDoNotExistForEachOtherAfterContactEnds() {
    world.endContact();
    assertEquals(Refusal.NOT_FOUND, reason(world.send(PATIENT, DOCTOR, "Hello")));
  }

  @Test
  void takesTextsOfOneTo4096CodePoints() {
    assertEquals(
        Optional.of("😀".repeat(4096)),
        value(world.send(PATIENT, DOCTOR, "😀".repeat(4096))).text());
    for (String text : List.of("", " \n ", "x".repeat(4097))) {
      assertEquals(
          "text",
          assertThrows(InvalidValueException.class, () -> world.send(PATIENT, DOCTOR, text))
              .field());
    }
    assertEquals(1, world.stored().size());
  }

  @Test
  void ofManyResendsAtOnceOneIsStored() {
    List<Message> sent = Race.of(16, i -> () -> value(world.send(PATIENT, DOCTOR, "Hello", "c1")));
    assertEquals(1, new HashSet<>(sent).size());
    assertEquals(List.of(sent.get(0)), world.stored());
  }

  @Test
  void numbersOfMessagesSentAtOnceHaveNoGaps() {
    Race.of(
        16, i -> () -> value(world.send(i % 2 == 0 ? PATIENT : DOCTOR, other(i), "Hello " + i)));
    assertEquals(
        LongStream.rangeClosed(1, 16).boxed().toList(),
        world.stored().stream().map(Message::seq).toList());
  }

  private static Actor other(int i) {
    return i % 2 == 0 ? DOCTOR : PATIENT;
  }
}
