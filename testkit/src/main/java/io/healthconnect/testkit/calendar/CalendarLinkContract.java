package io.healthconnect.testkit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.People;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of calendar links. */
public interface CalendarLinkContract {
  AccountId OWNER = new AccountId("p1");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private CalendarLinkRepository links() {
    return stores().calendarLinks();
  }

  private static CalendarLink link(String secret, AccountId account) {
    return CalendarLink.create(secret, account, Accounts.CREATED);
  }

  @Test
  default void findsTheLinkOfEachPersonAlsoByItsHash() {
    People.add(stores(), "d1", "p1");
    assertEquals(Optional.empty(), links().find(OWNER));
    CalendarLink own = link("one", OWNER);
    CalendarLink other = link("two", new AccountId("d1"));
    assertTrue(links().replace(own));
    assertTrue(links().replace(other));
    assertEquals(Optional.of(own), links().find(OWNER));
    assertEquals(Optional.of(own), links().findByHash(own.hash()));
    assertEquals(Optional.of(other), links().findByHash(other.hash()));
    assertEquals(Optional.empty(), links().findByHash("one"));
  }

  @Test
  default void case92FindsAFormerLinkNoMore() {
    People.add(stores(), "d1", "p1");
    CalendarLink former = link("one", OWNER);
    CalendarLink next = link("two", OWNER);
    links().replace(former);
    assertTrue(links().replace(next));
    assertEquals(Optional.of(next), links().find(OWNER));
    assertEquals(Optional.of(next), links().findByHash(next.hash()));
    assertEquals(Optional.empty(), links().findByHash(former.hash()));
  }

  @Test
  default void storesNoLinkOfNobody() {
    CalendarLink link = link("one", new AccountId("nobody"));
    assertFalse(links().replace(link));
    assertEquals(Optional.empty(), links().findByHash(link.hash()));
  }

  /** Whoever knew the password may have made a link. */
  @Test
  default void aNewPasswordEndsTheLink() {
    People.add(stores(), "d1", "p1");
    CalendarLink doctors = link("doctors", new AccountId("d1"));
    links().replace(doctors);
    CalendarLink link = link("one", OWNER);
    links().replace(link);
    PasswordHash next = new PasswordHash("next");
    Credentials current = Accounts.credentials(OWNER);
    SessionId keep = new SessionId("s1");
    assertTrue(stores().accounts().changePassword(current, next, keep, Accounts.CREATED));
    assertEquals(Optional.empty(), links().find(OWNER));
    assertEquals(Optional.empty(), links().findByHash(link.hash()));

    links().replace(link);
    ResetToken token = ResetToken.create("secret", OWNER, Accounts.CREATED);
    stores().accounts().addResetToken(token);
    assertTrue(stores().accounts().resetPassword(token.hash(), Accounts.CREATED, next));
    assertEquals(Optional.empty(), links().find(OWNER));
    assertEquals(Optional.empty(), links().findByHash(link.hash()));
    assertEquals(Optional.of(doctors), links().findByHash(doctors.hash()));
  }

  @Test
  default void erasingAnAccountRemovesItsLink() {
    People.add(stores(), "d1", "p1");
    CalendarLink link = link("one", OWNER);
    links().replace(link);
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, Accounts.CREATED).about(OWNER);
    stores().administration().erase(new Erasure(OWNER, Optional.empty(), event));
    assertEquals(Optional.empty(), links().find(OWNER));
    assertEquals(Optional.empty(), links().findByHash(link.hash()));
    assertFalse(links().replace(link));
    assertEquals(Optional.empty(), links().findByHash(link.hash()));
  }
}
