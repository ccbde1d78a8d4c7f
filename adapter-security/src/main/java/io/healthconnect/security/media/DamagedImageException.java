package io.healthconnect.security.media;

import java.io.IOException;

/** The content of a file does not match the format in its first bytes. */
final class DamagedImageException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedImageException(String what) {
    super(what);
  }
}
