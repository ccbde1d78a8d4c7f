package io.healthconnect.security.media;

import java.io.IOException;

/** A file is not what its first bytes say. */
final class DamagedImageException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedImageException(String what) {
    super(what);
  }
}
