package io.healthconnect.security.media;

import java.util.Optional;

/**
 * What the parts of a file say beside its pixels. Finding them walks the whole file once, so one
 * that is cut off is noticed even where a decoder would fill in the rest.
 *
 * @param exif the TIFF structure that holds the orientation
 * @param profile the ICC profile as stored, deflated in a PNG; only where the decoder does not mind
 *     it by itself
 */
record Structure(Optional<byte[]> exif, Optional<byte[]> profile) {
  static final Structure PLAIN = new Structure(Optional.empty(), Optional.empty());
}
