package io.healthconnect.cloudinary;

import java.io.IOException;

/** Cloudinary gave an unexpected answer. The message quotes nothing from it. */
final class UnexpectedResponseException extends IOException {
  private static final long serialVersionUID = 1L;

  UnexpectedResponseException(String message) {
    super(message);
  }
}
