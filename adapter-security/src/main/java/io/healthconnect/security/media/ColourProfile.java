package io.healthconnect.security.media;

import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads ICC colour profiles, which may be damaged or, where they are deflated, decompression bombs.
 */
final class ColourProfile {
  private static final int MOST = 1024 * 1024;

  private ColourProfile() {}

  /** Parses a profile; empty if it is damaged. */
  static Optional<ICC_Profile> read(byte[] profile) {
    try {
      return Optional.of(ICC_Profile.getInstance(profile));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Inflates a profile; empty if it is damaged, or larger than any real profile of a photo. */
  static Optional<byte[]> inflate(byte[] deflated) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] profile = new byte[MOST];
      int length = inflater.inflate(profile);
      return inflater.finished() ? Optional.of(Arrays.copyOf(profile, length)) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
