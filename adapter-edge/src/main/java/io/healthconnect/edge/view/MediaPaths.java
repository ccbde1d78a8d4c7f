package io.healthconnect.edge.view;

import io.healthconnect.domain.media.MediaId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paths under which images are served. */
public final class MediaPaths {
  private MediaPaths() {}

  public static String of(MediaId id) {
    return "/api/media/" + id.value();
  }

  /** The path of an image, or null without one, as on the wire. */
  public static @Nullable String of(Optional<MediaId> id) {
    return id.map(MediaPaths::of).orElse(null);
  }
}
