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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListNoticesTest {
  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final InMemoryStore store = new InMemoryStore();
  private final NoticeUseCases useCases = NoticeUses.of(store, clock);

  private void book(String id, String patient, int minute) {
    People.add(store.stores(), "d1", patient);
    value(
        store
            .appointments()
            .book(Appointments.pending(id, "d1", patient, minute), Optional.empty(), UNLIMITED));
  }

  private ListNotices.Listing list(String account, int limit) {
    Actor actor = new Actor(new AccountId(account), Role.DOCTOR, new SessionId("s1"));
    return useCases.list().listNotices(new ListNotices.Query(actor, PageRequest.first(limit)));
  }

  private static List<Long> numbers(ListNotices.Listing listing) {
    return listing.notices().items().stream().map(notice -> notice.seq()).toList();
  }

  @Test
  void showsAPageAndCountsAllThatAreUnread() {
    book("v1", "p1", 0);
    book("v2", "p2", 30);
    book("v3", "p3", 60);
    assertEquals(List.of(3L, 2L), numbers(list("d1", 2)));
    assertEquals(3, list("d1", 2).unread());
    store.notices().markRead(new AccountId("d1"), 1, clock.instant());
    assertEquals(2, list("d1", 2).unread());
  }

  @Test
  void namesThoseWhoMadeTheChangesOfThePage() {
    book("v1", "p1", 0);
    book("v2", "p2", 30);
    book("v3", "p2", 60);
    assertEquals(Set.of(new AccountId("p2")), list("d1", 2).people().keySet());
    assertEquals(Set.of(new AccountId("p1"), new AccountId("p2")), list("d1", 3).people().keySet());
  }

  @Test
  void showsNobodyTheNoticesOfOthers() {
    book("v1", "p1", 0);
    assertEquals(List.of(), numbers(list("p1", 20)));
    assertEquals(0, list("p1", 20).unread());
  }
}
