package io.healthconnect.security.media;

import java.util.Optional;

/**
 * What a file holds besides its pixels. Finding it walks the whole file once, so that an excessive
 * number of parts is noticed before a decoder keeps an object for each.
 *
 * @param file what the decoder reads: the upload, or a copy of it with its end restored and without
 *     the parts that no decoder needs
 * @param exif the TIFF structure that holds the orientation
 * @param profile the ICC profile, only where the decoder ignores it
 * @param canvas where the first frame of an animation lies, if not on a canvas of its own size
 */
record Structure(
    byte[] file, Optional<byte[]> exif, Optional<byte[]> profile, Optional<Canvas> canvas) {

  static Structure of(byte[] file) {
    return new Structure(file, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
