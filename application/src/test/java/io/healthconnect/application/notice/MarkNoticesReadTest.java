package io.healthconnect.application.notice;

import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkNoticesReadTest {
  private static final AccountId DOCTOR = new AccountId("d1");

  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final InMemoryStore store = new InMemoryStore();
  private final NoticeUseCases useCases = NoticeUses.of(store, clock);

  private void book(String id, int minute) {
    People.add(store.stores(), "d1", "p1");
    value(
        store
            .appointments()
            .book(Appointments.pending(id, "d1", "p1", minute), Optional.empty(), UNLIMITED));
  }

  private void mark(String account, long upTo) {
    Actor actor = new Actor(new AccountId(account), Role.DOCTOR, new SessionId("s1"));
    useCases.markRead().markNoticesRead(new MarkNoticesRead.Command(actor, upTo));
  }

  private List<Optional<Instant>> marks() {
    return store.notices().list(DOCTOR, PageRequest.first(20)).items().stream()
        .map(notice -> notice.readAt())
        .toList();
  }

  @Test
  void marksTheActorsOwnWithTheTimeOfNow() {
    book("v1", 0);
    book("v2", 30);
    mark("d1", 1);
    assertEquals(List.of(Optional.empty(), Optional.of(clock.instant())), marks());
  }

  @Test
  void marksNothingOfOthers() {
    book("v1", 0);
    mark("p1", 10);
    assertEquals(List.of(Optional.empty()), marks());
  }
}
