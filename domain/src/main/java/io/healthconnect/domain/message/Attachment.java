package io.healthconnect.domain.message;

import io.healthconnect.domain.media.MediaId;

/** The file of a message. */
public sealed interface Attachment permits Image, Document {
  /** The file, which sender and receiver may fetch. */
  MediaId id();
}
