package io.healthconnect.domain.notice;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The notices of each person. No method writes one: a store writes what {@link AccountNotices},
 * {@link AppointmentNotices}, {@link CallNotices} and {@link MessageNotices} say of a change in the
 * same step as the change. Of a kind that {@linkplain NoticeKind#standsForLater stands for later
 * ones}, it writes none while the person has an unread one from the same person. It numbers the
 * notices of a person 1, 2, 3, and publishes {@link
 * io.healthconnect.domain.change.Change.NoticeStored} for each but {@linkplain Notice#isOwn own
 * ones}, after the change itself. An erased account gets none and keeps none.
 */
public interface NoticeRepository {
  /** How many notices a person has at most; with one more, the oldest goes. */
  int MOST = 500;

  /** The person's notices but {@linkplain Notice#isOwn own ones}, newest first. */
  Page<Notice> list(AccountId account, PageRequest page);

  /** How many of the person's notices are unread. */
  int unread(AccountId account);

  /** Whether the person has read the notice with this number; not if there is none. */
  boolean isRead(AccountId account, long seq);

  /**
   * Marks the person's unread notices up to and including number {@code upTo} as read. Those that
   * are read keep their time.
   *
   * @return how many were unread
   */
  int markRead(AccountId account, long upTo, Instant at);

  /** What the person has chosen; empty if nothing yet. */
  Optional<NoticeSettings> settings(AccountId account);

  /** What the person has chosen, or else what holds for people of this role. */
  default NoticeSettings settings(AccountId account, Role role) {
    return settings(account).orElseGet(() -> NoticeSettings.initial(role));
  }

  /**
   * Changes what the person has chosen, in one step: of several changes at once, none is lost. If
   * the times of reminders change, the reminders of the person's confirmed appointments follow in
   * the same step: of each that starts after {@code now}, those stay or become due that {@link
   * Reminders#dueTimes} lists. Nothing is stored for an erased account.
   *
   * @param role the person's
   * @param change of what the person has chosen, or else of {@link NoticeSettings#initial}; may be
   *     called more than once
   * @return the changed settings
   */
  NoticeSettings changeSettings(
      AccountId account, Role role, UnaryOperator<NoticeSettings> change, Instant now);

  /**
   * Replaces reminders that are due by notices, the earliest first. Reminders are stored in the
   * step of the change that they follow, as {@link Reminders} says, and each is replaced in one
   * step, so that of several nodes one does it. Of the reminders of one person of one appointment
   * that are due, one notice tells; none, if the appointment is not confirmed any more or has
   * begun.
   *
   * @param most how many reminders are looked at, at most
   * @return how many reminders were removed
   */
  int remind(Instant now, int most);
}
