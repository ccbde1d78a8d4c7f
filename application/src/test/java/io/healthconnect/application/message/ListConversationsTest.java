package io.healthconnect.application.message;

import static io.healthconnect.application.message.MessageWorld.DOCTOR;
import static io.healthconnect.application.message.MessageWorld.PATIENT;
import static io.healthconnect.application.message.MessageWorld.STRANGER;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.message.ListConversations.Entry;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Message;
import io.healthconnect.testkit.appointment.Appointments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListConversationsTest {
  private final MessageWorld world = new MessageWorld();

  private Page<Entry> list(Actor actor, PageRequest page) {
    return world
        .use
        .listConversations()
        .listConversations(new ListConversations.Query(actor, page));
  }

  private List<AccountId> others(Page<Entry> page) {
    return page.items().stream().map(entry -> entry.other().id()).toList();
  }

  private void talkWithTwo() {
    value(
        world
            .store
            .appointments()
            .book(Appointments.pending("w", "d1", "p2", 60), Optional.empty(), UNLIMITED));
    value(world.send(PATIENT, DOCTOR, "one"));
    world.clock.set(world.clock.instant().plusSeconds(1));
    value(world.send(STRANGER, DOCTOR, "two"));
  }

  @Test
  void showsTheConversationWithTheLatestMessageFirst() {
    talkWithTwo();
    assertEquals(List.of(STRANGER.id(), PATIENT.id()), others(list(DOCTOR, PageRequest.first(10))));
    world.clock.set(world.clock.instant().plusSeconds(1));
    value(world.send(DOCTOR, PATIENT, "three"));
    Page<Entry> page = list(DOCTOR, PageRequest.first(10));
    assertEquals(List.of(PATIENT.id(), STRANGER.id()), others(page));
    assertEquals(Optional.of("three"), page.items().get(0).summary().lastMessage().text());
    assertEquals(
        List.of(1L, 1L), page.items().stream().map(entry -> entry.summary().unread()).toList());
    assertEquals("Paul p1", page.items().get(0).other().name().value());
  }

  @Test
  void continuesWhereAPageEnds() {
    talkWithTwo();
    Page<Entry> first = list(DOCTOR, PageRequest.first(1));
    assertEquals(List.of(STRANGER.id()), others(first));
    Page<Entry> second = list(DOCTOR, new PageRequest(1, first.next()));
    assertEquals(List.of(PATIENT.id()), others(second));
    assertEquals(Optional.empty(), second.next());
  }

  @Test
  void tellsWithWhomTheActorIsStillInContact() {
    talkWithTwo();
    world.endContact();
    List<Entry> entries = list(DOCTOR, PageRequest.first(10)).items();
    assertTrue(entries.get(0).inContact());
    assertFalse(entries.get(1).inContact());
  }

  @Test
  void hidesTheReadMarkOfTheOtherOnceContactHasEnded() {
    value(world.send(PATIENT, DOCTOR, "one"));
    world.use.markRead().markRead(new MarkRead.Command(DOCTOR, PATIENT.id(), 1));
    assertTrue(last(PATIENT).readAt().isPresent());
    world.endContact();
    assertEquals(Optional.empty(), last(PATIENT).readAt());
    assertTrue(last(DOCTOR).readAt().isPresent());
  }

  private Message last(Actor actor) {
    return list(actor, PageRequest.first(1)).items().get(0).summary().lastMessage();
  }

  @Test
  void isEmptyForPeopleWhoNeverTalked() {
    talkWithTwo();
    Actor other = new Actor(new AccountId("d9"), DOCTOR.role(), DOCTOR.sessionId());
    assertEquals(List.of(), list(other, PageRequest.first(10)).items());
  }
}
