package io.healthconnect.security.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
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

/** Runs the corpus of files that are meant to do harm. */
class HostileImagesTest {
  private static final Set<ImageRefusal> WRONG_TYPE =
      Set.of(ImageRefusal.UNSUPPORTED_TYPE, ImageRefusal.HEIC, ImageRefusal.SVG);

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

  private Result<CleanImage, ImageRefusal> clean(Sample sample) {
    return cleaner.clean(Cleaned.OWNER, sample.bytes(), ImagePurpose.CHAT);
  }

  /** U-01. */
  @ParameterizedTest
  @MethodSource("notImages")
  void u01RefusesWhatIsNoImage(Sample sample) {
    ImageRefusal refusal = clean(sample).fold(image -> null, refused -> refused);
    assertTrue(WRONG_TYPE.contains(refusal), () -> sample + ": " + refusal);
  }

  /** U-02. */
  @ParameterizedTest
  @MethodSource("tooLarge")
  void u02RefusesPixelFloodsByTheirHeader(Sample sample) {
    assertEquals(Result.failure(ImageRefusal.TOO_MANY_PIXELS), clean(sample));
  }

  @ParameterizedTest
  @MethodSource("shredded")
  void u02RefusesFilesInTooManyParts(Sample sample) {
    assertEquals(Result.failure(ImageRefusal.DAMAGED), clean(sample));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void u02TakesThePictureAndLeavesTheFlood(Sample sample) {
    CleanImage image = Cleaned.image(cleaner, sample.bytes());
    assertEquals("40x30", image.width() + "x" + image.height());
    assertTrue(image.bytes().length < 10_000, () -> image.bytes().length + " bytes");
  }

  /** U-03. */
  @ParameterizedTest
  @MethodSource("polyglots")
  void u03RemovesEveryPayload(Sample sample) {
    String file = new String(sample.bytes(), StandardCharsets.ISO_8859_1);
    assertTrue(file.contains(Polyglots.MARK), "the sample contains no payload");
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
