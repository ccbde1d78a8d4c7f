package io.healthconnect.cloudinary;

import com.cloudinary.Cloudinary;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stores the bytes of images at Cloudinary. Assets are {@code authenticated}, so nobody can fetch
 * them without a signature. Signed delivery URLs would never expire, so readers get signed URLs of
 * the API's download endpoint instead, whose {@code expires_at} Cloudinary enforces.
 *
 * <p>Making such a URL needs no call, so images can be shown while uploads fail. The URL of an
 * image that does not exist leads to an error.
 */
public final class CloudinaryImageStore implements ImageStore, AutoCloseable {
  static final String TYPE = "authenticated";

  private static final String FOLDER = "health-connect/";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Long enough to tolerate a small difference between this clock and Cloudinary's. */
  private static final Duration ADDRESS_LIFE = Duration.ofMinutes(5);

  private final CloudinaryClient calls;
  private final ResponseChecks answers;
  private final Cloudinary signer;
  private final Clock clock;

  public CloudinaryImageStore(CloudinaryAddress address, Clock clock) {
    this(address, PATIENCE, clock);
  }

  CloudinaryImageStore(CloudinaryAddress address, Duration patience, Clock clock) {
    this.calls = new CloudinaryClient(address, patience, clock);
    this.answers = new ResponseChecks(address.secret());
    this.signer = new Cloudinary(address.configuration());
    this.clock = clock;
  }

  /**
   * @throws IllegalArgumentException for anything but an image
   */
  @Override
  public void put(MediaId id, MediaFile file) {
    if (!(file instanceof CleanImage image)) {
      throw new IllegalArgumentException("only images are kept here");
    }
    Map<String, Object> options = new HashMap<>();
    options.put("public_id", publicId(id));
    options.put("type", TYPE);
    options.put("overwrite", false);
    options.put("allowed_formats", image.type().extension());
    // Otherwise accounts with backups would keep images that are deleted here.
    options.put("backup", false);
    options.put("filename", "image." + image.type().extension());
    options.put("return_error", true);
    calls.make(
        uploader ->
            answers.checkUploaded(uploader.upload(image.bytes(), options), publicId(id), image));
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, MediaType type) {
    return Optional.of(new Delivery.Redirect(address(id, type)));
  }

  @Override
  public Optional<byte[]> read(MediaId id, MediaType type) {
    return calls.fetch(address(id, type));
  }

  private URI address(MediaId id, MediaType type) {
    Map<String, Object> options = new HashMap<>();
    options.put("type", TYPE);
    options.put("expires_at", clock.instant().plus(ADDRESS_LIFE).getEpochSecond());
    try {
      return URI.create(signer.privateDownload(publicId(id), type.extension(), options));
    } catch (Exception e) {
      throw new IllegalStateException("a download URL could not be signed", e);
    }
  }

  @Override
  public boolean delete(MediaId id) {
    Map<String, Object> options = new HashMap<>();
    options.put("type", TYPE);
    options.put("invalidate", true);
    options.put("return_error", true);
    calls.make(uploader -> answers.checkGone(uploader.destroy(publicId(id), options)));
    return true;
  }

  /** Abandons calls in progress. */
  @Override
  public void close() {
    calls.close();
  }

  private static String publicId(MediaId id) {
    return FOLDER + id.value();
  }
}
