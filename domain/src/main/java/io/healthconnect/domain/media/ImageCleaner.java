package io.healthconnect.domain.media;

import io.healthconnect.domain.Result;

/**
 * Makes an image fit to be shown to others: decodes it completely, turns it upright, shrinks it,
 * and encodes the pixels anew. Whatever else the file held (where and with what a photo was taken,
 * colour profiles, comments, thumbnails, text behind the end) is gone.
 */
public interface ImageCleaner {

  /** Why a file does not become an image. */
  enum Refusal {
    /** Neither JPEG, PNG, WebP nor GIF, whatever its name or declared type. */
    UNSUPPORTED_TYPE,
    /** A photo in a format of phones that browsers do not show. */
    HEIC,
    /** A drawing that may hold scripts. */
    SVG,
    /** The file begins like an image but cannot be decoded to the end. */
    DAMAGED,
    /** More pixels, or a longer side, than are decoded; nothing was decoded. */
    TOO_MANY_PIXELS,
    /** Too many images are waiting already; try again in a few seconds. */
    BUSY
  }

  /**
   * Cleans the bytes of one uploaded file. The first four bytes and a full decode decide what it
   * is; of moving images the first frame is taken. Waits for other images, within a bound.
   */
  Result<CleanImage, Refusal> clean(byte[] upload, ImagePurpose purpose);
}
