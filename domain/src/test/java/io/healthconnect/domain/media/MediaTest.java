package io.healthconnect.domain.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaTest {
  private static final Optional<AccountId> OWNER = Optional.of(new AccountId("p1"));
  private static final Optional<AccountId> RECEIVER = Optional.of(new AccountId("d1"));
  private static final Optional<AccountId> STRANGER = Optional.of(new AccountId("p2"));

  private static Media media(Optional<AccountId> receiver, MediaState state) {
    return media(receiver.isEmpty() ? ImagePurpose.AVATAR : ImagePurpose.CHAT, receiver, state);
  }

  private static Media media(ImagePurpose purpose, Optional<AccountId> receiver, MediaState state) {
    return new Media(
        new MediaId("m1"),
        new AccountId("p1"),
        purpose,
        receiver,
        MediaType.PNG,
        4,
        3,
        new Media.Upload(1, "00"),
        Instant.EPOCH,
        state);
  }

  @Test
  void onlyAttachedImagesAreSeen() {
    for (MediaState state : MediaState.values()) {
      boolean attached = state == MediaState.ATTACHED;
      Media avatar = media(Optional.empty(), state);
      Media sent = media(RECEIVER, state);
      Media document = media(ImagePurpose.DOCUMENT, Optional.empty(), state);
      assertEquals(attached, avatar.isVisibleTo(Optional.empty()), state.code());
      assertEquals(attached, avatar.isVisibleTo(STRANGER), state.code());
      assertEquals(attached, sent.isVisibleTo(OWNER), state.code());
      assertEquals(attached, sent.isVisibleTo(RECEIVER), state.code());
      assertEquals(false, sent.isVisibleTo(STRANGER), state.code());
      assertEquals(false, sent.isVisibleTo(Optional.empty()), state.code());
      assertEquals(attached, document.isVisibleTo(OWNER), state.code());
      assertEquals(false, document.isVisibleTo(STRANGER), state.code());
      assertEquals(false, document.isVisibleTo(Optional.empty()), state.code());
      assertEquals(false, document.isAvatar());
    }
  }

  @Test
  void goesToSomebodyElse() {
    assertThrows(InvalidValueException.class, () -> media(OWNER, MediaState.PENDING));
    assertThrows(InvalidValueException.class, () -> new Media.Upload(0, "00"));
  }

  @Test
  void onlyImagesOfMessagesHaveAReceiver() {
    for (ImagePurpose purpose : ImagePurpose.values()) {
      boolean chat = purpose == ImagePurpose.CHAT;
      assertThrows(
          InvalidValueException.class,
          () -> media(purpose, chat ? Optional.empty() : RECEIVER, MediaState.PENDING));
    }
  }

  @Test
  void readsItsCodes() {
    for (MediaState state : MediaState.values()) {
      assertEquals(state, MediaState.parse(state.code()));
    }
    for (MediaType type : MediaType.values()) {
      assertEquals(type, MediaType.parse(type.extension()));
    }
    assertThrows(InvalidValueException.class, () -> MediaState.parse("PENDING"));
    assertThrows(InvalidValueException.class, () -> MediaType.parse("gif"));
  }

  @Test
  void aDeliveryDecidesByItsKindAndHidesItself() {
    Delivery bytes = new Delivery.Bytes(new byte[3]);
    Delivery redirect = new Delivery.Redirect(URI.create("https://images.example/secret"));
    assertEquals(3, bytes.<Integer>fold(sent -> sent.bytes().length, elsewhere -> -1));
    assertEquals(
        "images.example",
        redirect.<String>fold(sent -> "", elsewhere -> elsewhere.url().getHost()));
    assertEquals("Delivery.Bytes[3]", bytes.toString());
    assertEquals("Delivery.Redirect[hidden]", redirect.toString());
  }
}
