package io.healthconnect.application.outbox;

import io.healthconnect.domain.notice.MailSubscription;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.domain.outbox.OutboxEntry;
import java.time.Instant;
import java.util.Optional;

/** Decides what the mail of a notice says, and whether there is one. */
final class NoticeMails {
  private final SendQueuedMail.Ports ports;
  private final NoticeContents contents;

  NoticeMails(SendQueuedMail.Ports ports) {
    this.ports = ports;
    this.contents =
        new NoticeContents(
            new NoticeContents.Ports(
                ports.accounts(), ports.preferences(), ports.appointments(), ports.notices()));
  }

  Optional<NoticeMail> of(OutboxEntry entry, Instant now) {
    return contents
        .of(entry.notice(), NoticeChannels::mail, now)
        .map(content -> mail(entry, content));
  }

  private NoticeMail mail(OutboxEntry entry, NoticeContents.Content content) {
    return new NoticeMail(
        entry.id(),
        content.reader().email(),
        content.preferences(),
        entry.notice().kind(),
        content.from(),
        entry.notice().isOwn(),
        content.visit(),
        unsubscribeToken(new MailSubscription(content.reader().id(), entry.notice().kind())));
  }

  private Optional<String> unsubscribeToken(MailSubscription subscription) {
    return subscription.kind().isWarning()
        ? Optional.empty()
        : Optional.of(ports.tokens().issue(subscription));
  }
}
