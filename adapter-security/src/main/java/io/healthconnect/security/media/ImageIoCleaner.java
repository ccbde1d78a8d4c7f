package io.healthconnect.security.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.security.BoundedExecutor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cleans images with the codecs of the JDK, TwelveMonkeys ImageIO and libwebp, on a dedicated
 * thread.
 */
public final class ImageIoCleaner implements ImageCleaner, AutoCloseable {
  private final Limits limits;
  private final BoundedExecutor thread;

  /**
   * The largest image that is decoded, and how many may wait.
   *
   * @param pixels the most pixels of an image
   * @param side the longest side of an image, in pixels
   * @param queue how many images may wait behind the one being decoded
   */
  public record Limits(int pixels, int side, int queue) {
    public static final Limits DEFAULT = new Limits(25_000_000, 8192, 4);
  }

  public ImageIoCleaner(Limits limits) {
    this.limits = limits;
    this.thread = new BoundedExecutor("image-cleaning", limits.queue());
  }

  @Override
  public Result<CleanImage, ImageRefusal> clean(
      AccountId owner, byte[] upload, ImagePurpose purpose) {
    FileKind kind = FileKind.of(upload);
    return switch (kind) {
      case HEIC -> Result.failure(ImageRefusal.HEIC);
      case SVG -> Result.failure(ImageRefusal.SVG);
      case OTHER -> Result.failure(ImageRefusal.UNSUPPORTED_TYPE);
      case JPEG, PNG, GIF, WEBP ->
          thread
              .run(Requester.of(owner), () -> decode(kind, upload, purpose))
              .orElseGet(() -> Result.failure(ImageRefusal.BUSY));
    };
  }

  /**
   * Decoders meet hostile input, so whatever they throw means that the file is at fault. They only
   * see files with few enough parts, because they keep an object for each. Running out of memory
   * for the pixels is not the file's fault: one large array that cannot be allocated leaves
   * everything else intact.
   */
  private Result<CleanImage, ImageRefusal> decode(
      FileKind kind, byte[] upload, ImagePurpose purpose) {
    try {
      Structure structure = structure(kind, upload);
      try (Decoder decoder = Decoder.of(kind, structure.file())) {
        boolean fits =
            fits(decoder.width(), decoder.height())
                && structure.canvas().stream().allMatch(c -> fits(c.width(), c.height()));
        if (!fits) {
          return Result.failure(ImageRefusal.TOO_MANY_PIXELS);
        }
        return Result.success(redraw(decoder.decode(), structure, purpose));
      }
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Result.failure(isOutOfMemory(e) ? ImageRefusal.BUSY : ImageRefusal.DAMAGED);
    }
  }

  private boolean fits(long width, long height) {
    return Math.max(width, height) <= limits.side() && width * height <= limits.pixels();
  }

  /** Some decoders wrap every error that occurs in them. */
  private static boolean isOutOfMemory(@Nullable Throwable failure) {
    return failure instanceof OutOfMemoryError
        || (failure != null && isOutOfMemory(failure.getCause()));
  }

  private static Structure structure(FileKind kind, byte[] upload) throws IOException {
    return switch (kind) {
      case JPEG -> JpegStructure.read(upload);
      case PNG -> PngStructure.read(upload);
      case WEBP -> WebpStructure.read(upload);
      case GIF -> GifStructure.read(upload);
      case HEIC, SVG, OTHER -> Structure.of(upload);
    };
  }

  private static CleanImage redraw(BufferedImage frame, Structure structure, ImagePurpose purpose)
      throws IOException {
    BufferedImage whole = structure.canvas().map(canvas -> canvas.place(frame)).orElse(frame);
    BufferedImage cut = purpose == ImagePurpose.AVATAR ? Pixels.square(whole) : whole;
    Optional<java.awt.color.ICC_Profile> profile = structure.profile().flatMap(ColourProfile::read);
    BufferedImage small = Pixels.shrink(Pixels.toSrgb(cut, profile), purpose.maxSide());
    Orientation orientation = structure.exif().map(Orientation::read).orElse(Orientation.UPRIGHT);
    return Encoder.encode(orientation.apply(small));
  }

  /** Tells waiting callers and all later ones that the cleaner is busy. */
  /** How many callers are waiting. */
  public int waiting() {
    return thread.waiting();
  }

  @Override
  public void close() {
    thread.close();
  }
}
