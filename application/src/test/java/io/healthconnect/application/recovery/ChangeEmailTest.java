package io.healthconnect.application.recovery;

import static io.healthconnect.application.recovery.RecoveryWorld.PASSWORD;
import static io.healthconnect.application.recovery.RecoveryWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.EmailStatus;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.AccountMailKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeEmailTest {
  private static final Email NEXT = new Email("next@example.org");

  private final RecoveryWorld world = new RecoveryWorld();
  private final Account paul = world.person("p1");

  private Result<Account, ChangeEmail.Refusal> change(Account who, Email email, String password) {
    return world
        .useCases()
        .changeEmail()
        .changeEmail(new ChangeEmail.Command(actor(who), email, password));
  }

  private static Result<Account, ChangeEmail.Refusal> refused(ChangeEmail.Reason reason) {
    return Result.failure(new ChangeEmail.Refusal(reason, Duration.ZERO));
  }

  private Result<Account, EmailRepository.Refusal> confirm(String secret) {
    return world.useCases().confirmEmail().confirmEmail(secret);
  }

  @Test
  void theNewAddressCountsOnceItIsConfirmedAndTheFormerOneIsTold() {
    assertTrue(change(paul, NEXT, PASSWORD) instanceof Result.Success);
    assertEquals(
        paul.withEmail(paul.email(), new EmailStatus(false, Optional.of(NEXT))),
        world.stored(paul));
    String secret = world.mailedSecret();
    assertEquals(List.of(NEXT), world.letters.stream().map(AccountLetter::to).toList());
    Account moved = paul.withEmail(NEXT, EmailStatus.CONFIRMED).withVersion(2);
    assertEquals(Result.success(moved), confirm(secret));
    assertEquals(1, world.send.sendAccountMail());
    AccountLetter told = world.letters.get(1);
    assertEquals(AccountMailKind.EMAIL_CHANGED, told.kind());
    assertEquals(paul.email(), told.to());
    assertEquals(Optional.empty(), told.secret());
    assertEquals(
        List.of(AuditAction.EMAIL_CHANGE_REQUESTED, AuditAction.EMAIL_CHANGED), world.audited());
  }

  @Test
  void aLinkWorksOnce() {
    change(paul, NEXT, PASSWORD);
    String secret = world.mailedSecret();
    confirm(secret);
    assertEquals(Result.failure(EmailRepository.Refusal.INVALID_TOKEN), confirm(secret));
    assertEquals(Result.failure(EmailRepository.Refusal.INVALID_TOKEN), confirm("made up"));
  }

  @Test
  void refusesAWrongPasswordAndTheAddressOfAnother() {
    Account pia = world.person("p2");
    assertEquals(refused(ChangeEmail.Reason.WRONG_PASSWORD), change(paul, NEXT, "wrong"));
    assertEquals(refused(ChangeEmail.Reason.EMAIL_TAKEN), change(paul, pia.email(), PASSWORD));
    assertEquals(0, world.send.sendAccountMail());
    assertEquals(paul, world.stored(paul));
  }

  @Test
  void theSecondToConfirmOneAddressHearsThatItIsTaken() {
    Account pia = world.person("p2");
    change(paul, NEXT, PASSWORD);
    String first = world.mailedSecret();
    change(pia, NEXT, PASSWORD);
    String second = world.mailedSecret();
    assertTrue(confirm(second) instanceof Result.Success);
    assertEquals(Result.failure(EmailRepository.Refusal.EMAIL_TAKEN), confirm(first));
    assertEquals(paul.email(), world.stored(paul).email());
  }

  @Test
  void mailsTheLinkForThePresentAddressAgain() {
    assertTrue(change(paul, paul.email(), PASSWORD) instanceof Result.Success);
    assertTrue(confirm(world.mailedSecret()) instanceof Result.Success);
    assertTrue(world.stored(paul).emailStatus().confirmed());
    world.clock.advance(Duration.ofMinutes(5));
    change(paul, paul.email(), PASSWORD);
    assertEquals(0, world.send.sendAccountMail());
  }

  @Test
  void refusesWhenNobodySendsMails() {
    world.store.accountMails().stopServing();
    assertEquals(refused(ChangeEmail.Reason.MAIL_OFF), change(paul, NEXT, PASSWORD));
    assertFalse(world.stored(paul).emailStatus().pending().isPresent());
  }
}
