package io.healthconnect.domain.media;

/** The content of a file as it is stored. */
public sealed interface MediaFile permits CleanImage, PdfFile {
  MediaType type();

  /** The caller must not change them. */
  byte[] bytes();
}
