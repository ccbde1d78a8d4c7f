package io.healthconnect.cloudinary;

import com.cloudinary.Cloudinary;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.ImageType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of images at Cloudinary. Assets are {@code authenticated}: nobody gets them without a
 * signature, and a signed address of their delivery would never expire. So they are handed out by
 * signed addresses of the API's download, whose {@code expires_at} Cloudinary enforces.
 *
 * <p>Handing out is no call, so images are shown while uploads fail; the address of an image that
 * is not there leads to nothing.
 */
public final class CloudinaryImageStore implements ImageStore, AutoCloseable {
  static final String TYPE = "authenticated";

  private static final String FOLDER = "health-connect/";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Long enough for a clock that is a little ahead of or behind Cloudinary's. */
  private static final Duration ADDRESS_LIFE = Duration.ofMinutes(5);

  private final CloudinaryCalls calls;
  private final Answers answers;
  private final Cloudinary signer;
  private final Clock clock;

  public CloudinaryImageStore(CloudinaryAddress address, Clock clock) {
    this(address, PATIENCE, clock);
  }

  CloudinaryImageStore(CloudinaryAddress address, Duration patience, Clock clock) {
    this.calls = new CloudinaryCalls(address, patience, clock);
    this.answers = new Answers(address.secret());
    this.signer = new Cloudinary(address.configuration());
    this.clock = clock;
  }

  @Override
  public void put(MediaId id, CleanImage image) {
    Map<String, Object> options = new HashMap<>();
    options.put("public_id", publicId(id));
    options.put("type", TYPE);
    options.put("overwrite", false);
    options.put("allowed_formats", image.type().extension());
    // Or else accounts that keep backups would keep what is deleted here.
    options.put("backup", false);
    options.put("filename", "image." + image.type().extension());
    options.put("return_error", true);
    calls.make(
        uploader ->
            answers.checkUploaded(uploader.upload(image.bytes(), options), publicId(id), image));
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, ImageType type) {
    Map<String, Object> options = new HashMap<>();
    options.put("type", TYPE);
    options.put("expires_at", clock.instant().plus(ADDRESS_LIFE).getEpochSecond());
    try {
      String url = signer.privateDownload(publicId(id), type.extension(), options);
      return Optional.of(new Delivery.Redirect(URI.create(url)));
    } catch (Exception e) {
      throw new IllegalStateException("an address could not be signed", e);
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

  /** Gives up calls under way. */
  @Override
  public void close() {
    calls.close();
  }

  private static String publicId(MediaId id) {
    return FOLDER + id.value();
  }
}
