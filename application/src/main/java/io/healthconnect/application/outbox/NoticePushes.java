package io.healthconnect.application.outbox;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.push.NoticePush;
import io.healthconnect.domain.push.PushSubscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what a device shows of a notice, and whether there is anything. */
final class NoticePushes {
  private static final Duration LIFE = Duration.ofDays(1);

  private final SendQueuedPushes.Ports ports;
  private final NoticeContents contents;

  NoticePushes(SendQueuedPushes.Ports ports) {
    this.ports = ports;
    this.contents =
        new NoticeContents(
            new NoticeContents.Ports(
                ports.accounts(), ports.preferences(), ports.appointments(), ports.notices()));
  }

  /**
   * Own notices are there for mails alone. Empty also if the device is subscribed no more, or the
   * log-in on it has ended.
   */
  Optional<NoticePush> of(OutboxEntry entry, Instant now) {
    return entry
        .device()
        .flatMap(ports.subscriptions()::find)
        .filter(device -> device.account().equals(entry.notice().to()) && !entry.notice().isOwn())
        .flatMap(
            device ->
                contents
                    .of(entry.notice(), NoticeChannels::push, now)
                    .filter(content -> isLoggedIn(device, content.reader(), now))
                    .map(content -> push(entry.notice(), device, content)));
  }

  private boolean isLoggedIn(PushSubscription device, Account reader, Instant now) {
    return ports
        .sessions()
        .find(device.session())
        .filter(it -> it.isValidAt(now, reader))
        .isPresent();
  }

  private static NoticePush push(
      Notice notice, PushSubscription device, NoticeContents.Content content) {
    return new NoticePush(
        OutboxEntry.idOf(notice),
        device,
        content.preferences(),
        notice.kind(),
        content.from(),
        content.visit(),
        usefulUntil(notice, content.visit()));
  }

  /** Nobody is reminded of what has begun. */
  private static Instant usefulUntil(Notice notice, Optional<CalendarEntry> visit) {
    Instant old = notice.at().plus(LIFE);
    return notice.kind() == NoticeKind.VISIT_REMINDER
        ? visit.map(CalendarEntry::startsAt).filter(old::isAfter).orElse(old)
        : old;
  }
}
