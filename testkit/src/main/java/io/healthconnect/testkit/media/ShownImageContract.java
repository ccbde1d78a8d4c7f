package io.healthconnect.testkit.media;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static io.healthconnect.testkit.media.MediaFixtures.avatar;
import static io.healthconnect.testkit.media.MediaFixtures.keep;
import static io.healthconnect.testkit.media.MediaFixtures.sent;
import static io.healthconnect.testkit.media.MediaFixtures.sentDocument;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Document;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.message.Drafts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract for images that a message or an account begins or stops showing. */
public interface ShownImageContract {
  Conversation PAIR = Conversation.between(new AccountId("d1"), new AccountId("p1"));

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private MediaState stateOf(String id) {
    return stores().media().find(new MediaId(id)).orElseThrow().state();
  }

  private Message send(Draft draft) {
    return value(stores().messages().append(draft));
  }

  private List<Message> stored() {
    return stores().messages().after(PAIR, 0, 100);
  }

  private Account show(String account, Optional<String> avatar) {
    Account current = stores().accounts().find(new AccountId(account)).orElseThrow();
    return stores().accounts().save(current.withAvatar(avatar.map(MediaId::new)));
  }

  @Test
  default void attachesTheImageOfAMessage() {
    Contacts.add(stores(), "d1", "p1");
    keep(stores(), sent("i1", "d1", "p1"));
    keep(stores(), sent("i2", "d1", "p1"));
    Message message = send(Drafts.image("m1", "d1", "p1", "i1"));
    assertEquals(MediaState.ATTACHED, stateOf("i1"));
    assertEquals(MediaState.PENDING, stateOf("i2"));
    assertEquals(message, send(Drafts.image("m1", "d1", "p1", "i1")));
    assertEquals(List.of(message), stored());
    assertEquals(
        Optional.of(message), stores().messages().findSent(message.sender(), message.clientId()));
  }

  @Test
  default void attachesTheDocumentOfAMessageAndDiscardsItWithIt() {
    Contacts.add(stores(), "d1", "p1");
    keep(stores(), sentDocument("f1", "d1", "p1"));
    Media kept = stores().media().find(new MediaId("f1")).orElseThrow();
    assertEquals(MediaType.PDF, kept.type());
    assertEquals(0, kept.width());
    Message message = send(Drafts.document("m1", "d1", "p1", "f1"));
    assertEquals(MediaState.ATTACHED, stateOf("f1"));
    assertEquals(
        Optional.of(new Document(new MediaId("f1"), new DocumentName("Blood test.pdf"), 1_234)),
        message.document());
    assertEquals(message, send(Drafts.document("m1", "d1", "p1", "f1")));
    assertEquals(List.of(message), stored());
    assertEquals(
        Optional.of(message), stores().messages().findSent(message.sender(), message.clientId()));
    assertEquals(1, stores().messages().removeOf(message.sender(), 10));
    assertEquals(MediaState.DISCARDED, stateOf("f1"));
  }

  @Test
  default void findsNoMessageOfAnotherSender() {
    Contacts.add(stores(), "d1", "p1");
    Message message = send(Drafts.text("m1", "d1", "p1", "Hi"));
    assertEquals(
        Optional.empty(), stores().messages().findSent(message.receiver(), message.clientId()));
    assertEquals(
        Optional.empty(),
        stores()
            .messages()
            .findSent(message.sender(), Drafts.text("m2", "d1", "p1", "Hi").clientId()));
  }

  @Test
  default void storesNoMessageWithAnImageThatIsNotItsOwn() {
    Contacts.add(stores(), "d1", "p1");
    People.addPatient(stores(), "p2");
    keep(stores(), sent("of-another", "p1", "d1"));
    keep(stores(), sent("for-another", "d1", "p2"));
    keep(stores(), avatar("avatar", "d1"));
    keep(stores(), sent("discarded", "d1", "p1"));
    stores().media().discard(new MediaId("discarded"));
    keep(stores(), sent("attached", "d1", "p1"));
    Message first = send(Drafts.image("m0", "d1", "p1", "attached"));
    for (String id :
        List.of("nothing", "of-another", "for-another", "avatar", "discarded", "attached")) {
      assertThrows(
          StaleVersionException.class, () -> send(Drafts.image("m-" + id, "d1", "p1", id)), id);
    }
    assertEquals(List.of(first), stored());
    assertEquals(2, send(Drafts.text("m9", "d1", "p1", "Hi")).seq());
    assertEquals(MediaState.PENDING, stateOf("avatar"));
    assertEquals(MediaState.DISCARDED, stateOf("discarded"));
  }

  @Test
  default void attachesAnAvatarAndDiscardsTheFormer() {
    Contacts.add(stores(), "d1", "p1");
    keep(stores(), avatar("a1", "d1"));
    keep(stores(), avatar("a2", "d1"));
    show("d1", Optional.of("a1"));
    assertEquals(MediaState.ATTACHED, stateOf("a1"));
    assertEquals(Optional.of(new MediaId("a1")), show("d1", Optional.of("a1")).avatar());
    assertEquals(MediaState.ATTACHED, stateOf("a1"));
    show("d1", Optional.of("a2"));
    assertEquals(MediaState.DISCARDED, stateOf("a1"));
    assertEquals(MediaState.ATTACHED, stateOf("a2"));
    show("d1", Optional.empty());
    assertEquals(MediaState.DISCARDED, stateOf("a2"));
  }

  @Test
  default void savesNoAvatarThatIsNotItsOwn() {
    Contacts.add(stores(), "d1", "p1");
    keep(stores(), avatar("mine", "d1"));
    show("d1", Optional.of("mine"));
    keep(stores(), avatar("of-another", "p1"));
    keep(stores(), sent("sent", "d1", "p1"));
    keep(stores(), avatar("discarded", "d1"));
    stores().media().discard(new MediaId("discarded"));
    for (String id : List.of("nothing", "of-another", "sent", "discarded")) {
      assertThrows(StaleVersionException.class, () -> show("d1", Optional.of(id)), id);
    }
    Account account = stores().accounts().find(new AccountId("d1")).orElseThrow();
    assertEquals(Optional.of(new MediaId("mine")), account.avatar());
    assertEquals(2, account.version());
    assertEquals(MediaState.ATTACHED, stateOf("mine"));
    assertEquals(MediaState.PENDING, stateOf("of-another"));
  }

  @Test
  default void eitherSendsOrDiscards() {
    Contacts.add(stores(), "d1", "p1");
    for (int round = 0; round < 10; round++) {
      String id = "i" + round;
      keep(stores(), sent(id, "d1", "p1"));
      int had = stored().size();
      List<Boolean> sent =
          Race.of(
              2,
              racer ->
                  () ->
                      racer == 0
                          ? tries(id)
                          : stores()
                              .media()
                              .discarded(MediaFixtures.UPLOADED.plusSeconds(1), 100)
                              .isEmpty());
      assertEquals(sent.get(0) ? MediaState.ATTACHED : MediaState.DISCARDED, stateOf(id));
      assertEquals(sent.get(0) ? had + 1 : had, stored().size());
    }
  }

  private boolean tries(String image) {
    try {
      send(Drafts.image("m-" + image, "d1", "p1", image));
      return true;
    } catch (StaleVersionException e) {
      return false;
    }
  }
}
