package io.healthconnect.testkit.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How many notices a person has at most. That many changes of appointments would take minutes, so
 * the notices are added alone.
 */
public interface KeptNoticesContract {
  AccountId DOCTOR = new AccountId("d1");
  AccountId PATIENT = new AccountId("p1");
  int MOST_IN_A_PAGE = 100;

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  /** Adds notices in one step, with the code that adds those of a change. */
  void add(List<NoticeDraft> drafts);

  private void add(AccountId to, int count) {
    NoticeDraft draft =
        new NoticeDraft(
            to, NoticeKind.VISIT_MOVED, Appointments.BOOKED, Optional.empty(), Optional.empty());
    add(Collections.nCopies(count, draft));
  }

  private List<Long> numbers(AccountId account) {
    List<Long> numbers = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(MOST_IN_A_PAGE));
    while (request.isPresent()) {
      Page<Notice> page = stores().notices().list(account, request.get());
      page.items().forEach(notice -> numbers.add(notice.seq()));
      request = page.next().map(next -> new PageRequest(MOST_IN_A_PAGE, Optional.of(next)));
    }
    return numbers;
  }

  private static List<Long> downTo(long last, long first) {
    return LongStream.iterate(last, seq -> seq >= first, seq -> seq - 1).boxed().toList();
  }

  @Test
  default void keepsTheNewestOfAPerson() {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    add(DOCTOR, 1);
    for (int i = 0; i < NoticeRepository.MOST / MOST_IN_A_PAGE; i++) {
      add(PATIENT, MOST_IN_A_PAGE);
    }
    assertEquals(downTo(500, 1), numbers(PATIENT));
    add(PATIENT, 2);
    assertEquals(downTo(502, 3), numbers(PATIENT));
    assertEquals(500, stores().notices().unread(PATIENT));
    assertEquals(List.of(1L), numbers(DOCTOR));
  }
}
