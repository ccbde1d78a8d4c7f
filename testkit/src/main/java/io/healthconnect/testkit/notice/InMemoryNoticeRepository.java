package io.healthconnect.testkit.notice;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.notice.Reminders;
import io.healthconnect.testkit.Paging;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import io.healthconnect.testkit.outbox.InMemoryOutboxes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Notices in memory. */
public final class InMemoryNoticeRepository implements NoticeRepository {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final InMemoryOutboxes outbox;
  private final Map<AccountId, Deque<Notice>> notices = new HashMap<>();
  private final InMemoryReminders reminders = new InMemoryReminders();

  public InMemoryNoticeRepository(
      StoreLock lock, InMemoryAccountRepository accounts, InMemoryOutboxes outbox) {
    this.lock = lock;
    this.accounts = accounts;
    this.outbox = outbox;
    accounts.tellWith(this::add);
  }

  /** For the repositories whose changes are news; inside their steps. */
  public void add(List<NoticeDraft> drafts) {
    lock.step(
        () -> {
          drafts.stream()
              .filter(draft -> accounts.isPresent(draft.to()) && !isTold(draft))
              .forEach(this::add);
          return drafts;
        });
  }

  private boolean isTold(NoticeDraft draft) {
    return draft.kind().standsForLater()
        && own(draft.to()).stream()
            .filter(notice -> notice.readAt().isEmpty())
            .anyMatch(
                notice -> notice.kind() == draft.kind() && notice.from().equals(draft.from()));
  }

  private void add(NoticeDraft draft) {
    Deque<Notice> own = notices.computeIfAbsent(draft.to(), to -> new ArrayDeque<>());
    Notice notice = draft.numbered(own.isEmpty() ? 1 : own.getLast().seq() + 1);
    own.addLast(notice);
    outbox.add(notice);
    if (own.size() > MOST) {
      outbox.remove(own.removeFirst());
    }
    if (!notice.isOwn()) {
      lock.publish(new Change.NoticeStored(notice));
    }
  }

  /** Removes all of an account that is erased. */
  public void removeAll(AccountId account) {
    lock.step(
        () -> {
          outbox.removeAll(account);
          reminders.forget(account);
          return Optional.ofNullable(notices.remove(account));
        });
  }

  @Override
  public Page<Notice> list(AccountId account, PageRequest page) {
    return lock.step(
        () ->
            Paging.page(
                own(account).stream().filter(notice -> !notice.isOwn()).toList(),
                Paging.checked(page),
                true,
                notice -> Paging.key(notice.seq()),
                notice -> "-"));
  }

  @Override
  public int unread(AccountId account) {
    return lock.step(
        () -> (int) own(account).stream().filter(notice -> notice.readAt().isEmpty()).count());
  }

  @Override
  public boolean isRead(AccountId account, long seq) {
    return lock.step(
        () ->
            own(account).stream()
                .anyMatch(notice -> notice.seq() == seq && notice.readAt().isPresent()));
  }

  @Override
  public int markRead(AccountId account, long upTo, Instant at) {
    return lock.step(
        () -> {
          int unread = unread(account);
          Deque<Notice> marked = new ArrayDeque<>();
          own(account)
              .forEach(notice -> marked.addLast(notice.seq() <= upTo ? notice.readAt(at) : notice));
          notices.put(account, marked);
          return unread - unread(account);
        });
  }

  /** For the repository of messages: nothing that these notices of a person tell of is unread. */
  public void markRead(AccountId account, NoticeKind kind, AccountId from, Instant at) {
    lock.step(
        () -> {
          Deque<Notice> marked = new ArrayDeque<>();
          for (Notice notice : own(account)) {
            boolean told = notice.kind() == kind && notice.from().equals(Optional.of(from));
            marked.addLast(told ? notice.readAt(at) : notice);
          }
          return Optional.ofNullable(notices.put(account, marked));
        });
  }

  /** For the repository of appointments: one is new, or has another status or time. */
  public void remindOf(Appointment appointment) {
    lock.step(
        () -> {
          reminders.follow(appointment);
          return appointment;
        });
  }

  @Override
  public Optional<NoticeSettings> settings(AccountId account) {
    return lock.step(() -> Optional.ofNullable(reminders.settings().get(account)));
  }

  @Override
  public NoticeSettings changeSettings(
      AccountId account, Role role, UnaryOperator<NoticeSettings> change, Instant now) {
    return lock.step(
        () -> {
          NoticeSettings before = settings(account, role);
          NoticeSettings after = change.apply(before);
          if (accounts.isPresent(account)) {
            boolean moved = !after.reminderMinutes().equals(before.reminderMinutes());
            reminders.choose(account, after, moved ? Optional.of(now) : Optional.empty());
          }
          return after;
        });
  }

  @Override
  public int remind(Instant now, int most) {
    return lock.step(
        () -> {
          int removed = 0;
          for (Map.Entry<AccountId, AppointmentId> due : reminders.due(now, most)) {
            removed += reminders.take(due, now);
            if (reminders.isUseful(due.getValue(), now)) {
              add(List.of(Reminders.notice(due.getKey(), due.getValue(), now)));
            }
          }
          return removed;
        });
  }

  private Deque<Notice> own(AccountId account) {
    return notices.getOrDefault(account, new ArrayDeque<>());
  }
}
