package io.healthconnect.application.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.notice.MailSubscription;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopMailsTest {
  private static final AccountId PATIENT = new AccountId("p1");
  private static final MailSubscription MOVED =
      new MailSubscription(PATIENT, NoticeKind.VISIT_MOVED);

  private final InMemoryStore store = new InMemoryStore();
  private final PlainUnsubscribeTokens tokens = new PlainUnsubscribeTokens();
  private final NoticeUseCases useCases =
      NoticeUses.of(store, tokens, SettableClock.at("2026-03-02T07:00:00Z"));

  private Result<MailSubscription, StopMails.Refusal> stop(String token) {
    return useCases.stopMails().stopMails(new StopMails.Command(token));
  }

  @Test
  void stopsTheMailsOfOneKindHoweverOftenItIsAsked() {
    People.add(store.stores(), "d1", "p1");
    assertEquals(Result.success(MOVED), stop(tokens.issue(MOVED)));
    assertEquals(Result.success(MOVED), stop(tokens.issue(MOVED)));
    assertEquals(
        Optional.of(NoticeSettings.initial(Role.PATIENT).withoutMails(NoticeKind.VISIT_MOVED)),
        store.notices().settings(PATIENT));
  }

  @Test
  void refusesATokenThatIsNoneOrOfNobody() {
    People.add(store.stores(), "d1", "p1");
    assertEquals(Result.failure(StopMails.Refusal.INVALID_TOKEN), stop("none"));
    String nobody = tokens.issue(new MailSubscription(new AccountId("p9"), NoticeKind.VISIT_MOVED));
    assertEquals(Result.failure(StopMails.Refusal.INVALID_TOKEN), stop(nobody));
    assertEquals(Optional.empty(), store.notices().settings(PATIENT));
  }

  @Test
  void stopsNoWarnings() {
    People.add(store.stores(), "d1", "p1");
    String warning = tokens.issue(new MailSubscription(PATIENT, NoticeKind.NEW_SIGN_IN));
    assertEquals(Result.failure(StopMails.Refusal.INVALID_TOKEN), stop(warning));
    assertEquals(Optional.empty(), store.notices().settings(PATIENT));
  }
}
