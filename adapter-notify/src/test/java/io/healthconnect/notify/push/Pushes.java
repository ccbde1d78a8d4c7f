package io.healthconnect.notify.push;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.push.NoticePush;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.notify.calendar.Entries;
import io.healthconnect.testkit.push.StandInPushService.Browser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Notices that tests push. */
final class Pushes {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T10:00:00Z"), ZoneOffset.UTC);
  static final Preferences ENGLISH = new Preferences(Language.EN, ZoneId.of("Europe/Berlin"));
  static final Preferences SPANISH = new Preferences(Language.ES, ZoneId.of("America/Bogota"));

  private Pushes() {}

  static NoticePush to(Browser browser) {
    return to(browser.endpoint(), browser.receiver().keys());
  }

  static NoticePush to(PushEndpoint endpoint, PushKeys keys) {
    return of(NoticeKind.VISIT_CONFIRMED, ENGLISH, Optional.of("Dr. Asha Rao"), endpoint, keys);
  }

  static NoticePush of(
      NoticeKind kind,
      Preferences reader,
      Optional<String> from,
      PushEndpoint endpoint,
      PushKeys keys) {
    PushSubscription subscription =
        new PushSubscription(
            new AccountId("p1"), new SessionId("s1"), endpoint, keys, CLOCK.instant());
    return new NoticePush(
        "p1:7",
        subscription,
        reader,
        kind,
        from.map(PersonName::new),
        Optional.of(Entries.scheduled()),
        CLOCK.instant().plus(Duration.ofHours(1)));
  }
}
