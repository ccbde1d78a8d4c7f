package io.healthconnect.domain.media;

/** Why an uploaded file was refused. */
public enum ImageRefusal {
  /** Neither JPEG, PNG, WebP nor GIF, whatever its name or declared type. */
  UNSUPPORTED_TYPE,
  /** A photo in a format that phones write and browsers do not show. */
  HEIC,
  /** A drawing, which may contain scripts. */
  SVG,
  /** Sent as a document, but no PDF, or not all of one. */
  NOT_PDF,
  /** The file begins like an image but cannot be decoded completely. */
  DAMAGED,
  /** More pixels, or a longer side, than the limits allow; nothing was decoded. */
  TOO_MANY_PIXELS,
  /** Too many images are already waiting; try again in a few seconds. */
  BUSY,
  /** The person has uploaded as much as the {@link UploadQuota} allows. */
  QUOTA_REACHED
}
