package io.healthconnect.security.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.security.BoundedThread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cleans images with the codecs of the JDK and of TwelveMonkeys ImageIO, on one thread of its own.
 */
public final class ImageIoCleaner implements ImageCleaner, AutoCloseable {
  private final Limits limits;
  private final BoundedThread thread;

  /**
   * What is decoded at most.
   *
   * @param pixels of the whole image
   * @param side of the image, in pixels
   * @param queue how many images may wait behind the one that is decoded
   */
  public record Limits(int pixels, int side, int queue) {
    public static final Limits DEFAULT = new Limits(25_000_000, 8192, 4);
  }

  public ImageIoCleaner(Limits limits) {
    this.limits = limits;
    this.thread = new BoundedThread("image-cleaning", limits.queue());
  }

  @Override
  public Result<CleanImage, Refusal> clean(byte[] upload, ImagePurpose purpose) {
    FileKind kind = FileKind.of(upload);
    return switch (kind) {
      case HEIC -> Result.failure(Refusal.HEIC);
      case SVG -> Result.failure(Refusal.SVG);
      case OTHER -> Result.failure(Refusal.UNSUPPORTED_TYPE);
      case JPEG, PNG, GIF, WEBP ->
          thread
              .run(() -> decode(kind, upload, purpose))
              .orElseGet(() -> Result.failure(Refusal.BUSY));
    };
  }

  /**
   * Decoders meet hostile input, so whatever they throw means that the file is at fault. They see
   * only files whose parts are few enough, because they keep them all. Pixels that find no room now
   * are not the file's fault: a failed request for one large array leaves all else as it was.
   */
  private Result<CleanImage, Refusal> decode(FileKind kind, byte[] upload, ImagePurpose purpose) {
    try {
      Structure structure = structure(kind, upload);
      try (Decoder decoder = Decoder.of(kind, upload)) {
        long width = decoder.width();
        long height = decoder.height();
        if (Math.max(width, height) > limits.side() || width * height > limits.pixels()) {
          return Result.failure(Refusal.TOO_MANY_PIXELS);
        }
        return Result.success(redraw(decoder.decode(), structure, purpose));
      }
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Result.failure(foundNoRoom(e) ? Refusal.BUSY : Refusal.DAMAGED);
    }
  }

  /** Some decoders wrap whatever happens to them. */
  private static boolean foundNoRoom(@Nullable Throwable failure) {
    return failure instanceof OutOfMemoryError
        || (failure != null && foundNoRoom(failure.getCause()));
  }

  private static Structure structure(FileKind kind, byte[] upload) throws IOException {
    return switch (kind) {
      case JPEG -> JpegStructure.read(upload);
      case PNG -> ChunkStructure.ofPng(upload);
      case WEBP -> ChunkStructure.ofWebp(upload);
      case GIF, HEIC, SVG, OTHER -> Structure.PLAIN;
    };
  }

  private static CleanImage redraw(BufferedImage decoded, Structure structure, ImagePurpose purpose)
      throws IOException {
    BufferedImage cut = purpose == ImagePurpose.AVATAR ? Pixels.square(decoded) : decoded;
    Optional<java.awt.color.ICC_Profile> profile = structure.profile().flatMap(PngProfile::read);
    BufferedImage small = Pixels.shrink(Pixels.toSrgb(cut, profile), purpose.maxSide());
    Orientation orientation = structure.exif().map(Orientation::read).orElse(Orientation.UPRIGHT);
    return Encoder.encode(orientation.apply(small));
  }

  /** Callers that wait, and all later ones, are told that it is busy. */
  @Override
  public void close() {
    thread.close();
  }
}
