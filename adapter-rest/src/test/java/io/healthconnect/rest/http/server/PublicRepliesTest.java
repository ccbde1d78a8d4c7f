package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** H-09: a reply is kept while it is true, and not a moment longer. */
class PublicRepliesTest {
  private static final Reply.Content REPLY = Reply.ok(new byte[] {1, 2, 3});
  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:30Z");
  private final PublicReplies replies = new PublicReplies(clock);

  @Test
  void h09AnotherDoctorsChangeLeavesADoctorsReplyAndNoList() {
    keepBoth();
    replies.changed(new Change.DoctorChanged(DoctorId.of("another")));
    assertTrue(findsSlots());
    assertEquals(Optional.empty(), list());
    keepBoth();
    replies.changed(new Change.DoctorChanged(DoctorId.of("dora")));
    assertEquals(Optional.empty(), slots());
    assertEquals(Optional.empty(), list());
  }

  @Test
  void h09AChangeOfNothingPublicLeavesEverything() {
    keepBoth();
    AccountId paul = new AccountId("paul");
    AccountId dora = new AccountId("dora");
    for (Change change :
        List.of(
            new Change.MessagesRead(dora, paul, 7),
            new Change.Typing(paul, dora),
            new Change.PresenceChanged(dora, true),
            new Change.SessionsEnded(dora, Optional.empty(), Optional.empty()))) {
      replies.changed(change);
      assertTrue(findsSlots(), change::toString);
      assertTrue(list().isPresent(), change::toString);
    }
  }

  @Test
  void h09AGapInTheFeedLeavesNothing() {
    keepBoth();
    replies.changed(new Change.Interrupted());
    assertEquals(Optional.empty(), slots());
    assertEquals(Optional.empty(), list());
  }

  /** The read saw the store before the change, and ends after it. */
  @Test
  void h09DoesNotCacheAReplyReadBeforeAChange() {
    PublicReplies.Mark before = replies.mark(Route.Kept.DOCTOR, "dora");
    replies.changed(new Change.DoctorChanged(DoctorId.of("dora")));
    replies.keep("/slots", before, REPLY);
    assertEquals(Optional.empty(), slots());
  }

  @Test
  void h09NoReplyIsOlderThanTwoSecondsOrFromAnotherMinute() {
    keepBoth();
    clock.advance(Duration.ofSeconds(2));
    assertTrue(findsSlots());
    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), slots());
    SettableClock late = SettableClock.at("2026-03-02T07:00:59.500Z");
    PublicReplies kept = new PublicReplies(late);
    kept.keep("/slots", kept.mark(Route.Kept.DOCTOR, "dora"), REPLY);
    late.advance(Duration.ofMillis(500));
    assertTrue(kept.find("/slots", kept.mark(Route.Kept.DOCTOR, "dora")).isPresent());
    late.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), kept.find("/slots", kept.mark(Route.Kept.DOCTOR, "dora")));
  }

  /** A clock that was set back makes nothing last longer. */
  @Test
  void h09DoesNotCacheAReplyFromTheFuture() {
    keepBoth();
    clock.advance(Duration.ofMillis(-1));
    assertEquals(Optional.empty(), slots());
  }

  @Test
  void h09LimitsTheSizeOfTheCache() {
    int count = 400;
    for (int i = 0; i < count; i++) {
      replies.keep(
          "/slots" + i, replies.mark(Route.Kept.DOCTOR, "dora"), Reply.ok(new byte[200 * 1024]));
    }
    assertTrue(replies.bytes() <= 16 * 1024 * 1024, () -> replies.bytes() + " bytes");
    assertTrue(replies.bytes() >= 8 * 1024 * 1024, () -> replies.bytes() + " bytes");
  }

  private void keepBoth() {
    replies.keep("/slots", replies.mark(Route.Kept.DOCTOR, "dora"), REPLY);
    replies.keep("/list", replies.mark(Route.Kept.DIRECTORY, ""), REPLY);
    assertTrue(findsSlots());
    assertTrue(list().isPresent());
  }

  private boolean findsSlots() {
    return slots().isPresent();
  }

  private Optional<Reply> slots() {
    return replies.find("/slots", replies.mark(Route.Kept.DOCTOR, "dora"));
  }

  private Optional<Reply> list() {
    return replies.find("/list", replies.mark(Route.Kept.DIRECTORY, ""));
  }
}
