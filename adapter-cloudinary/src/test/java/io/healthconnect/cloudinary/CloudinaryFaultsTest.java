package io.healthconnect.cloudinary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.standin.CloudinaryStandIn;
import io.healthconnect.standin.CloudinaryStandIn.Behaviour;
import io.healthconnect.testkit.SettableClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** U-08 and U-09 at the adapter: failures of Cloudinary, and URLs that expire. */
class CloudinaryFaultsTest {
  private static final MediaId ID = new MediaId("image-1");
  private static final CleanImage IMAGE =
      new CleanImage(MediaType.JPEG, 4, 3, new byte[] {1, 2, 3});

  private final SettableClock clock = new SettableClock(Instant.now());
  private CloudinaryStandIn cloudinary;
  private CloudinaryImageStore images;

  @BeforeEach
  void open() throws IOException {
    cloudinary = new CloudinaryStandIn(clock);
    images =
        new CloudinaryImageStore(
            CloudinaryAddress.parse(cloudinary.url()), Duration.ofSeconds(2), clock);
  }

  @AfterEach
  void close() {
    images.close();
    cloudinary.close();
  }

  private ImagesUnavailableException fails() {
    return assertThrows(ImagesUnavailableException.class, () -> images.put(ID, IMAGE));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ANSWERS", "ANSWERS_FORGED"})
  void whateverGoesWrongImagesAreUnavailableAndNothingIsSaidOfTheSecret(Behaviour behaviour) {
    cloudinary.behave(behaviour);
    ImagesUnavailableException failure = fails();
    assertEquals(Duration.ofSeconds(30), failure.retryAfter());
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    assertFalse(text.toString().contains(CloudinaryStandIn.SECRET), text::toString);
    assertThrows(ImagesUnavailableException.class, () -> images.delete(ID));
  }

  @Test
  void rejectsUnsignedAnswers() {
    cloudinary.behave(Behaviour.ANSWERS_FORGED);
    fails();
  }

  @Test
  void isUnavailableWhileNobodyListens() throws IOException {
    cloudinary.goDown();
    fails();
    cloudinary.comeBack();
    images.put(ID, IMAGE);
    assertEquals(Set.of("health-connect/image-1"), cloudinary.publicIds());
  }

  @Test
  void anImageStoredWithoutAnAnswerIsRemovedByItsIdentifier() {
    cloudinary.behave(Behaviour.BREAKS_OFF);
    fails();
    assertEquals(Set.of("health-connect/image-1"), cloudinary.publicIds());
    cloudinary.behave(Behaviour.ANSWERS);
    images.delete(ID);
    assertEquals(Set.of(), cloudinary.publicIds());
  }

  @Test
  void neverReplacesWhatIsThere() {
    images.put(ID, IMAGE);
    CleanImage other = new CleanImage(MediaType.JPEG, 4, 3, new byte[] {9, 9, 9});
    assertThrows(ImagesUnavailableException.class, () -> images.put(ID, other));
    assertArrayEquals(IMAGE.bytes(), Browser.get(address()).orElseThrow());
  }

  @Test
  void stopsAskingAfterFailuresAndTriesAgainLater() {
    cloudinary.behave(Behaviour.REFUSES);
    for (int i = 0; i < 5; i++) {
      fails();
    }
    int asked = cloudinary.received().size();
    fails();
    assertEquals(asked, cloudinary.received().size(), "called although five calls had failed");
    cloudinary.behave(Behaviour.ANSWERS);
    clock.advance(Duration.ofSeconds(29));
    fails();
    assertEquals(asked, cloudinary.received().size(), "called before the pause was over");
    clock.advance(Duration.ofSeconds(2));
    images.put(ID, IMAGE);
    images.delete(ID);
    assertEquals(asked + 2, cloudinary.received().size());
  }

  @Test
  void stopsAgainWhenTheFirstTriesFail() {
    cloudinary.behave(Behaviour.REFUSES);
    for (int i = 0; i < 5; i++) {
      fails();
    }
    int asked = cloudinary.received().size();
    clock.advance(Duration.ofSeconds(31));
    for (int i = 0; i < 10; i++) {
      fails();
    }
    assertEquals(asked + 2, cloudinary.received().size());
  }

  @Test
  void anAddressExpiresAfterTenMinutes() {
    images.put(ID, IMAGE);
    var address = address();
    assertArrayEquals(IMAGE.bytes(), Browser.get(address).orElseThrow());
    clock.advance(Duration.ofMinutes(4));
    assertArrayEquals(IMAGE.bytes(), Browser.get(address).orElseThrow());
    clock.advance(Duration.ofMinutes(6));
    assertEquals(true, Browser.get(address).isEmpty());
    assertEquals(true, Browser.get(address()).isPresent());
  }

  @Test
  void anAlteredAddressIsRefused() {
    images.put(ID, IMAGE);
    String address = address().toString();
    long expiry = clock.instant().plus(Duration.ofMinutes(5)).getEpochSecond();
    assertEquals(true, address.contains("expires_at=" + expiry), address);
    for (String altered :
        new String[] {
          address.replace("expires_at=" + expiry, "expires_at=" + (expiry + 3600)),
          address.replace("expires_at=" + expiry, ""),
          address.replace("image-1", "image-2"),
          address.replace("type=authenticated", "type=upload"),
          address.replace("type=authenticated", ""),
          address.replace("format=jpg", "format=png"),
          address.replaceFirst("signature=..", "signature=00"),
          address.replaceFirst("signature=[0-9a-f]+", ""),
          address.replaceFirst("timestamp=[0-9]+", "timestamp=1"),
          address.replaceFirst("api_key=[0-9]+", "api_key=1"),
          address + "&attachment=true"
        }) {
      assertEquals(true, Browser.get(java.net.URI.create(altered)).isEmpty(), altered);
    }
    assertFalse(address.contains(CloudinaryStandIn.SECRET));
  }

  @Test
  void aRequestExpiresAfterAnHour() throws IOException {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
    try (CloudinaryStandIn ahead = new CloudinaryStandIn(later);
        CloudinaryImageStore behind =
            new CloudinaryImageStore(CloudinaryAddress.parse(ahead.url()), clock)) {
      assertThrows(ImagesUnavailableException.class, () -> behind.put(ID, IMAGE));
      assertEquals(Set.of(), ahead.publicIds());
    }
  }

  private java.net.URI address() {
    return ((Delivery.Redirect) images.deliver(ID, MediaType.JPEG).orElseThrow()).url();
  }
}
