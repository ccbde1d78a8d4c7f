package io.healthconnect.security.media;

import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates the colour profile of a PNG, up to a bound: it may be a bomb. */
final class PngProfile {
  private static final int MOST = 1024 * 1024;

  private PngProfile() {}

  /** Empty if it is damaged, or larger than any real profile of a photo. */
  static Optional<ICC_Profile> read(byte[] deflated) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] profile = new byte[MOST];
      int length = inflater.inflate(profile);
      return inflater.finished()
          ? Optional.of(ICC_Profile.getInstance(Arrays.copyOf(profile, length)))
          : Optional.empty();
    } catch (DataFormatException | IllegalArgumentException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
