package io.healthconnect.security.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner.Refusal;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.images.Floods;
import io.healthconnect.images.NotImages;
import io.healthconnect.images.Polyglots;
import io.healthconnect.images.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of files that are meant to do harm. */
class HostileImagesTest {
  private static final Set<Refusal> WRONG_TYPE =
      Set.of(Refusal.UNSUPPORTED_TYPE, Refusal.HEIC, Refusal.SVG);

  private final ImageIoCleaner cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT);

  @AfterEach
  void close() {
    cleaner.close();
  }

  static Stream<Sample> notImages() {
    return NotImages.all().stream();
  }

  static Stream<Sample> tooLarge() {
    return Floods.tooLarge().stream();
  }

  static Stream<Sample> shredded() {
    return Floods.shredded().stream();
  }

  static Stream<Sample> hidden() {
    return Floods.hidden().stream();
  }

  static Stream<Sample> polyglots() {
    return Polyglots.all().stream();
  }

  private Result<CleanImage, Refusal> clean(Sample sample) {
    return cleaner.clean(sample.bytes(), ImagePurpose.CHAT);
  }

  @ParameterizedTest
  @MethodSource("notImages")
  void u01RefusesWhatIsNoImage(Sample sample) {
    Refusal refusal = clean(sample).fold(image -> null, refused -> refused);
    assertTrue(WRONG_TYPE.contains(refusal), () -> sample + ": " + refusal);
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void u02RefusesPixelFloodsByTheirHeader(Sample sample) {
    assertEquals(Result.failure(Refusal.TOO_MANY_PIXELS), clean(sample));
  }

  @ParameterizedTest
  @MethodSource("shredded")
  void u02RefusesFilesInTooManyParts(Sample sample) {
    assertEquals(Result.failure(Refusal.DAMAGED), clean(sample));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void u02TakesThePictureAndLeavesTheFlood(Sample sample) {
    CleanImage image = Cleaned.image(cleaner, sample.bytes());
    assertEquals("40x30", image.width() + "x" + image.height());
    assertTrue(image.bytes().length < 10_000, () -> image.bytes().length + " bytes");
  }

  @ParameterizedTest
  @MethodSource("polyglots")
  void u03LetsNoPayloadThrough(Sample sample) {
    String file = new String(sample.bytes(), StandardCharsets.ISO_8859_1);
    assertTrue(file.contains(Polyglots.MARK), "the sample is hostile");
    CleanImage image = Cleaned.image(cleaner, sample.bytes());
    String kept = new String(image.bytes(), StandardCharsets.ISO_8859_1);
    assertFalse(kept.contains(Polyglots.MARK));
  }

  @Test
  void theCorpusIsAsLargeAsItIsSaidToBe() {
    assertTrue(NotImages.all().size() >= 60);
    assertTrue(Polyglots.all().size() >= 40);
    assertEquals(List.of(6, 7), List.of(Floods.tooLarge().size(), Floods.hidden().size()));
  }
}
