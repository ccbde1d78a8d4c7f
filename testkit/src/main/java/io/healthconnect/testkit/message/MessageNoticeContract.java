package io.healthconnect.testkit.message;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.appointment.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of the notices of messages: each is stored with its message. */
public interface MessageNoticeContract {
  AccountId SENDER = new AccountId("d1");
  AccountId AWAY = new AccountId("p1");
  Instant READ = Drafts.SENT.plusSeconds(5);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private MessageRepository between() {
    Contacts.add(stores(), SENDER.value(), AWAY.value());
    return stores().messages();
  }

  private Message send(String id) {
    return value(between().appendForAbsent(Drafts.text(id, SENDER.value(), AWAY.value(), "Hi")));
  }

  private List<Notice> told(AccountId account) {
    return stores().notices().list(account, PageRequest.first(10)).items().stream()
        .filter(notice -> notice.kind() == NoticeKind.NEW_MESSAGE)
        .toList();
  }

  @Test
  default void tellsSomebodyWhoIsAwayOfAMessage() {
    between();
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    Message sent = send("m1");
    Notice told =
        new Notice(
            AWAY,
            1,
            NoticeKind.NEW_MESSAGE,
            Drafts.SENT,
            Optional.empty(),
            Optional.empty(),
            Optional.of(SENDER));
    assertEquals(List.of(told), told(AWAY));
    assertEquals(List.of(new Change.MessageSent(sent), new Change.NoticeStored(told)), heard.all());
  }

  @Test
  default void anUnreadNoticeStandsForLaterMessagesOfTheSamePerson() {
    send("m1");
    send("m2");
    assertEquals(1, told(AWAY).size());
    Contacts.add(stores(), "d2", AWAY.value());
    value(stores().messages().appendForAbsent(Drafts.text("m3", "d2", AWAY.value(), "Hi")));
    assertEquals(
        List.of(Optional.of(new AccountId("d2")), Optional.of(SENDER)),
        told(AWAY).stream().map(Notice::from).toList());
    stores().notices().markRead(AWAY, 2, Drafts.SENT);
    send("m4");
    assertEquals(List.of(3L, 2L, 1L), told(AWAY).stream().map(Notice::seq).toList());
  }

  @Test
  default void oneNoticeTellsOfMessagesThatComeAtOnce() {
    between();
    Race.of(
        4,
        i ->
            () ->
                value(
                    stores()
                        .messages()
                        .appendForAbsent(
                            Drafts.text("m" + i, SENDER.value(), AWAY.value(), "Hi"))));
    assertEquals(List.of(1L), told(AWAY).stream().map(Notice::seq).toList());
  }

  @Test
  default void aResendIsNoNews() {
    send("m1");
    stores().notices().markRead(AWAY, 1, Drafts.SENT);
    send("m1");
    assertEquals(1, told(AWAY).size());
  }

  @Test
  default void aMessageThatIsNotStoredIsNoNews() {
    People.add(stores(), SENDER.value(), AWAY.value());
    stores().messages().appendForAbsent(Drafts.text("m1", SENDER.value(), AWAY.value(), "Hi"));
    assertEquals(List.of(), told(AWAY));
  }

  @Test
  default void tellsNobodyWhoIsThere() {
    value(between().append(Drafts.text("m1", SENDER.value(), AWAY.value(), "Hi")));
    assertEquals(List.of(), told(AWAY));
  }

  private int read(Message upTo) {
    return stores().messages().markRead(upTo.conversation(), AWAY, upTo.seq(), READ);
  }

  private List<Optional<Instant>> readMarks() {
    return told(AWAY).stream().map(Notice::readAt).toList();
  }

  @Test
  default void readingTheConversationReadsItsNotice() {
    send("m1");
    Contacts.add(stores(), "d2", AWAY.value());
    value(stores().messages().appendForAbsent(Drafts.text("m2", "d2", AWAY.value(), "Hi")));
    assertEquals(2, read(send("m3")));
    assertEquals(List.of(Optional.empty(), Optional.of(READ)), readMarks());
    send("m4");
    assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of(READ)), readMarks());
  }

  /** So that no mail of it goes out: each entry of the outbox names its notice. */
  @Test
  default void knowsWhetherTheNoticeOfTheOutboxWasRead() {
    Message first = send("m1");
    long seq = told(AWAY).get(0).seq();
    assertFalse(stores().notices().isRead(AWAY, seq));
    assertFalse(stores().notices().isRead(AWAY, seq + 1));
    read(first);
    assertTrue(stores().notices().isRead(AWAY, seq));
    assertFalse(stores().notices().isRead(SENDER, seq));
    send("m2");
    assertFalse(stores().notices().isRead(AWAY, told(AWAY).get(0).seq()));
    stores().notices().markRead(AWAY, Long.MAX_VALUE, READ);
    assertTrue(stores().notices().isRead(AWAY, told(AWAY).get(0).seq()));
  }

  @Test
  default void readingOnlyAPartLeavesTheNoticeThatStandsForTheRest() {
    Message first = send("m1");
    Message second = send("m2");
    read(first);
    assertEquals(List.of(Optional.empty()), readMarks());
    read(second);
    assertEquals(List.of(Optional.of(READ)), readMarks());
  }

  @Test
  default void readingAConversationLeavesOtherNotices() {
    Message sent = send("m1");
    int unread = stores().notices().unread(AWAY);
    int ofSender = stores().notices().unread(SENDER);
    read(sent);
    assertEquals(unread - 1, stores().notices().unread(AWAY));
    assertEquals(ofSender, stores().notices().unread(SENDER));
  }

  @Test
  default void aMessageThatComesWhileOthersAreReadIsToldOf() {
    for (int i = 0; i < 10; i++) {
      String id = "m" + i;
      Message earlier = send(id);
      Race.of(2, turn -> turn == 0 ? () -> read(earlier) : () -> send(id + "-later"));
      assertEquals(Optional.empty(), readMarks().get(0));
      stores().messages().markRead(earlier.conversation(), AWAY, Long.MAX_VALUE, READ);
      assertEquals(Optional.of(READ), readMarks().get(0));
    }
  }
}
